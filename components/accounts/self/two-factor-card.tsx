'use client'

import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { useCan, usePerson } from '@/components/access/access-provider'
import { useTRPC } from '@/components/trpc/client'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'

const SetUp = lazy(() => import('./two-factor-set-up').then((m) => ({ default: m.TwoFactorSetUp })))
const Renew = lazy(() => import('./two-factor-dialogs').then((m) => ({ default: m.RenewDialog })))
const Disable = lazy(() => import('./two-factor-dialogs').then((m) => ({ default: m.DisableDialog })))

const DIALOGS = { setUp: SetUp, renew: Renew, disable: Disable } as const

/** The second factor: whether it is on, and how to change that. */
export function TwoFactorCard() {
  const t = useTranslations('accounts.factor')
  const format = useFormatter()
  const trpc = useTRPC()
  const mayChange = useCan()('self.update')
  const { mustAddTwoFactor } = usePerson()
  const [open, setOpen] = useState<keyof typeof DIALOGS | null>(null)
  const { data } = useQuery(trpc.self.twoFactor.queryOptions())
  if (!data) return null
  const Open = open === null ? null : DIALOGS[open]
  const when = data.since === null ? '' : format.dateTime(new Date(data.since), { dateStyle: 'medium' })
  return (
    <Card title={t('title')} note={t('purpose')}>
      <div className="flex flex-col items-start gap-4">
        {mustAddTwoFactor && !data.isOn ? <Banner tone="warning">{t('required')}</Banner> : null}
        <Status isSentence tone={data.isOn ? 'good' : 'neutral'} shape={data.isOn ? 'tick' : 'empty'}>
          {data.isOn ? t('on', { when, codes: data.codesLeft }) : t('off')}
        </Status>
        {mayChange ? (
          <div className="flex flex-wrap gap-2">
            {data.isOn ? (
              <>
                <Button onClick={() => setOpen('renew')}>{t('renew')}</Button>
                <Button reason={data.isRequired ? t('requiredNote') : null} onClick={() => setOpen('disable')}>
                  {t('disable')}
                </Button>
              </>
            ) : (
              <Button variant="primary" onClick={() => setOpen('setUp')}>
                {t('start')}
              </Button>
            )}
          </div>
        ) : null}
      </div>
      {Open ? (
        <Suspense>
          <Open onClose={() => setOpen(null)} />
        </Suspense>
      ) : null}
    </Card>
  )
}
