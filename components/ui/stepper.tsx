'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { Banner } from './banner'
import { Button } from './button'
import { cn } from './cn'

export type Step = { key: string; label: string; hint?: ReactNode; content: ReactNode }

type WizardProps = {
  steps: readonly Step[]
  /** The key of the step in view; what was typed in the others is the caller's to keep. */
  current: string
  onStep: (key: string) => void
  /** Checks the step in view; only `true` goes on. */
  onNext?: (key: string) => boolean | Promise<boolean>
  onFinish: () => void
  /** The verb of the last button. */
  finish: string
  onCancel?: () => void
  busy?: boolean
  error?: ReactNode
}

/** Steps in order, back without loss, a review at the end. Enter goes on. */
export function Wizard(props: WizardProps) {
  const { steps, current, onStep, onNext, onFinish, finish, onCancel, busy = false, error } = props
  const t = useTranslations('common')
  const at = Math.max(
    0,
    steps.findIndex(({ key }) => key === current),
  )
  const step = steps[at]
  const heading = useStepFocus(current)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || !step) return
    if (onNext && !(await onNext(step.key))) return
    const next = steps[at + 1]
    if (next) onStep(next.key)
    else onFinish()
  }
  const before = steps[at - 1]
  return (
    <div className="grid gap-x-10 gap-y-4 md:grid-cols-[12rem_minmax(0,45rem)]">
      <StepList steps={steps} at={at} onStep={onStep} />
      <form onSubmit={submit} noValidate className="min-w-0">
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-lg">
          <span className="sr-only">{t('step', { number: at + 1, total: steps.length })}: </span>
          {step?.label}
        </h2>
        {step?.hint ? <p className="mt-0.5 text-ink-3 text-sm">{step.hint}</p> : null}
        <div className="mt-4">{step?.content}</div>
        {error ? (
          <Banner tone="danger" live className="mt-4">
            {error}
          </Banner>
        ) : null}
        <footer className="mt-6 flex items-center gap-2 border-line border-t pt-4">
          {onCancel ? (
            <Button variant="ghost" onClick={onCancel}>
              {t('cancel')}
            </Button>
          ) : null}
          <span className="flex-1" />
          {before ? <Button onClick={() => onStep(before.key)}>{t('back')}</Button> : null}
          <Button type="submit" variant="primary" busy={busy}>
            {at === steps.length - 1 ? finish : t('next')}
          </Button>
        </footer>
      </form>
    </div>
  )
}

/** The way so far can be walked again; what comes is seen, not reached. */
function StepList({ steps, at, onStep }: { steps: readonly Step[]; at: number; onStep: (key: string) => void }) {
  const t = useTranslations('common')
  return (
    <nav aria-label={t('steps')}>
      <ol className="flex gap-1.5 md:flex-col md:gap-0.5">
        {steps.map(({ key, label }, index) => {
          const isDone = index < at
          const isCurrent = index === at
          const inside = (
            <>
              <span
                aria-hidden
                className={cn(
                  'inline-flex size-5 shrink-0 items-center justify-center rounded-full border text-xs tabular-nums',
                  isCurrent && 'border-accent bg-accent text-on-accent',
                  isDone && 'border-good text-good-text',
                  !isCurrent && !isDone && 'border-line-strong text-ink-3',
                )}
              >
                {isDone ? <Check className="size-3" strokeWidth={2.5} /> : index + 1}
              </span>
              <span
                className={cn(
                  'truncate',
                  isCurrent ? 'font-medium text-ink' : 'text-ink-3',
                  !isCurrent && 'max-md:sr-only',
                )}
              >
                {label}
                {isDone ? <span className="sr-only"> ({t('stepDone')})</span> : null}
              </span>
            </>
          )
          const look = 'flex min-h-8 min-w-0 items-center gap-2 rounded-md text-left text-sm md:w-full md:px-2'
          return (
            <li key={key} aria-current={isCurrent ? 'step' : undefined} className="min-w-0">
              {isDone ? (
                <button type="button" onClick={() => onStep(key)} className={cn(look, 'hover:bg-sunken')}>
                  {inside}
                </button>
              ) : (
                <span className={look}>{inside}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** Puts the focus on the new step's heading, so that readers hear where they are; not when the wizard opens. */
function useStepFocus(current: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const last = useRef(current)
  useEffect(() => {
    if (last.current !== current) heading.current?.focus()
    last.current = current
  }, [current])
  return heading
}
