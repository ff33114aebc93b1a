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
import { KindStep } from './kind-step'
import { LicencesStep } from './licences-step'
import { OptionsStep } from './options-step'
import { PlansStep } from './plans-step'
import { RemoteStep } from './remote-step'
import { ReviewStep } from './review-step'
import type { StepKey } from './steps'
import { useWizard, type Wizard } from './use-wizard'

/** What each step shows. Complete by type: a new step needs a view. */
const VIEWS: Record<StepKey, ComponentType<{ wizard: Wizard }>> = {
  kind: KindStep,
  company: CompanyStep,
  account: AccountStep,
  licences: LicencesStep,
  remote: RemoteStep,
  plans: PlansStep,
  options: OptionsStep,
  review: ReviewStep,
}

/** The wizard for a new partner: whose it is, who administers it, what it sells. */
export function NewPartner() {
  const t = useTranslations('partners.wizard')
  const router = useRouter()
  const wizard = useWizard(({ id, name }) => {
    toast(t('created', { name }))
    router.push(`/partners/${id}?tab=licences`)
  })
  const { guard, leaveTo } = useLeaveGuard(wizard.isUnsaved)
  const steps = wizard.steps.map((key) => {
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
          onStep={(key) => {
            const next = wizard.steps.find((step) => step === key)
            if (next) wizard.setStep(next)
          }}
          onNext={wizard.check}
          onFinish={() => void wizard.submit()}
          finish={t('create')}
          onCancel={() => leaveTo('/partners')}
          busy={wizard.isBusy}
          error={wizard.banner}
        />
      </div>
    </>
  )
}
