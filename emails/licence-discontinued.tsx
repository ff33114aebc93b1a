import type { MailView } from './context'
import { Licences } from './parts/facts'
import { Frame, Paragraph } from './parts/frame'
import type { MailProps, MailSecrets } from './props'

type View = MailView<MailProps<'licenceDiscontinued'>, MailSecrets<'licenceDiscontinued'>>

/** Licences that have ended for good. */
export function LicenceDiscontinued({ props, context }: View) {
  const { t } = context
  const said = { company: props.companyName, by: props.managedBy, count: props.lines.length }
  return (
    <Frame
      context={context}
      heading={t('licenceDiscontinued.heading', said)}
      preview={t('licenceDiscontinued.preview', said)}
    >
      <Paragraph>{t('licenceDiscontinued.text', said)}</Paragraph>
      <Licences context={context} lines={props.lines} />
      <Paragraph quiet>{t('licenceDiscontinued.questions', said)}</Paragraph>
    </Frame>
  )
}
