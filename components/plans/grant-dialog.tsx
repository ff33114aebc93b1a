'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import type { GrantRow } from '@/server/features/plans/grants'
import { GrantChoices } from './grant-choices'

type Props = { companyId: string; rows: readonly GrantRow[]; onClose: () => void }

/** Which of one's plans a reseller may sell as well. */
export function GrantDialog({ companyId, rows, onClose }: Props) {
  const t = useTranslations('plans')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const grant = useMutation(
    trpc.plans.grants.grant.mutationOptions({
      onSuccess: async ({ granted }) => {
        toast(t('grants.done', { count: granted }))
        await queries.invalidateQueries({ queryKey: trpc.plans.pathKey() })
        onClose()
      },
    }),
  )
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('grants.giveTitle')}
      description={t('grants.giveText')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            busy={grant.isPending}
            reason={chosen.length === 0 ? t('grants.chooseFirst') : null}
            onClick={() => grant.mutate({ companyId, planIds: [...chosen] })}
          >
            {t('grants.submit', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {grant.error ? (
          <Banner tone="danger" live>
            {refusal.of(grant.error)}
          </Banner>
        ) : null}
        <GrantChoices rows={rows} chosen={chosen} onChange={setChosen} />
      </div>
    </Dialog>
  )
}
