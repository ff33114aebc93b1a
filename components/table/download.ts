import type { ExportKind } from '@/server/features/exports/kinds'

/** Longer addresses are not sure to arrive. */
const ADDRESS_MAX = 6000

/**
 * Has the browser stream an export to disk: a link where the input fits into an address, else a form. Nothing is held in the
 * page, however many rows there are.
 */
export function download(kind: ExportKind, input: object): void {
  const route = `/api/exports/${kind}`
  const text = JSON.stringify(input)
  const address = `${route}?input=${encodeURIComponent(text)}`
  if (address.length < ADDRESS_MAX) {
    const link = Object.assign(document.createElement('a'), { href: address, download: '' })
    link.click()
    return
  }
  const form = Object.assign(document.createElement('form'), { method: 'post', action: route, hidden: true })
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'input', value: text }))
  document.body.append(form)
  form.submit()
  form.remove()
}
