export { putPiece as PUT } from '@/server/features/imports/upload-route'
