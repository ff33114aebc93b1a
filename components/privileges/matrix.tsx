'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { Input } from '@/components/ui/input'
import { PageHeader } from '@/components/ui/page-header'
import { COMPANY_KINDS, PRIVILEGES, type Privilege, privilegeRow, ROLES } from '@/server/access/privileges'

const ALL = Object.keys(PRIVILEGES) as Privilege[]
const CELL = 'px-2 py-2 max-md:block max-md:p-0 max-md:py-0.5'
const wordOf = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Who may what, as a table of privileges by role, with the kinds of company in words; on a phone as cards that name the roles. */
export function PrivilegeMatrix() {
  const t = useTranslations('access')
  const { privileges, role } = usePerson()
  const [text, setText] = useState('')
  const [isMineOnly, setMineOnly] = useState(false)
  const shown = ALL.filter(
    (privilege) =>
      (!isMineOnly || privileges.includes(privilege)) &&
      wordOf(`${privilege} ${t(`privilege.${privilege}`)}`).includes(wordOf(text)),
  )
  return (
    <>
      <PageHeader title={t('screen.title')} purpose={t('screen.purpose')} />
      <div className="flex flex-wrap items-center gap-3 px-4 pb-3 md:px-6">
        <Input
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t('screen.filter')}
          aria-label={t('screen.filter')}
          className="w-72 max-w-full"
        />
        <Checkbox
          label={t('screen.mine')}
          checked={isMineOnly}
          onChange={(event) => setMineOnly(event.target.checked)}
        />
      </div>
      <p className="max-w-3xl px-4 pb-4 text-ink-2 text-sm md:px-6">{t('screen.legend')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section tabIndex={0} className="relative overflow-x-auto px-4 pb-10 md:px-6" aria-label={t('screen.title')}>
        <table className="w-full border-collapse text-sm max-md:block md:min-w-[60rem]">
          <thead className="max-md:sr-only">
            <tr className="border-line border-b text-left align-bottom text-ink-2">
              <th scope="col" className="sticky left-0 bg-canvas py-2 pr-4 font-medium">
                {t('screen.privilege')}
              </th>
              <th scope="col" className="px-2 py-2 font-medium">
                {t('screen.access')}
              </th>
              <th scope="col" className="min-w-40 px-2 py-2 font-medium">
                {t('screen.kinds')}
              </th>
              {ROLES.map((each) => (
                <th
                  key={each}
                  scope="col"
                  className={`w-24 px-2 py-2 text-center font-medium ${each === role ? 'text-accent-text' : ''}`}
                >
                  {t(`role.${each}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-md:block max-md:border-line max-md:border-t">
            {shown.map((privilege) => (
              <MatrixRow key={privilege} privilege={privilege} isMine={privileges.includes(privilege)} />
            ))}
          </tbody>
        </table>
        {shown.length === 0 ? <p className="py-8 text-center text-ink-2">{t('screen.noMatch')}</p> : null}
      </section>
    </>
  )
}

function MatrixRow({ privilege, isMine }: { privilege: Privilege; isMine: boolean }) {
  const t = useTranslations('access')
  const { role: mine } = usePerson()
  const { access, kinds, roles, on } = privilegeRow(privilege)
  return (
    <tr className="border-line border-b max-md:block max-md:py-2">
      <th
        scope="row"
        className="sticky left-0 bg-canvas py-2 pr-4 text-left font-normal max-md:static max-md:block max-md:py-0.5 max-md:pr-0"
      >
        <span className={isMine ? 'font-medium text-ink' : 'text-ink-2'}>{t(`privilege.${privilege}`)}</span>
        {isMine ? <Check aria-label={t('screen.youHave')} className="ml-1 inline size-3.5 text-good-text" /> : null}
        <code className="block text-ink-3 text-xs">{privilege}</code>
      </th>
      <td className={CELL}>{t(`screen.${access}`)}</td>
      <td className={cn(CELL, 'text-ink-2')}>
        {kinds.length === COMPANY_KINDS.length
          ? t('screen.allKinds')
          : kinds.map((kind) => t(`kind.${kind}`)).join(', ')}
        <span className="block text-ink-3 text-xs max-md:ml-2 max-md:inline">{t(`screen.only.${on}`)}</span>
      </td>
      {ROLES.map((role) => (
        <td
          key={role}
          className={cn(
            'px-2 py-2 text-center max-md:mr-3 max-md:p-0 max-md:py-0.5',
            roles.includes(role) ? 'max-md:inline-block' : 'max-md:hidden',
          )}
        >
          {roles.includes(role) ? (
            <>
              <Check
                aria-label={t('screen.yes')}
                className="mx-auto size-4 text-good-text max-md:mr-1 max-md:inline max-md:size-3.5"
                strokeWidth={2}
              />
              <span className={cn('md:hidden', role === mine && 'font-medium text-accent-text')}>
                {t(`role.${role}`)}
              </span>
            </>
          ) : (
            <span className="text-ink-3" role="img" aria-label={t('screen.no')}>
              ·
            </span>
          )}
        </td>
      ))}
    </tr>
  )
}
