import type { KeysFileInput } from '@/server/features/keys/export'

/** Has the browser save a file of keys. By a form: what changes something (showing keys is logged) is never a link. */
export function save(kind: 'keys' | 'keys-in-clear', input: KeysFileInput): void {
  const form = Object.assign(document.createElement('form'), {
    method: 'post',
    action: `/api/exports/${kind}`,
    hidden: true,
  })
  const value = JSON.stringify(input)
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'input', value }))
  document.body.append(form)
  form.submit()
  form.remove()
}

/** Has the browser save a text that the page holds. */
export function saveText(fileName: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  Object.assign(document.createElement('a'), { href, download: fileName }).click()
  URL.revokeObjectURL(href)
}
