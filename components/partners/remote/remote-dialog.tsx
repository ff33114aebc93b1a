'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { FormDialog } from '@/components/forms/form-dialog'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useTRPC } from '@/components/trpc/client'
import { toast } from '@/components/ui/toast'
import type { Permissions } from '@/server/features/partners/permissions'
import { remoteChoice } from '@/server/features/partners/schema'
import { RemoteFields } from './remote-fields'

type Props = { partner: { id: string; name: string }; permissions: Permissions; onClose: () => void }

/** Gives an MSP remote management, moves it to another data centre, or takes it away. */
export function RemoteDialog({ partner, permissions, onClose }: Props) {
  const t = useTranslations('partners.remote')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { dataCentreId: was, dataCentres } = permissions
  const { form, bind, submit, refuse, banner } = useSchemaForm({
    schema: remoteChoice,
    defaultValues: { enabled: was !== null, dataCentreId: was ?? '' },
  })
  const set = useMutation(
    trpc.partners.setRemoteManagement.mutationOptions({
      onError: refuse,
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.partners.pathFilter())
        toast(t('saved', { name: partner.name }))
        onClose()
      },
    }),
  )
  return (
    <FormDialog
      title={t('dialog', { name: partner.name })}
      submitLabel={t('save')}
      banner={banner}
      isBusy={set.isPending}
      onSubmit={submit(({ enabled, dataCentreId }) =>
        set.mutate({ companyId: partner.id, was, dataCentreId: enabled ? dataCentreId : null }),
      )}
      onClose={onClose}
    >
      <RemoteFields bind={bind} chosen={form.watch()} dataCentres={dataCentres} keptId={was} />
    </FormDialog>
  )
}
