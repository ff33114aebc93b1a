'use client'

import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { savePersonalData } from '../person-file'

/** What Tierline keeps about me, as a file. */
export function PersonCard() {
  const t = useTranslations('accounts.person')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const take = useMutation(trpc.self.personalData.mutationOptions({ onSuccess: savePersonalData }))
  return (
    <Card title={t('ownTitle')}>
      <p className="mb-3 text-ink-2 text-sm">{t('ownText')}</p>
      {take.error ? (
        <Banner tone="danger" live className="mb-3">
          {refusal.of(take.error)}
        </Banner>
      ) : null}
      <Button icon={Download} busy={take.isPending} onClick={() => take.mutate()}>
        {t('ownDownload')}
      </Button>
    </Card>
  )
}
