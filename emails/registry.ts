import type { ReactElement } from 'react'
import { AccountCreated } from './account-created'
import type { MailContext } from './context'
import { LicenceAdded } from './licence-added'
import { LicenceDiscontinued } from './licence-discontinued'
import { LicenceModified } from './licence-modified'
import { PasswordReset } from './password-reset'
import { MAIL_INPUT, type MailKind, type MailProps, type MailSecrets } from './props'
import { RegistrationConfirmation } from './registration-confirmation'
import { TwoFactorReset } from './two-factor-reset'

type View<Kind extends MailKind> = { props: MailProps<Kind>; secrets: MailSecrets<Kind>; context: MailContext }

/** What each kind of mail looks like. Complete by type. */
const VIEWS: { [Kind in MailKind]: (view: View<Kind>) => ReactElement } = {
  accountCreated: AccountCreated,
  passwordReset: PasswordReset,
  licenceAdded: LicenceAdded,
  licenceModified: LicenceModified,
  licenceDiscontinued: LicenceDiscontinued,
  registrationConfirmation: RegistrationConfirmation,
  twoFactorReset: TwoFactorReset,
}

/** The mail as an element, from what its row holds. Throws when the row does not hold what the kind asks for. */
export function viewOf<Kind extends MailKind>(
  kind: Kind,
  row: { props: unknown; secrets: unknown },
  context: MailContext,
): ReactElement {
  const input = MAIL_INPUT[kind]
  const props = input.props.parse(row.props) as MailProps<Kind>
  const secrets = input.secrets.parse(row.secrets) as MailSecrets<Kind>
  return VIEWS[kind]({ props, secrets, context })
}
