/** The looks of everything that floats above the page. */
export const FLOATING =
  'z-50 min-w-44 max-w-[min(22rem,calc(100vw-1rem))] animate-appear rounded-md border border-line bg-raised text-ink shadow-float'

/** Where something that floats is drawn: inside the landmark of what opened it, so that readers find it there. */
export const landmarkOf = (anchor: Element | null): HTMLElement | undefined =>
  anchor?.closest<HTMLElement>('[role=dialog],header,main,nav,aside') ?? undefined

const openers = new WeakMap<Element, HTMLElement>()

/** Remembers which button opened a menu. */
export function keepOpener(menu: Element | null, anchor: HTMLElement | null): void {
  if (menu && anchor) openers.set(menu, anchor)
}

/** What gets the focus back: for an entry of a menu, which is gone by then, the button that opened the menu. */
export function openerOf(active: Element | null): HTMLElement | null {
  const menu = active?.closest('[role=menu]')
  const found = (menu && openers.get(menu)) ?? active
  return found instanceof HTMLElement ? found : null
}
