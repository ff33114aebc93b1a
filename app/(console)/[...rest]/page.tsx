import { notFound } from 'next/navigation'

/** Any other address: not found, inside the shell. */
export default function Page() {
  notFound()
}
