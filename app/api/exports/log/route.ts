import { exportRoute } from '@/server/features/exports/route'

export const GET = exportRoute('log')
export const POST = exportRoute('log')
