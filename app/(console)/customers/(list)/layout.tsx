export { ListFrame as default } from '@/components/table/list-frame'
