export { getTemplate as GET } from '@/server/features/imports/template-route'
