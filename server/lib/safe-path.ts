const NOWHERE = 'http://tierline.invalid'

/** Where to go after signing in: a path of this console, whatever was asked for. Addresses of other origins lead home. */
export function safePath(wanted: unknown, home = '/'): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || wanted.length > 2000) return home
  const url = URL.parse(wanted, NOWHERE)
  if (!url || url.origin !== NOWHERE) return home
  const path = `${url.pathname}${url.search}${url.hash}`
  const isElsewhere = path.startsWith('//') || /^\/(api|sign-in|[^/]+\/sign-in)(\/|\?|#|$)/.test(path)
  return isElsewhere ? home : path
}
