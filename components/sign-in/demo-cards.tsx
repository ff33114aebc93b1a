'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { cn } from '@/components/ui/cn'
import { Badge } from '@/components/ui/status'
import type { DemoCard } from '@/server/auth/demo-cards'
import { useSignIn } from './use-sign-in'

/** One card per role and kind of company; a click signs in. The server gives cards in the demo only. */
export function DemoCards({ cards, password, next }: { cards: readonly DemoCard[]; password: string; next: string }) {
  const t = useTranslations('signIn.demo')
  const { busy, error, enter } = useSignIn(next)
  const code = (chunks: ReactNode) => <code className="rounded-sm bg-sunken px-1 font-mono text-ink-2">{chunks}</code>
  return (
    <section aria-labelledby="demo-title" className="flex min-w-0 flex-1 flex-col gap-6">
      <div>
        <h2 id="demo-title" className="font-semibold text-lg">
          {t('title')}
        </h2>
        <p className="mt-1 text-ink-2 text-sm">{cards.length === 0 ? t('empty') : t('purpose')}</p>
        {cards.length === 0 ? null : (
          <p className="mt-1 text-ink-3 text-xs">{t.rich('password', { password, code })}</p>
        )}
      </div>
      {error ? (
        <Banner tone="danger" live>
          {error}
        </Banner>
      ) : null}
      {companiesIn(cards).map((members) => (
        <Company key={members[0].slug} members={members}>
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
        </Company>
      ))}
    </section>
  )
}

type Members = readonly [DemoCard, ...DemoCard[]]

/** The cards of each company together, companies in the order of their first card. */
function companiesIn(cards: readonly DemoCard[]): Members[] {
  const bySlug = new Map<string, [DemoCard, ...DemoCard[]]>()
  for (const card of cards) {
    const members = bySlug.get(card.slug)
    if (members) members.push(card)
    else bySlug.set(card.slug, [card])
  }
  return [...bySlug.values()]
}

function Company({ members: [first], children }: { members: Members; children: ReactNode }) {
  const access = useTranslations('access')
  const isRegular = first.status === 'active' || first.status === 'enabled'
  return (
    <div>
      <h3 className="mb-2 flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium text-sm">{first.companyName}</span>
        <span className="text-ink-3 text-xs">{access(`kind.${first.kind}`)}</span>
        {isRegular ? null : <Badge tone="warning">{access(`status.${first.status}`)}</Badge>}
      </h3>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">{children}</ul>
    </div>
  )
}

type CardProps = { card: DemoCard; isBusy: boolean; isBlocked: boolean; onEnter: () => void }

function Card({ card, isBusy, isBlocked, onEnter }: CardProps) {
  const t = useTranslations('signIn.demo')
  const access = useTranslations('access')
  return (
    <button
      type="button"
      disabled={isBlocked}
      aria-busy={isBusy}
      onClick={onEnter}
      className={cn(
        'flex h-full w-full min-w-0 flex-col justify-between gap-1 rounded-md border border-line bg-surface px-3 py-2 text-left transition-colors duration-100 hover:border-accent-text hover:bg-accent-soft disabled:opacity-60',
        isBusy && 'border-accent-text bg-accent-soft disabled:opacity-100',
      )}
    >
      <span className="text-balance font-medium text-ink text-sm">{access(`role.${card.role}`)}</span>
      <span className="break-all font-mono text-ink-3 text-xs">{card.loginName}</span>
      <span className="sr-only">{t('as', { name: card.personName, company: card.companyName })}</span>
    </button>
  )
}
