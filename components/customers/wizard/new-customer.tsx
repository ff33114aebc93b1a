'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import { useLeaveGuard } from '@/components/forms/leave-guard'
import { PageHeader } from '@/components/ui/page-header'
import { Wizard as Steps } from '@/components/ui/stepper'
import { toast } from '@/components/ui/toast'
import { AccountStep } from './account-step'
import { CompanyStep } from './company-step'
import { PlansStep } from './plans-step'
import { PortalStep } from './portal-step'
import { ReviewStep } from './review-step'
import { STEP_KEYS, type StepKey } from './step-fields'
import { useWizard, type Wizard } from './use-wizard'

/** What each step shows. Complete by type: a new step needs a view. */
const VIEWS: Record<StepKey, ComponentType<{ wizard: Wizard }>> = {
  portal: PortalStep,
  company: CompanyStep,
  account: AccountStep,
  plans: PlansStep,
  review: ReviewStep,
}

const isStep = (key: string): key is StepKey => STEP_KEYS.some((step) => step === key)

/** The wizard for a new customer: step by step, back without loss, a review at the end. */
export function NewCustomer() {
  const t = useTranslations('customer.wizard')
  const router = useRouter()
  const wizard = useWizard(({ id, name }) => {
    toast(t('created', { name }))
    router.push(`/customers/${id}`)
  })
  const { guard, leaveTo } = useLeaveGuard(wizard.isUnsaved)
  const steps = STEP_KEYS.map((key) => {
    const View = VIEWS[key]
    return { key, label: t(`step.${key}`), hint: t(`hint.${key}`), content: <View wizard={wizard} /> }
  })
  return (
    <>
      <PageHeader title={t('title')} purpose={t('purpose')} />
      {guard}
      <div className="px-4 pt-2 pb-10 md:px-6">
        <Steps
          steps={steps}
          current={wizard.step}
          onStep={(key) => isStep(key) && wizard.setStep(key)}
          onNext={wizard.check}
          onFinish={() => void wizard.submit()}
          finish={t('create')}
          onCancel={() => leaveTo('/customers')}
          busy={wizard.isBusy}
          error={wizard.banner}
        />
      </div>
    </>
  )
}
