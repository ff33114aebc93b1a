import type { CustomersFileInput } from '@/server/features/customers/export'

const ROUTE = '/api/exports/customers'
/** Longer addresses are not sure to arrive. */
const ADDRESS_MAX = 6000

/**
 * Has the browser stream the file to disk: a link where the input fits into an address, else a form. Nothing is held in the
 * page, however many rows there are.
 */
export function downloadCustomers(input: CustomersFileInput): void {
  const text = JSON.stringify(input)
  const address = `${ROUTE}?input=${encodeURIComponent(text)}`
  if (address.length < ADDRESS_MAX) {
    const link = Object.assign(document.createElement('a'), { href: address, download: '' })
    link.click()
    return
  }
  const form = Object.assign(document.createElement('form'), { method: 'post', action: ROUTE, hidden: true })
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'input', value: text }))
  document.body.append(form)
  form.submit()
  form.remove()
}
