'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ComponentType, type FormEvent, useEffect, useRef } from 'react'
import { LeaveGuard } from '@/components/forms/leave-guard'
import { Banner } from '@/components/ui/banner'
import { Button, ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { toast } from '@/components/ui/toast'
import { AccountStep } from './account-step'
import { CompanyStep } from './company-step'
import { PortalStep } from './portal-step'
import { ReviewStep } from './review-step'
import { STEP_KEYS, type StepKey } from './step-fields'
import { StepList } from './step-list'
import { useWizard, type Wizard } from './use-wizard'

const VIEWS: Record<StepKey, ComponentType<{ wizard: Wizard }>> = {
  portal: PortalStep,
  company: CompanyStep,
  account: AccountStep,
  review: ReviewStep,
}

const TITLES = {
  portal: null,
  company: 'companyTitle',
  account: 'accountTitle',
  review: 'reviewTitle',
} as const satisfies Record<StepKey, string | null>

/** The wizard for a new customer: step by step, back without loss, a review at the end. */
export function NewCustomer() {
  const t = useTranslations('customer.wizard')
  const router = useRouter()
  const wizard = useWizard(({ id, name }) => {
    toast(t('created', { name }))
    router.push(`/customers/${id}`)
  })
  const { step } = wizard
  const here = STEP_KEYS.indexOf(step)
  const before = STEP_KEYS[here - 1]
  const after = STEP_KEYS[here + 1]
  const heading = useFocusOnChange(step)
  const View = VIEWS[step]
  const title = TITLES[step]

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void (after ? wizard.next(after) : wizard.submit())
  }

  return (
    <>
      <PageHeader title={t('title')} purpose={t('purpose')}>
        <StepList step={step} onGo={wizard.setStep} />
      </PageHeader>
      <LeaveGuard isDirty={wizard.isUnsaved} />
      <form noValidate onSubmit={onSubmit} className="flex max-w-180 flex-col gap-6 px-4 pb-10 md:px-6">
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-lg outline-none">
          {title ? t(title) : t(`step.${step}`)}
        </h2>
        {wizard.banner ? (
          <Banner tone="danger" live>
            {wizard.banner}
          </Banner>
        ) : null}
        <View wizard={wizard} />
        <div className="flex flex-wrap gap-2 border-line border-t pt-4 max-sm:flex-col-reverse">
          {before ? <Button onClick={() => wizard.setStep(before)}>{t('back')}</Button> : null}
          <ButtonLink href="/customers">{t('cancel')}</ButtonLink>
          <Button type="submit" variant="primary" busy={wizard.isBusy} className="sm:ml-auto">
            {after ? t('next') : t('create')}
          </Button>
        </div>
      </form>
    </>
  )
}

/** Moves the focus to the heading of a step when the step changes, so that keyboard and reader begin there. */
function useFocusOnChange(step: StepKey) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useEffect(
    function focusTheNewStep() {
      if (shown.current === step) return
      shown.current = step
      heading.current?.focus()
    },
    [step],
  )
  return heading
}
