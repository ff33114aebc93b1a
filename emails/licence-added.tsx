import type { MailView } from './context'
import { Action } from './parts/action'
import { Licences } from './parts/facts'
import { Frame, Paragraph } from './parts/frame'
import type { MailProps, MailSecrets } from './props'

type View = MailView<MailProps<'licenceAdded'>, MailSecrets<'licenceAdded'>>

/** New licences of a customer. */
export function LicenceAdded({ props, secrets, context }: View) {
  const { t } = context
  const said = { company: props.companyName, by: props.managedBy, count: props.lines.length }
  return (
    <Frame context={context} heading={t('licenceAdded.heading', said)} preview={t('licenceAdded.preview', said)}>
      <Paragraph>{t('licenceAdded.text', said)}</Paragraph>
      <Licences context={context} lines={props.lines} codes={secrets.codes} />
      <Action context={context} path={`/${props.slug}/sign-in`} label={t('licencesShown')} />
    </Frame>
  )
}
