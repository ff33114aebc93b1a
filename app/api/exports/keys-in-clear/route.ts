export { postClearKeys as POST } from '@/server/features/keys/clear-route'
