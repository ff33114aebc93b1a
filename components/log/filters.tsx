'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useCan, usePerson } from '@/components/access/access-provider'
import { usePartnerFilter } from '@/components/companies/partner-filter'
import type { FilterSpec, TableState } from '@/components/table/types'
import { choicesOf } from '@/components/table/url-state'
import { PRIVILEGES, type Privilege } from '@/server/access/privileges'
import { LOG_TARGETS } from '@/server/features/log/targets'

const WRITES = (Object.keys(PRIVILEGES) as Privilege[]).filter((privilege) => PRIVILEGES[privilege].access === 'write')
const OPTIONS_MAX = 12
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** The search pane of the log; partners for those who have some. */
export function useLogFilters({ filters }: TableState): readonly FilterSpec[] {
  const t = useTranslations('log')
  const tAccess = useTranslations('access')
  const format = useFormatter()
  const can = useCan()
  const { companyId } = usePerson()
  const partner = usePartnerFilter({
    chosen: filters.partner,
    label: t('filter.partner'),
    isOffered: can('partner.view') && can('customer.view'),
    without: companyId,
  })
  const nameOf = (privilege: string) =>
    Object.hasOwn(PRIVILEGES, privilege) ? tAccess(`privilege.${privilege as Privilege}`) : privilege
  return [
    { key: 'at', kind: 'days', label: t('filter.at') },
    {
      key: 'action',
      kind: 'search',
      label: t('filter.action'),
      labelOf: (value) => format.list(choicesOf(value).map(nameOf), { type: 'disjunction' }),
      search: async (text) =>
        WRITES.filter((privilege) => plain(nameOf(privilege)).includes(plain(text)))
          .slice(0, OPTIONS_MAX)
          .map((privilege) => ({ value: privilege, label: nameOf(privilege) })),
    },
    {
      key: 'target',
      kind: 'choices',
      label: t('filter.target'),
      options: LOG_TARGETS.map((value) => ({ value, label: t(`target.${value}`) })),
    },
    ...partner,
    {
      key: 'outcome',
      kind: 'choice',
      label: t('filter.refused'),
      options: [
        { value: 'done', label: t('filter.done') },
        { value: 'refused', label: t('filter.refusedOnes') },
      ],
    },
  ]
}
