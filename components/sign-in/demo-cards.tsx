'use client'

import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { COMPANY_KINDS } from '@/server/access/privileges'
import type { DemoCard } from '@/server/auth/demo-cards'
import { useSignIn } from './use-sign-in'

/** One card per role and kind of company; a click signs in. The server gives cards in the demo only. */
export function DemoCards({ cards, password, next }: { cards: readonly DemoCard[]; password: string; next: string }) {
  const t = useTranslations('signIn.demo')
  const { busy, error, enter } = useSignIn(next)
  const groups = COMPANY_KINDS.map((kind) => ({ kind, members: cards.filter((card) => card.kind === kind) }))
  return (
    <section aria-labelledby="demo-title" className="flex flex-col gap-5">
      <div>
        <h2 id="demo-title" className="font-semibold text-lg">
          {t('title')}
        </h2>
        <p className="mt-0.5 text-ink-2 text-sm">{t('purpose')}</p>
      </div>
      {error ? (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger-text text-sm">
          {error}
        </p>
      ) : null}
      {cards.length === 0 ? <p className="text-ink-2 text-sm">{t('empty')}</p> : null}
      {groups
        .filter(({ members }) => members.length > 0)
        .map(({ kind, members }) => (
          <div key={kind}>
            <h3 className="mb-1.5 font-medium text-ink-2 text-xs">{t(`group.${kind}`)}</h3>
            <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
              {members.map((card) => (
                <li key={card.loginName} className="min-w-0">
                  <Card
                    card={card}
                    isBusy={busy === card.loginName}
                    isBlocked={busy !== null}
                    onEnter={() => enter(card.loginName, { slug: card.slug, loginName: card.loginName, password })}
                  />
                </li>
              ))}
            </ul>
          </div>
        ))}
      {cards.length === 0 ? null : (
        <p className="text-ink-3 text-xs">
          {t.rich('password', {
            password,
            code: (chunks) => <code className="rounded-sm bg-sunken px-1 font-mono text-ink-2">{chunks}</code>,
          })}
        </p>
      )}
    </section>
  )
}

type CardProps = { card: DemoCard; isBusy: boolean; isBlocked: boolean; onEnter: () => void }

function Card({ card, isBusy, isBlocked, onEnter }: CardProps) {
  const t = useTranslations('signIn.demo')
  const access = useTranslations('access')
  const role = access(`role.${card.role}`)
  const isRegular = card.status === 'active' || card.status === 'enabled'
  return (
    <button
      type="button"
      disabled={isBlocked}
      aria-busy={isBusy}
      aria-label={t('as', { name: card.personName, role, company: card.companyName })}
      onClick={onEnter}
      className={cn(
        'flex w-full min-w-0 flex-col rounded-md border border-line bg-surface px-3 py-2.5 text-left transition-colors duration-100 hover:border-accent-text hover:bg-accent-soft disabled:opacity-60',
        isBusy && 'border-accent-text bg-accent-soft disabled:opacity-100',
      )}
    >
      <span className="truncate font-medium text-ink text-sm">{role}</span>
      <span className="truncate text-ink-2 text-xs">
        {isRegular ? card.companyName : `${card.companyName} · ${access(`status.${card.status}`)}`}
      </span>
      <span className="mt-1 truncate font-mono text-ink-3 text-xs">{card.loginName}</span>
    </button>
  )
}
