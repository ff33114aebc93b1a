import { router } from '@/server/trpc/procedures'
import { customerCommands } from './commands-router'
import { customerList } from './list-router'

export const customers = router({ ...customerList, ...customerCommands })
