'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { DescriptionList, type Fact } from '@/components/ui/description-list'

type Props = {
  /** The name of the step that this was typed in. */
  title: string
  facts: readonly Fact[]
  onEdit: () => void
  children?: ReactNode
}

/** One step of a wizard, to look over once more, with the way back to it. */
export function ReviewPart({ title, facts, onEdit, children }: Props) {
  const t = useTranslations('common')
  return (
    <section>
      <header className="flex items-baseline justify-between gap-2">
        <h3 className="font-semibold text-base">{title}</h3>
        <Button variant="link" size="sm" className="-mr-2" aria-label={t('stepEdit', { step: title })} onClick={onEdit}>
          {t('stepChange')}
        </Button>
      </header>
      <DescriptionList facts={facts} />
      {children}
    </section>
  )
}
