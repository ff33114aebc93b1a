'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { LeaveGuard } from '@/components/forms/leave-guard'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useTRPC } from '@/components/trpc/client'
import { refusalIn } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import type { PlanRecord } from '@/server/features/plans/queries'
import { planSettings } from '@/server/features/plans/schema'
import { valuesOf } from './form-values'
import { SettingsFields } from './settings-fields'

/** The settings of a plan, to change. What was typed stays when somebody else was faster. */
export function EditPlan({ plan, onDone }: { plan: PlanRecord; onDone: () => void }) {
  const t = useTranslations('plans')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const options = useQuery(trpc.plans.options.queryOptions())
  const { form, bind, submit, refuse, banner, isDirty } = useSchemaForm({
    schema: planSettings,
    defaultValues: valuesOf(plan),
    prefix: 'settings.',
  })
  const update = useMutation(
    trpc.plans.update.mutationOptions({
      onError: refuse,
      onSuccess: async (_, { settings }) => {
        toast(t('saved', { name: settings.name }))
        await queries.invalidateQueries({ queryKey: trpc.plans.pathKey() })
        onDone()
      },
    }),
  )
  const isStale = update.error !== null && refusalIn(update.error).code === 'changedMeanwhile'
  const name = bind('name')
  return (
    <form
      noValidate
      className="flex max-w-3xl flex-col gap-8"
      onSubmit={submit((settings) => update.mutate({ planId: plan.id, revision: plan.revision, settings }))}
    >
      {banner ? (
        <Banner
          tone="danger"
          live
          action={
            isStale ? (
              <Button size="sm" onClick={() => queries.invalidateQueries({ queryKey: trpc.plans.pathKey() })}>
                {t('reload')}
              </Button>
            ) : null
          }
        >
          {banner}
        </Banner>
      ) : null}
      <Field label={t('field.name')} error={name.error} required>
        <Input {...name.input} autoComplete="off" />
      </Field>
      <SettingsFields
        form={form}
        bind={bind}
        product={plan.product}
        version={plan.version}
        isNfr={plan.nfr}
        saas={plan.saas}
        dataCentres={
          options.data?.dataCentres ?? plan.dataCentres.map((one) => ({ ...one, id: one.dataCentreId, country: '' }))
        }
        managesRemotely={plan.managed || (options.data?.managesRemotely ?? false)}
        kept={plan.dataCentres.map(({ dataCentreId }) => dataCentreId)}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={update.isPending}>
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
      <LeaveGuard isDirty={isDirty && !update.isSuccess} />
    </form>
  )
}
