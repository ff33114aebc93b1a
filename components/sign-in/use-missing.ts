'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

/** Which fields a plain form was sent without: said at the field, in the language of the page and not of the browser. */
export function useMissing() {
  const t = useTranslations('errors.field')
  const [missing, setMissing] = useState<readonly string[]>([])
  return {
    /** Whether everything that is required is there; otherwise the first field without has the focus. */
    isComplete: (form: HTMLFormElement): boolean => {
      const inputs = Array.from(form.elements).filter((element) => element instanceof HTMLInputElement)
      const empty = inputs.filter(({ required, value }) => required && value.trim() === '')
      setMissing(empty.map(({ name }) => name))
      empty[0]?.focus()
      return empty.length === 0
    },
    errorOf: (name: string): string | undefined => (missing.includes(name) ? t('required') : undefined),
  }
}
