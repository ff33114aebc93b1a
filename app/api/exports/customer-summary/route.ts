import { exportRoute } from '@/server/features/exports/route'

export const GET = exportRoute('customer-summary')
export const POST = exportRoute('customer-summary')
