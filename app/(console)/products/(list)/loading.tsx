import { ListSkeleton } from '@/components/customers/list/list-skeleton'

export default ListSkeleton
