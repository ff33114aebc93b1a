import { router } from '@/server/trpc/procedures'
import { customerCommands } from './commands-router'

export const customers = router({ ...customerCommands })
