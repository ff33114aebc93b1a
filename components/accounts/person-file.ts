import type { PersonalData } from '@/server/features/accounts/person-data'

/** Gives what is kept about a person to the browser as a file. */
export function savePersonalData(data: PersonalData): void {
  const file = new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' })
  const href = URL.createObjectURL(file)
  const day = new Date().toISOString().slice(0, 10)
  Object.assign(document.createElement('a'), { href, download: `${data.account.loginName}-${day}.json` }).click()
  // The browser has begun by the next task; until then the address must stand.
  setTimeout(() => URL.revokeObjectURL(href))
}
