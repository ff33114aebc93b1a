'use client'

import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PRIVILEGES, type Privilege } from '@/server/access/privileges'

const isPrivilege = (name: string): name is Privilege => name in PRIVILEGES

/** A page that the person's role does not include: says which privilege is missing, and shows a way back. */
export function NotAllowed({ privilege }: { privilege: string }) {
  const t = useTranslations('shell')
  const tAccess = useTranslations('access')
  return (
    <EmptyState
      isPage
      icon={Lock}
      title={t('notAllowed')}
      hint={
        isPrivilege(privilege)
          ? t('notAllowedHint', { privilege: tAccess(`privilege.${privilege}`) })
          : t('askAdministrator')
      }
      action={<ButtonLink href="/">{t('toStart')}</ButtonLink>}
    />
  )
}
