import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PrivilegeMatrix } from '@/components/privileges/matrix'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access'))('screen.title') }
}

/** Prints the matrix that the server decides by: the same data, nothing copied. */
export default function Page() {
  return <PrivilegeMatrix />
}
