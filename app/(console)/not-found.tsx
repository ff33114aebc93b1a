export { NotFoundPage as default } from '@/components/shell/pages-for-later'
