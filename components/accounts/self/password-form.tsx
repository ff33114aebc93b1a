'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { PasswordInput } from '@/components/sign-in/password-input'
import { signIn } from '@/components/sign-in/session-client'
import { useTRPC } from '@/components/trpc/client'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import { PASSWORD_MIN, passwordChange } from '@/server/features/accounts/schema'

/** Another password. It ends every session; this browser signs in again with the new one by itself. */
export function PasswordForm({ changedAt }: { changedAt: string | null }) {
  const t = useTranslations('accounts.password')
  const format = useFormatter()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { companySlug, loginName } = usePerson()
  const [isBusy, setBusy] = useState(false)
  const { form, bind, submit, refuse, banner } = useSchemaForm({
    schema: passwordChange,
    defaultValues: { current: '', next: '' },
  })
  const change = useMutation(
    trpc.self.changePassword.mutationOptions({
      onMutate: () => setBusy(true),
      onError: refuse,
      onSuccess: async (_, { next }) => {
        const answer = await signIn({ slug: companySlug, loginName, password: next })
        if (!answer.ok) return window.location.assign('/sign-in')
        form.reset()
        toast(t('done'))
        await queries.invalidateQueries({ queryKey: trpc.self.pathKey() })
      },
      onSettled: () => setBusy(false),
    }),
  )
  const current = bind('current')
  const next = bind('next')
  const when = changedAt === null ? null : format.dateTime(new Date(changedAt), { dateStyle: 'medium' })
  return (
    <Card title={t('title')} note={when === null ? t('neverChanged') : t('changed', { when })}>
      <form noValidate onSubmit={submit((values) => change.mutate(values))} className="flex max-w-90 flex-col gap-4">
        {banner ? (
          <Banner tone="danger" live>
            {banner}
          </Banner>
        ) : null}
        <input type="text" name="username" autoComplete="username" value={loginName} readOnly hidden />
        <Field label={t('current')} error={current.error} required>
          <PasswordInput {...current.input} autoComplete="current-password" />
        </Field>
        <Field label={t('next')} error={next.error} hint={t('hint', { min: PASSWORD_MIN })} required>
          <PasswordInput {...next.input} autoComplete="new-password" />
        </Field>
        <p className="text-ink-2 text-sm">{t('effect')}</p>
        <div>
          <Button type="submit" variant="primary" busy={isBusy}>
            {t('submit')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
