import { headers } from 'next/headers'

/** What Next itself costs: rendered anew for each request, showing one word. */
export default async function Page() {
  await headers()
  return <main>Nothing</main>
}
