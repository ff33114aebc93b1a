import type { MailView } from './context'
import { Action } from './parts/action'
import { Facts, Licences } from './parts/facts'
import { Frame, Paragraph } from './parts/frame'
import type { MailProps, MailSecrets } from './props'

type View = MailView<MailProps<'registrationConfirmation'>, MailSecrets<'registrationConfirmation'>>

/** What a registration has brought: the licences, their activation codes if they have some, and where to sign in. */
export function RegistrationConfirmation({ props, secrets, context }: View) {
  const { t } = context
  const said = { company: props.companyName, by: props.managedBy, count: props.lines.length }
  const hasCodes = (secrets.codes ?? []).some((code) => code !== '')
  return (
    <Frame
      context={context}
      heading={t('registrationConfirmation.heading', said)}
      preview={t('registrationConfirmation.preview', said)}
    >
      <Paragraph>{t('registrationConfirmation.text', said)}</Paragraph>
      {hasCodes ? <Paragraph>{t('registrationConfirmation.codes', said)}</Paragraph> : null}
      <Licences context={context} lines={props.lines} codes={secrets.codes} />
      {props.loginName === '' ? null : <Facts facts={[[t('fact.loginName'), props.loginName]]} />}
      <Action context={context} path={`/${props.slug}/sign-in`} label={t('licencesShown')} />
    </Frame>
  )
}
