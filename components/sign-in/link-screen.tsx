import { getTranslations } from 'next-intl/server'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { ChoosePasswordForm } from './choose-password-form'
import { PublicPage } from './public-page'

type Props = {
  purpose: 'invitation' | 'passwordReset'
  token: string
  /** Whom the link is for; null when it is used, over, or was never one. */
  holder: { loginName: string; firstName: string; companyName: string } | null
}

/** The page behind a link in a mail. */
export async function LinkScreen({ purpose, token, holder }: Props) {
  const t = await getTranslations('signIn')
  if (!holder)
    return (
      <PublicPage title={t('choose.over')} text={t(`choose.overText.${purpose}`)}>
        <Banner tone="warning">{t('choose.overWhy')}</Banner>
        <ButtonLink href="/forgot">{t('choose.again')}</ButtonLink>
      </PublicPage>
    )
  const { loginName, firstName, companyName } = holder
  return (
    <PublicPage
      title={t(`choose.title.${purpose}`, { company: companyName })}
      text={t(`choose.text.${purpose}`, { name: firstName, company: companyName, loginName })}
    >
      <ChoosePasswordForm purpose={purpose} token={token} loginName={loginName} />
    </PublicPage>
  )
}
