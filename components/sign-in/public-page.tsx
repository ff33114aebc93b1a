import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

/** A page before signing in that asks one thing. */
export async function PublicPage({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  const t = await getTranslations('signIn')
  return (
    <div className="mx-auto flex w-full max-w-90 flex-col gap-6">
      <div>
        <h1 className="text-balance font-semibold text-xl">{title}</h1>
        <p className="mt-1 text-ink-2 text-sm">{text}</p>
      </div>
      {children}
      <Link href="/sign-in" className="text-accent-text text-sm underline-offset-3 hover:underline">
        {t('forgot.back')}
      </Link>
    </div>
  )
}
