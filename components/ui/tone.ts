/** The five states. Each has text, soft fill and solid. */
export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'danger'

export const TONE_TEXT = {
  neutral: 'text-neutral-text',
  info: 'text-info-text',
  good: 'text-good-text',
  warning: 'text-warning-text',
  danger: 'text-danger-text',
} as const satisfies Record<Tone, string>

export const TONE_SOFT = {
  neutral: 'bg-neutral-soft text-neutral-text',
  info: 'bg-info-soft text-info-text',
  good: 'bg-good-soft text-good-text',
  warning: 'bg-warning-soft text-warning-text',
  danger: 'bg-danger-soft text-danger-text',
} as const satisfies Record<Tone, string>

export const TONE_SOLID = {
  neutral: 'bg-neutral',
  info: 'bg-info',
  good: 'bg-good',
  warning: 'bg-warning',
  danger: 'bg-danger',
} as const satisfies Record<Tone, string>
