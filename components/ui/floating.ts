/** The looks of everything that floats above the page. */
export const FLOATING =
  'z-50 min-w-44 max-w-[min(22rem,calc(100vw-1rem))] animate-appear rounded-md border border-line bg-raised text-ink shadow-float'
