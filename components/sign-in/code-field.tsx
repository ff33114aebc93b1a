'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

/** The second step of signing in: a code of the authenticator app, or a recovery code. */
export function CodeField({ error }: { error: string | undefined }) {
  const t = useTranslations('signIn.code')
  return (
    <Field label={t('label')} hint={t('hint')} error={error}>
      <Input
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus
        maxLength={32}
        className="font-mono tabular-nums"
      />
    </Field>
  )
}
