'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { Checkbox } from '@/components/ui/checkbox'
import { Input } from '@/components/ui/input'
import { PageHeader } from '@/components/ui/page-header'
import { COMPANY_KINDS, PRIVILEGES, type Privilege, privilegeRow, ROLES } from '@/server/access/privileges'

const ALL = Object.keys(PRIVILEGES) as Privilege[]
const wordOf = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Who may what, as a table of privileges by role, with the kinds of company in words. */
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
      <section tabIndex={0} className="overflow-x-auto px-4 pb-10 md:px-6" aria-label={t('screen.title')}>
        <table className="w-full min-w-[64rem] border-collapse text-sm">
          <thead>
            <tr className="border-line border-b text-left align-bottom text-ink-2">
              <th scope="col" className="sticky left-0 bg-canvas py-2 pr-4 font-medium">
                {t('screen.privilege')}
              </th>
              <th scope="col" className="px-2 py-2 font-medium">
                {t('screen.access')}
              </th>
              <th scope="col" className="px-2 py-2 font-medium">
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
          <tbody>
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
  const { access, kinds, roles, on } = privilegeRow(privilege)
  return (
    <tr className="border-line border-b">
      <th scope="row" className="sticky left-0 bg-canvas py-2 pr-4 text-left font-normal">
        <span className={isMine ? 'font-medium text-ink' : 'text-ink-2'}>{t(`privilege.${privilege}`)}</span>
        {isMine ? <Check aria-label={t('screen.youHave')} className="ml-1 inline size-3.5 text-good-text" /> : null}
        <code className="block text-ink-3 text-xs">{privilege}</code>
      </th>
      <td className="px-2 py-2">{t(`screen.${access}`)}</td>
      <td className="px-2 py-2 text-ink-2">
        {kinds.length === COMPANY_KINDS.length
          ? t('screen.allKinds')
          : kinds.map((kind) => t(`kind.${kind}`)).join(', ')}
        <span className="block text-ink-3 text-xs">{t(`screen.only.${on}`)}</span>
      </td>
      {ROLES.map((role) => (
        <td key={role} className="px-2 py-2 text-center">
          {roles.includes(role) ? (
            <Check aria-label={t('screen.yes')} className="mx-auto size-4 text-good-text" strokeWidth={2} />
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
