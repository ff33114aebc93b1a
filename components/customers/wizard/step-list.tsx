'use client'

import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { STEP_KEYS, type StepKey } from './step-fields'

/** The steps, where one is, and a way back to those that are done. */
export function StepList({ step, onGo }: { step: StepKey; onGo: (step: StepKey) => void }) {
  const t = useTranslations('customer.wizard')
  const here = STEP_KEYS.indexOf(step)
  return (
    <nav aria-label={t('steps')}>
      <p className="text-ink-3 text-sm sm:hidden">{t('stepOf', { step: here + 1, total: STEP_KEYS.length })}</p>
      <ol className="hidden flex-wrap items-center gap-x-2 gap-y-1 text-sm sm:flex">
        {STEP_KEYS.map((key, index) => (
          <li key={key} className="flex items-center gap-2">
            {index > 0 ? <span aria-hidden className="h-px w-6 bg-line-strong" /> : null}
            <button
              type="button"
              disabled={index > here}
              aria-current={key === step ? 'step' : undefined}
              onClick={() => onGo(key)}
              className={cn(
                'inline-flex items-center gap-1.5 rounded-md px-1.5 py-1',
                index < here && 'text-accent-text hover:bg-sunken',
                index === here && 'font-semibold text-ink',
                index > here && 'text-ink-3',
              )}
            >
              <span
                aria-hidden
                className={cn(
                  'inline-flex size-5 items-center justify-center rounded-full border text-xs tabular-nums',
                  index <= here ? 'border-accent bg-accent text-on-accent' : 'border-line-strong',
                )}
              >
                {index < here ? '✓' : index + 1}
              </span>
              {t(`step.${key}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
