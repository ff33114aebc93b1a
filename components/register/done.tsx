'use client'

import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useLicenceWords } from '@/components/licences/words'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import type { Registered } from '@/server/features/keys/registration'
import type { ProductUnit } from '@/server/features/products/rules'

type Props = { registered: Registered; email: string | null; isSignedIn: boolean }

/** It is done: the licences with their activation codes, and the way in. */
export function Done({ registered, email, isSignedIn }: Props) {
  const t = useTranslations('register.done')
  const words = useLicenceWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(function sayThatItIsDone() {
    heading.current?.focus()
  }, [])
  const { companyName, slug, units, startsOn, endsOn, awaitingSignIn, licences } = registered
  return (
    <div className="flex flex-col gap-5">
      <div className="flex items-start gap-2.5">
        <CircleCheck aria-hidden className="mt-1 size-5 shrink-0 text-good-text" strokeWidth={1.75} />
        <div>
          <h1 ref={heading} tabIndex={-1} className="text-balance font-semibold text-xl outline-none">
            {t('title', { company: companyName })}
          </h1>
          <p className="mt-1 text-ink-2 text-sm">{email ? t('mail', { email }) : t('mailSent')}</p>
        </div>
      </div>
      {licences.map(({ productName, unit, activationCode }) => (
        <Card key={productName} title={productName} note={words.units(units, unit as ProductUnit)}>
          <p className="text-base">{awaitingSignIn ? t('awaiting') : words.term({ startsOn, endsOn })}</p>
          {activationCode ? (
            <div className="mt-3">
              <p className="text-ink-3 text-sm">{t('code')}</p>
              <p className="flex items-center gap-2">
                <code className="break-all font-mono font-semibold text-lg">{activationCode}</code>
                <CopyButton text={activationCode} label={t('copyCode')} />
              </p>
            </div>
          ) : null}
        </Card>
      ))}
      <div>
        <ButtonLink variant="primary" size="lg" href={isSignedIn ? '/' : `/${slug}/sign-in`}>
          {isSignedIn ? t('toConsole') : t('signIn')}
        </ButtonLink>
        {isSignedIn ? null : <p className="mt-2 text-ink-3 text-sm">{t('address', { path: `/${slug}/sign-in` })}</p>}
      </div>
    </div>
  )
}
