import type { MailView } from './context'
import { Action } from './parts/action'
import { Frame, Paragraph } from './parts/frame'
import type { MailProps, MailSecrets } from './props'

type View = MailView<MailProps<'twoFactorReset'>, MailSecrets<'twoFactorReset'>>

/** Somebody has taken the second factor away from an account. */
export function TwoFactorReset({ props, context }: View) {
  const { t } = context
  const said = { company: props.companyName, loginName: props.loginName, by: props.by }
  return (
    <Frame context={context} heading={t('twoFactorReset.heading')} preview={t('twoFactorReset.preview', said)}>
      <Paragraph>{t('twoFactorReset.text', said)}</Paragraph>
      <Action context={context} path={`/${props.slug}/sign-in`} label={t('twoFactorReset.signIn')} />
      <Paragraph quiet>{t('twoFactorReset.notAgreed', said)}</Paragraph>
    </Frame>
  )
}
