'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '@/components/forms/form-dialog'
import { useTRPCClient } from '@/components/trpc/client'
import { Checkbox } from '@/components/ui/checkbox'
import { Combobox, type ComboboxOption } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import type { LicenceAsk, LicenceBulkAction, LicenceBulkRequest } from './request'

export type AskProps = {
  action: LicenceBulkAction
  /** How many customers are selected; null while that is not known. */
  count: number | null
  onPreview: (asked: Pick<LicenceBulkRequest, 'ask' | 'productId' | 'sendMail'>) => void
  onClose: () => void
}

type Props = AskProps & {
  /** What is asked, or null while it is not complete. */
  ask: LicenceAsk | null
  /** Why it is not complete. */
  reason: string | null
  children?: ReactNode
}

/** What shall be done to the licences of a selection of customers; the preview comes next. */
export function AskDialog({ action, count, onPreview, onClose, ask, reason, children }: Props) {
  const t = useTranslations('licence.bulk')
  const l = useTranslations('licence')
  const [product, setProduct] = useState<ComboboxOption | null>(null)
  const [sendMail, setSendMail] = useState(true)
  return (
    <FormDialog
      title={count === null ? t(`askAll.${action}`) : t(`ask.${action}`, { count })}
      submitLabel={t('preview')}
      closeLabel={l('close')}
      reason={reason}
      onSubmit={() => ask && onPreview({ ask, productId: product?.value ?? null, sendMail })}
      onClose={onClose}
    >
      {children}
      {action === 'assign' ? null : <ProductField value={product} onChange={setProduct} />}
      <Checkbox
        label={l('sendMail')}
        hint={l('sendMailHint')}
        checked={sendMail}
        onChange={(event) => setSendMail(event.target.checked)}
      />
    </FormDialog>
  )
}

type ProductProps = { value: ComboboxOption | null; onChange: (option: ComboboxOption | null) => void }

/** Only licences of one product. */
function ProductField({ value, onChange }: ProductProps) {
  const t = useTranslations('licence.bulk')
  const { customers } = useTRPCClient()
  return (
    <Field label={t('onlyProduct')} hint={t('onlyProductHint')}>
      <Combobox
        value={value}
        onValueChange={onChange}
        placeholder={t('anyProduct')}
        search={async (text, signal) => {
          const found = await customers.productOptions.query({ q: text }, { signal })
          return found.map(({ id, name }) => ({ value: id, label: name }))
        }}
      />
    </Field>
  )
}
