'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { Building2, Keyboard, Languages, LogOut, type LucideIcon, SunMoon } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Dialog } from 'radix-ui'
import { type ReactNode, useDeferredValue, useRef, useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import { SCREENS } from '@/components/screens'
import { signOut } from '@/components/sign-in/session-client'
import { useTRPC } from '@/components/trpc/client'
import { cn } from '@/components/ui/cn'
import { Kbd } from '@/components/ui/kbd'
import { menuEntries } from './menu-entries'
import { useLanguageChoices, useThemeChoices } from './use-choices'

const NEEDED = 2
const CUSTOMERS_MAX = 8
const ACTION_PATHS: readonly string[] = ['/customers/new', '/customers/import']

/** Folded for comparing: accents and case forgiven. */
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

type Item = {
  key: string
  label: ReactNode
  words: string
  icon: LucideIcon
  hint?: string | undefined
  run: () => void
}

/** Search and commands in one box: customers as you type, screens, actions. */
export function Palette({ onClose, onShortcuts }: { onClose: () => void; onShortcuts: () => void }) {
  const t = useTranslations('shell')
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState('')
  const opener = useRef<Element | null>(null)
  const customers = useCustomers(text, onClose)
  const matching = (items: readonly Item[]) => items.filter(({ words }) => fold(words).includes(fold(text.trim())))
  const screens = matching(useScreenItems(onClose))
  const actions = matching(useActionItems(onClose, onShortcuts))
  // Customers come later than what is typed: when nothing shown is chosen, the first is.
  const keys = [...customers.items, ...screens, ...actions].map(({ key }) => key)
  const current = keys.includes(chosen) ? chosen : (keys[0] ?? '')
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement
          }}
          onCloseAutoFocus={() => {
            if (opener.current instanceof HTMLElement) opener.current.focus()
          }}
          className="fixed inset-x-2 top-2 z-40 flex max-h-[calc(100dvh-1rem)] animate-appear flex-col overflow-hidden rounded-lg border border-line bg-raised text-ink shadow-float sm:inset-x-4 sm:top-[14dvh] sm:mx-auto sm:max-h-[64dvh] sm:max-w-[40rem]"
        >
          <Dialog.Title className="sr-only">{t('palette')}</Dialog.Title>
          <Command
            shouldFilter={false}
            loop
            label={t('palette')}
            value={current}
            onValueChange={setChosen}
            className="flex min-h-0 flex-col"
          >
            <Command.Input
              value={text}
              onValueChange={setText}
              placeholder={t('paletteHint')}
              className="h-12 w-full shrink-0 border-line border-b bg-transparent px-4 text-lg outline-none"
            />
            <Command.List className="min-h-0 flex-1 overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-8 text-center text-ink-3 text-sm">
                {customers.isSearching ? t('searching') : t('noResult')}
              </Command.Empty>
              <Group heading={t('customers')} items={customers.items} />
              <Group heading={t('goTo')} items={screens} />
              <Group heading={t('actions')} items={actions} />
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Group({ heading, items }: { heading: string; items: readonly Item[] }) {
  if (items.length === 0) return null
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-3 [&_[cmdk-group-heading]]:text-xs"
    >
      {items.map(({ key, label, icon: Icon, hint, run }) => (
        <Command.Item
          key={key}
          value={key}
          onSelect={run}
          className={cn(
            'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 text-base pointer-coarse:min-h-11',
            'data-[selected=true]:bg-raised-hover',
          )}
        >
          <Icon aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
          <span className="min-w-0 flex-1 truncate">{label}</span>
          {hint ? <span className="max-w-56 shrink-0 truncate text-ink-3 text-sm">{hint}</span> : null}
        </Command.Item>
      ))}
    </Command.Group>
  )
}

function useCustomers(text: string, onClose: () => void) {
  const trpc = useTRPC()
  const router = useRouter()
  const may = useCan()
  const q = useDeferredValue(text.trim())
  const isAsked = may('customer.view') && q.length >= NEEDED
  const found = useQuery({
    ...trpc.customers.search.queryOptions({ q, limit: CUSTOMERS_MAX }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  const items = (isAsked ? (found.data ?? []) : []).map(
    ({ id, name, partnerName, city }): Item => ({
      key: `customer-${id}`,
      label: name,
      words: name,
      icon: Building2,
      hint: [city, partnerName].filter(Boolean).join(' · '),
      run: () => {
        onClose()
        router.push(`/customers/${id}`)
      },
    }),
  )
  return { items, isSearching: isAsked && found.isFetching }
}

function useScreenItems(onClose: () => void): Item[] {
  const t = useTranslations('screens')
  const router = useRouter()
  return menuEntries(useCan()).map(({ path, key, icon, letter }) => ({
    key: path,
    label: (
      <span className="flex items-center justify-between gap-2">
        {t(key)}
        {letter ? (
          <span className="flex gap-1">
            <Kbd>g</Kbd>
            <Kbd>{letter}</Kbd>
          </span>
        ) : null}
      </span>
    ),
    words: t(key),
    icon,
    run: () => {
      onClose()
      router.push(path)
    },
  }))
}

function useActionItems(onClose: () => void, onShortcuts: () => void): Item[] {
  const t = useTranslations('shell')
  const tScreens = useTranslations('screens')
  const router = useRouter()
  const may = useCan()
  const screens = SCREENS.filter(({ path, privilege }) => ACTION_PATHS.includes(path) && may(privilege))
  const choices = [
    ...useThemeChoices().map((choice) => ({ ...choice, icon: SunMoon, of: t('theme.label') })),
    ...useLanguageChoices().map((choice) => ({ ...choice, icon: Languages, of: t('language') })),
  ].filter(({ checked }) => !checked)
  return [
    ...screens.map(({ path, key, icon }) => ({
      key: path,
      label: tScreens(key),
      words: tScreens(key),
      icon,
      run: () => {
        onClose()
        router.push(path)
      },
    })),
    ...choices.map(({ key, label, icon, of, onSelect }) => ({
      key: `choice-${key}`,
      label: `${of}: ${label}`,
      words: `${of} ${label}`,
      icon,
      run: () => {
        onClose()
        onSelect?.()
      },
    })),
    { key: 'shortcuts', label: t('help'), words: t('help'), icon: Keyboard, run: onShortcuts },
    { key: 'sign-out', label: t('signOut'), words: t('signOut'), icon: LogOut, run: () => void signOut() },
  ]
}
