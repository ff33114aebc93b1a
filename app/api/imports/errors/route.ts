export { getErrors as GET } from '@/server/features/imports/errors-route'
