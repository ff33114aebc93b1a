'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { LeaveGuard } from '@/components/forms/leave-guard'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useTRPC } from '@/components/trpc/client'
import { Banner } from '@/components/ui/banner'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { toast } from '@/components/ui/toast'
import type { PlanOptions } from '@/server/features/plans/form-queries'
import { NFR_TERMS } from '@/server/features/plans/rules'
import { type NewPlanInput, newPlan } from '@/server/features/plans/schema'
import type { Version } from '@/server/features/products/rules'
import { emptyPlan, termsOf, termsOfProduct } from './form-values'
import { MouldFields } from './mould-fields'
import { SettingsFields } from './settings-fields'

/** A new service plan: what it is of, then its settings. */
export function NewPlan() {
  const t = useTranslations('plans')
  const trpc = useTRPC()
  const { data: options } = useSuspenseQuery(trpc.plans.options.queryOptions())
  return (
    <>
      <PageHeader title={t('new')} purpose={t('newPurpose')} />
      {options.products.length === 0 ? (
        <EmptyState
          title={t('noProducts')}
          hint={t('noProductsHint')}
          action={<ButtonLink href="/products">{t('toProducts')}</ButtonLink>}
        />
      ) : (
        <NewPlanForm {...options} />
      )}
    </>
  )
}

function NewPlanForm({ products, dataCentres, managesRemotely }: PlanOptions) {
  const t = useTranslations('plans')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const { form, bind, submit, refuse, banner, isDirty } = useSchemaForm({ schema: newPlan, defaultValues: emptyPlan() })
  const create = useMutation(
    trpc.plans.create.mutationOptions({
      onError: refuse,
      onSuccess: async ({ planId }, { name }) => {
        toast(t('created', { name }))
        await queries.invalidateQueries({ queryKey: trpc.plans.pathKey() })
        router.push(`/plans/${planId}`)
      },
    }),
  )
  const [productId, version, nfr] = form.watch(['productId', 'version', 'nfr'])
  const product = products.find(({ id }) => id === productId)
  /** What follows from a choice is filled in; it can be changed afterwards. */
  const fill = (values: Partial<NewPlanInput>) => {
    for (const [key, value] of Object.entries(values)) form.setValue(key as keyof NewPlanInput, value)
    form.clearErrors()
  }
  const choose = (id: string) => {
    const next = products.find((one) => one.id === id)
    const first = next?.versions[0] ?? 'full'
    const stays = next?.versions.includes(version) ? version : first
    const only = dataCentres.filter(({ enabled }) => enabled)
    const centre = only.length === 1 ? (only[0]?.id ?? '') : ''
    fill({
      productId: id,
      version: stays,
      nfr: false,
      trialForm: false,
      ...termsOf(stays),
      ...termsOfProduct(next, managesRemotely),
      dataCentres: Object.fromEntries((next?.saas ?? []).map((one) => [one.id, centre])),
    })
  }
  const chooseVersion = (next: Version) =>
    fill({ version: next, nfr: false, trialForm: false, ...termsOf(next), ...termsOfProduct(product, managesRemotely) })
  const setNfr = (isNfr: boolean) =>
    fill(
      isNfr
        ? { ...NFR_TERMS, managed: false }
        : { nfr: false, ...termsOf(version), ...termsOfProduct(product, managesRemotely) },
    )
  return (
    <form
      noValidate
      className="flex max-w-3xl flex-col gap-8 px-4 pb-10 md:px-6"
      onSubmit={submit((plan) => create.mutate(plan))}
    >
      {banner ? (
        <Banner tone="danger" live>
          {banner}
        </Banner>
      ) : null}
      <MouldFields
        bind={bind}
        products={products}
        product={product}
        version={version}
        isNfr={nfr}
        onProduct={choose}
        onVersion={chooseVersion}
        onNfr={setNfr}
      />
      {product ? (
        <SettingsFields
          form={form}
          bind={bind}
          product={product}
          version={version}
          isNfr={nfr}
          saas={product.saas}
          dataCentres={dataCentres}
          managesRemotely={managesRemotely}
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={create.isPending}>
          {t('create')}
        </Button>
        <ButtonLink href="/plans">{t('cancel')}</ButtonLink>
      </div>
      <LeaveGuard isDirty={isDirty && !create.isSuccess} />
    </form>
  )
}
