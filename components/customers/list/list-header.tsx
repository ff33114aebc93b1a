'use client'

import { Plus, Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCan } from '@/components/access/access-provider'
import { useTRPCClient } from '@/components/trpc/client'
import { Button, ButtonLink } from '@/components/ui/button'
import type { MenuEntry } from '@/components/ui/menu'
import { PageHeader } from '@/components/ui/page-header'
import { DISPLAY_SETTINGS, type DisplaySetting } from '@/server/features/customers/list-options'
import type { CustomerList } from './use-customer-list'

/** Title, what can be created, and which customers the list shows at all. */
export function ListHeader({ list: { setup, display } }: { list: CustomerList }) {
  const t = useTranslations('customers')
  const can = useCan()
  const { customers } = useTRPCClient()
  const show = (next: DisplaySetting) =>
    setup.expect(
      (before) => ({ ...before, settings: { ...before.settings, display: next } }),
      () => customers.saveDisplay.mutate({ display: next }),
    )
  const settings: MenuEntry[] = [
    { key: 'display', heading: t('display.title') },
    ...DISPLAY_SETTINGS.map((each) => ({
      key: each,
      label: t(`display.${each}`),
      checked: display === each,
      onSelect: () => void show(each),
    })),
  ]
  return (
    <PageHeader
      title={t('title')}
      purpose={t('purpose')}
      facts={
        display === 'managed' ? (
          <>
            <span>{t('display.isManaged')}</span>
            {can('customer.displaySettings') ? (
              <Button variant="link" size="sm" className="h-auto px-0" onClick={() => show('all')}>
                {t('display.showAll')}
              </Button>
            ) : null}
          </>
        ) : null
      }
      menu={[
        ...(can('customer.import')
          ? [{ key: 'import', label: t('import'), icon: Upload, href: '/customers/import' }]
          : []),
        ...(can('customer.displaySettings') ? settings : []),
      ]}
      action={
        can('customer.create') ? (
          <ButtonLink variant="primary" icon={Plus} href="/customers/new">
            {t('new')}
          </ButtonLink>
        ) : null
      }
    />
  )
}
