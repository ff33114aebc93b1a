import { exportRoute } from '@/server/features/exports/route'

export const GET = exportRoute('keys')
export const POST = exportRoute('keys')
