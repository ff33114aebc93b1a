'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type Props = { initial: string; error: string | null; isBusy: boolean; onLook: (key: string) => void }

/** Asks for the key. How it is typed does not matter: case, spaces and look-alikes are forgiven. */
export function KeyForm({ initial, error, isBusy, onLook }: Props) {
  const t = useTranslations('register')
  const [key, setKey] = useState(initial)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (key.trim() !== '') onLook(key.trim())
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t('key')} hint={t('keyHint')}>
        <Input
          value={key}
          onChange={(event) => setKey(event.target.value)}
          maxLength={200}
          placeholder="TL-XXXX-XXXX-XXXX-XXXX"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
          className="font-mono"
        />
      </Field>
      {error ? (
        <Banner tone="danger" live>
          {error}
        </Banner>
      ) : null}
      <Button type="submit" variant="primary" size="lg" busy={isBusy} reason={key.trim() === '' ? t('keyFirst') : null}>
        {t('continue')}
      </Button>
    </form>
  )
}
