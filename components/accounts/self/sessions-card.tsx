'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { useCan } from '@/components/access/access-provider'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Badge } from '@/components/ui/status'
import { toast } from '@/components/ui/toast'
import type { listOwnSessions } from '@/server/features/accounts/queries'
import { programOf } from '@/server/features/accounts/user-agent'

type OwnSession = Awaited<ReturnType<typeof listOwnSessions>>[number]

/** Where I am signed in, and how to end that. */
export function SessionsCard() {
  const t = useTranslations('accounts.sessions')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const mayChange = useCan()('self.update')
  const { data: sessions = [] } = useQuery(trpc.self.sessions.queryOptions())
  const refresh = () => queries.invalidateQueries({ queryKey: trpc.self.sessions.queryKey() })
  const end = useMutation(
    trpc.self.endSession.mutationOptions({ onSuccess: () => toast(t('ended')), onSettled: refresh }),
  )
  const endOthers = useMutation(
    trpc.self.endOtherSessions.mutationOptions({
      onSuccess: ({ ended }) => toast(t('endedOthers', { count: ended })),
      onSettled: refresh,
    }),
  )
  const error = end.error ?? endOthers.error
  const hasOthers = sessions.some(({ isCurrent }) => !isCurrent)
  return (
    <Card
      title={t('title')}
      note={t('purpose')}
      flush
      action={
        mayChange ? (
          <Button
            size="sm"
            busy={endOthers.isPending}
            reason={hasOthers ? null : t('onlyThis')}
            onClick={() => endOthers.mutate()}
          >
            {t('endOthers')}
          </Button>
        ) : null
      }
    >
      {error ? (
        <Banner tone="danger" live className="m-3">
          {refusal.of(error)}
        </Banner>
      ) : null}
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isBusy={end.isPending && end.variables.sessionId === session.id}
            onEnd={mayChange ? () => end.mutate({ sessionId: session.id }) : null}
          />
        ))}
      </ul>
    </Card>
  )
}

type RowProps = { session: OwnSession; isBusy: boolean; onEnd: (() => void) | null }

function SessionRow({ session, isBusy, onEnd }: RowProps) {
  const t = useTranslations('accounts.sessions')
  const format = useFormatter()
  const instant = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })
  const program = programOf(session.userAgent)
  const name = program ? t('browser', program) : t('unknown')
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium text-sm">
          {name}
          {session.isCurrent ? <Badge tone="good">{t('current')}</Badge> : null}
        </p>
        <p className="text-ink-3 text-xs tabular-nums">
          {t('seen', { when: instant(session.lastSeenAt) })}
          {' · '}
          {t('begun', { when: instant(session.createdAt) })}
          {session.address === '' || session.address === 'unknown'
            ? null
            : ` · ${t('from', { address: session.address })}`}
        </p>
      </div>
      {session.isCurrent || !onEnd ? null : (
        <Button size="sm" busy={isBusy} aria-label={t('endOf', { browser: name })} onClick={onEnd}>
          {t('end')}
        </Button>
      )}
    </li>
  )
}
