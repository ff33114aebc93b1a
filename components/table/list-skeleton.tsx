import { Skeleton } from '@/components/ui/skeleton'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p']

/** The shape of the list, while its first page is on its way: head, toolbar, rows, at their heights. */
export function ListSkeleton() {
  return (
    <div aria-busy className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-8 items-center gap-3 px-4 pt-4 pb-3 md:px-6">
        <Skeleton className="h-6 w-36" />
        <Skeleton className="ml-auto h-8 w-32" />
      </div>
      <div className="flex items-center gap-1.5 px-4 py-2">
        <Skeleton className="h-8 w-full sm:w-72" />
        <Skeleton className="ml-auto h-8 w-40 max-sm:hidden" />
      </div>
      <div className="flex-1 overflow-hidden border-line border-t bg-surface">
        {ROWS.map((row) => (
          <div key={row} className="flex h-9 items-center gap-4 border-line border-b px-4 max-md:h-20">
            <Skeleton className="w-40 max-w-full" />
            <Skeleton className="w-28 max-md:hidden" />
            <Skeleton className="w-24 max-md:hidden" />
            <Skeleton className="ml-auto w-20" />
          </div>
        ))}
      </div>
    </div>
  )
}
