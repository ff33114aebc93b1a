'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import { useLeaveGuard } from '@/components/forms/leave-guard'
import { PageHeader } from '@/components/ui/page-header'
import { RadioGroup } from '@/components/ui/radio-group'
import { Wizard as Steps } from '@/components/ui/stepper'
import { toast } from '@/components/ui/toast'
import { PARTNER_KINDS } from '@/server/features/partners/options'
import { AccountStep } from './account-step'
import { CompanyStep } from './company-step'
import { ReviewStep } from './review-step'
import { STEP_KEYS, type StepKey } from './steps'
import { useWizard, type Wizard } from './use-wizard'

/** What each step shows. Complete by type: a new step needs a view. */
const VIEWS: Record<StepKey, ComponentType<{ wizard: Wizard }>> = {
  kind: KindStep,
  company: CompanyStep,
  account: AccountStep,
  review: ReviewStep,
}

const isStep = (key: string): key is StepKey => STEP_KEYS.some((step) => step === key)

/** The wizard for a new partner. What it may sell is set on its page, where it leads to. */
export function NewPartner() {
  const t = useTranslations('partners.wizard')
  const router = useRouter()
  const wizard = useWizard(({ id, name }) => {
    toast(t('created', { name }))
    router.push(`/partners/${id}?tab=licences`)
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
          onCancel={() => leaveTo('/partners')}
          busy={wizard.isBusy}
          error={wizard.banner}
        />
      </div>
    </>
  )
}

/** MSP or reseller: it decides from what the partner sells. */
function KindStep({ wizard }: { wizard: Wizard }) {
  const t = useTranslations('partners.wizard')
  const tAccess = useTranslations('access.kind')
  const { input, error } = wizard.bind('kind')
  return (
    <RadioGroup
      legend={t('kindTitle')}
      cards
      input={input}
      error={error}
      options={PARTNER_KINDS.map((value) => ({ value, label: tAccess(value), hint: t(`kindHint.${value}`) }))}
    />
  )
}
