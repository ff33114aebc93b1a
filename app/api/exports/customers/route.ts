import { exportRoute } from '@/server/features/exports/route'

export const GET = exportRoute('customers')
export const POST = exportRoute('customers')
