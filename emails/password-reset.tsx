import type { MailView } from './context'
import { Action } from './parts/action'
import { Frame, Paragraph } from './parts/frame'
import type { MailProps, MailSecrets } from './props'

type View = MailView<MailProps<'passwordReset'>, MailSecrets<'passwordReset'>>

/** A link to choose another password with. */
export function PasswordReset({ props, secrets, context }: View) {
  const { t } = context
  const { companyName: company, loginName, by } = props
  return (
    <Frame context={context} heading={t('passwordReset.heading')} preview={t('passwordReset.preview', { company })}>
      <Paragraph>
        {by === ''
          ? t('passwordReset.text', { company, loginName })
          : t('passwordReset.textBy', { company, loginName, by })}
      </Paragraph>
      <Action
        context={context}
        path={`/reset/${secrets.token ?? ''}`}
        label={t('passwordReset.choose')}
        note={t('passwordReset.valid')}
      />
      <Paragraph quiet>{t('passwordReset.notYou')}</Paragraph>
    </Frame>
  )
}
