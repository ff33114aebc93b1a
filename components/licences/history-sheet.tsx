'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/time'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Sheet } from '@/components/ui/dialog'
import { OldNew } from '@/components/ui/old-new'
import { SkeletonLines } from '@/components/ui/skeleton'
import type { VersionRow } from '@/server/features/licences/history'
import type { SubscriptionRow } from '@/server/features/licences/queries'
import type { Holder } from './held'
import { useLicenceWords } from './words'

type Props = { row: SubscriptionRow; holder: Holder; onClose: () => void }

/** Every state a licence had: when it changed, through what and by whom, and what differed. */
export function HistorySheet({ row, holder, onClose }: Props) {
  const t = useTranslations('licence')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const { subscriptionId } = row
  const { data, error, isPending } = useQuery(
    trpc.licences.history.queryOptions({ companyId: holder.id, subscriptionId }),
  )
  return (
    <Sheet open onOpenChange={onClose} title={t('historyOf', { product: row.product.name })} description={holder.name}>
      {error ? <Banner tone="danger">{refusal.of(error)}</Banner> : null}
      {isPending ? <SkeletonLines lines={6} /> : null}
      <ol className="flex flex-col gap-4">
        {(data ?? []).map((version, at) => (
          <Version key={version.revision} version={version} before={data?.[at + 1]} />
        ))}
      </ol>
    </Sheet>
  )
}

function Version({ version, before }: { version: VersionRow; before: VersionRow | undefined }) {
  const t = useTranslations('licence')
  const lines = useDifference(before, version)
  return (
    <li className="border-line border-l-2 pl-3">
      <p className="font-medium text-base">{version.type ? t(`transaction.${version.type}`) : t('changed')}</p>
      <p className="text-ink-3 text-xs">
        <Instant at={version.validFrom} />
        {version.source === 'job' ? ` · ${t('byItself')}` : version.madeBy ? ` · ${version.madeBy}` : ''}
        {version.reference ? ` · ${version.reference}` : ''}
      </p>
      <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-sm">
        {lines.map(({ key, old, now }) => (
          <div key={key} className="contents">
            <dt className="text-ink-3">{t(`field.${key}`)}</dt>
            <dd className="min-w-0 break-words">{before ? <OldNew old={old} now={now} /> : now}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

const FIELDS = [
  'version',
  'planId',
  'units',
  'startsOn',
  'endsOn',
  'autoRenew',
  'renewMonths',
  'noticeDays',
  'managed',
  'suspendedEndsOn',
  'cancelledOn',
] as const

/** What differs between two states, in words; the first state is told by what was bought. */
function useDifference(before: VersionRow | undefined, now: VersionRow) {
  const t = useTranslations('licence')
  const words = useLicenceWords()
  const written = (row: VersionRow, key: (typeof FIELDS)[number]): string => {
    const yesNo = (value: boolean) => (value ? t('yes') : t('no'))
    const dayOf = (value: string | null) => (value === null ? '–' : words.day(value))
    switch (key) {
      case 'version':
        return t(`version.${row.version}`)
      case 'planId':
        return row.planName
      case 'units':
        return words.units(row.units, row.unit)
      case 'renewMonths':
      case 'noticeDays':
        return String(row[key])
      case 'autoRenew':
      case 'managed':
        return yesNo(row[key])
      default:
        return dayOf(row[key])
    }
  }
  return FIELDS.flatMap((key) => {
    const [old, current] = [before ? written(before, key) : '', written(now, key)]
    return old === current || (!before && current === '–') ? [] : [{ key, old, now: current }]
  })
}
