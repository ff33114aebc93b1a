'use client'

import { useTranslations } from 'next-intl'
import { Instant } from '@/components/time'
import { Button } from '@/components/ui/button'
import { Dash, DescriptionList } from '@/components/ui/description-list'
import { Sheet } from '@/components/ui/dialog'
import type { Privilege } from '@/server/access/privileges'
import type { LogRow } from '@/server/features/administration-log/queries'

type Props = { entry: LogRow | null; onClose: () => void; onOnlyThis?: (targetId: string) => void }

/** One entry in full: what each value was and became. */
export function LogDetail({ entry, onClose, onOnlyThis }: Props) {
  const t = useTranslations('log.detail')
  const tAccess = useTranslations('access')
  return (
    <Sheet
      open={entry !== null}
      onOpenChange={(open) => !open && onClose()}
      title={entry ? tAccess(`privilege.${entry.action as Privilege}`) : ''}
      footer={entry && onOnlyThis ? <Button onClick={() => onOnlyThis(entry.targetId)}>{t('same')}</Button> : null}
    >
      {entry ? <Entry entry={entry} /> : null}
    </Sheet>
  )
}

function Entry({ entry }: { entry: LogRow }) {
  const t = useTranslations('log')
  const keys = [...new Set([...Object.keys(entry.before ?? {}), ...Object.keys(entry.after ?? {})])]
  return (
    <>
      <DescriptionList
        facts={[
          { key: 'time', term: t('detail.time'), value: <Instant at={entry.at} /> },
          { key: 'who', term: t('detail.who'), value: `${entry.accountName} · ${entry.companyName}` },
          {
            key: 'target',
            term: t('detail.target'),
            value: `${t(`target.${entry.targetType}`)} · ${entry.targetName || entry.targetId}`,
          },
          { key: 'from', term: t('detail.from'), value: entry.address },
          { key: 'request', term: t('detail.request'), value: entry.requestId },
        ]}
      />
      {keys.length === 0 ? (
        <p className="pt-4 text-ink-2">{t('detail.none')}</p>
      ) : (
        <table className="mt-4 w-full border-collapse text-sm">
          <thead>
            <tr className="border-line border-b text-left text-ink-2">
              <th scope="col" className="py-1.5 pr-2 font-medium">
                {t('detail.field')}
              </th>
              <th scope="col" className="px-2 py-1.5 font-medium">
                {t('detail.before')}
              </th>
              <th scope="col" className="py-1.5 pl-2 font-medium">
                {t('detail.after')}
              </th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key} className="border-line border-b align-top">
                <th scope="row" className="py-1.5 pr-2 text-left font-normal text-ink-2">
                  {key}
                </th>
                <td className="max-w-40 break-words px-2 py-1.5">
                  <Value value={entry.before?.[key]} />
                </td>
                <td className="max-w-40 break-words py-1.5 pl-2">
                  <Value value={entry.after?.[key]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

/** A value as it was recorded. */
function Value({ value }: { value: unknown }) {
  if (value === undefined || value === null || value === '') return <Dash />
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
