/** The looks of everything that floats above the page. */
export const FLOATING =
  'z-50 min-w-44 max-w-[min(22rem,calc(100vw-1rem))] animate-appear rounded-md border border-line bg-raised text-ink shadow-float'

/** Where something that floats is drawn: inside the landmark of what opened it, so that readers find it there. */
export const landmarkOf = (anchor: Element | null): HTMLElement | undefined =>
  anchor?.closest<HTMLElement>('[role=dialog],header,main,nav,aside') ?? undefined
