'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { SubmitEvent } from 'react'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useMissing } from './use-missing'

const plainText = {
  autoCapitalize: 'none',
  autoCorrect: 'off',
  spellCheck: false,
  required: true,
  maxLength: 64,
} as const

/** Asks for a link to another password. Whether there is such an account, nobody learns here. */
export function ForgotForm({ rememberedSlug }: { rememberedSlug: string }) {
  const t = useTranslations('signIn')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const { isComplete, errorOf } = useMissing()
  const ask = useMutation(trpc.signIn.forgot.mutationOptions())
  if (ask.isSuccess) return <Banner live>{t('forgot.sent')}</Banner>
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isComplete(event.currentTarget)) return
    const fields = new FormData(event.currentTarget)
    ask.mutate({ slug: String(fields.get('slug') ?? ''), loginName: String(fields.get('loginName') ?? '') })
  }
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field
        label={t('slug')}
        error={errorOf('slug')}
        hint={t.rich('slugHint', { b: (chunks) => <b className="font-medium text-ink-2">{chunks}</b> })}
      >
        <Input {...plainText} name="slug" defaultValue={rememberedSlug} autoComplete="organization" />
      </Field>
      <Field label={t('loginName')} error={errorOf('loginName')}>
        <Input {...plainText} name="loginName" autoComplete="username" autoFocus={rememberedSlug !== ''} />
      </Field>
      {ask.error ? (
        <Banner tone="danger" live>
          {refusal.of(ask.error)}
        </Banner>
      ) : null}
      <Button type="submit" variant="primary" size="lg" busy={ask.isPending}>
        {t('forgot.submit')}
      </Button>
    </form>
  )
}
