import { exportRoute } from '@/server/features/exports/route'

export const GET = exportRoute('transactions')
export const POST = exportRoute('transactions')
