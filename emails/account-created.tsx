import type { MailView } from './context'
import { Action } from './parts/action'
import { Facts } from './parts/facts'
import { Frame, Paragraph } from './parts/frame'
import type { MailProps, MailSecrets } from './props'

type View = MailView<MailProps<'accountCreated'>, MailSecrets<'accountCreated'>>

/** A new account: a link to choose a password with, or the way to sign in with the one that was handed over. */
export function AccountCreated({ props, secrets, context }: View) {
  const { t } = context
  const { companyName: company, loginName, createdBy: by, slug } = props
  return (
    <Frame
      context={context}
      heading={t('accountCreated.heading', { company })}
      preview={t('accountCreated.preview', { company })}
    >
      <Paragraph>
        {by === '' ? t('accountCreated.text', { company }) : t('accountCreated.textBy', { company, by })}
      </Paragraph>
      <Facts
        facts={[
          [t('fact.company'), company],
          [t('fact.loginName'), loginName],
          [t('fact.signIn'), context.link(`/${slug}/sign-in`)],
        ]}
      />
      {secrets.token === undefined ? (
        <Action
          context={context}
          path={`/${slug}/sign-in`}
          label={t('accountCreated.signIn')}
          note={t('accountCreated.handedOver')}
        />
      ) : (
        <Action
          context={context}
          path={`/invitation/${secrets.token}`}
          label={t('accountCreated.choose')}
          note={t('accountCreated.valid')}
        />
      )}
    </Frame>
  )
}
