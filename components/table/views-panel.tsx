'use client'

import { Check, Pencil, Trash2, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { FieldError } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import type { SavedView } from './types'
import { queryOf, stateOfQuery } from './url-state'
import { ViewForm } from './view-form'
import type { ViewsProps } from './views-button'

type ViewsPanelProps = ViewsProps & { current: SavedView | undefined; close: () => void }
type Doing = { kind: 'list' } | { kind: 'save' } | { kind: 'edit' | 'delete'; view: SavedView }

/** Shows, saves, renames, shares and deletes views of this list. */
export function ViewsPanel({ views, state, setState, filterKeys, current, close }: ViewsPanelProps) {
  const t = useTranslations('table')
  const [doing, setDoing] = useState<Doing>({ kind: 'list' })
  const query = queryOf(state)
  const toList = () => setDoing({ kind: 'list' })
  if (doing.kind === 'save') {
    return (
      <ViewForm
        title={t('viewSave')}
        refusalOf={views.refusalOf}
        onCancel={toList}
        onSubmit={async (named) => {
          await views.onSave({ ...named, query })
          close()
        }}
      />
    )
  }
  if (doing.kind === 'edit') {
    const { view } = doing
    return (
      <ViewForm
        title={t('viewEdit')}
        view={view}
        canReplace={view.query !== query}
        refusalOf={views.refusalOf}
        onCancel={toList}
        onSubmit={async ({ name, shared, replaces }) => {
          await views.onChange({ id: view.id, name, shared, query: replaces ? query : view.query })
          toList()
        }}
      />
    )
  }
  if (doing.kind === 'delete') {
    return <DeleteView view={doing.view} onDelete={views.onDelete} refusalOf={views.refusalOf} onDone={toList} />
  }
  const show = (view: SavedView) => {
    const { search, sort, columns, filters } = stateOfQuery(view.query, filterKeys)
    setState({ search, sort, columns, filters })
    close()
  }
  return (
    <>
      {views.items.length === 0 ? (
        <p className="px-4 pt-4 pb-3 text-ink-3 text-sm">{t('viewsEmpty')}</p>
      ) : (
        <ul className="max-h-80 overflow-y-auto p-1">
          {views.items.map((view) => (
            <li key={view.id} className="flex items-center rounded-sm hover:bg-sunken">
              <button
                type="button"
                aria-current={view === current ? 'true' : undefined}
                onClick={() => show(view)}
                className="flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-sm px-2 text-left text-sm"
              >
                <Check aria-hidden className={cn('size-4 shrink-0', view !== current && 'opacity-0')} />
                <span className="truncate">{view.name}</span>
                {view.shared ? (
                  <Users aria-label={t('viewShared')} className="size-3.5 shrink-0 text-ink-3" strokeWidth={1.75} />
                ) : null}
              </button>
              {view.mine ? (
                <>
                  <IconButton
                    size="sm"
                    icon={Pencil}
                    label={t('viewEditNamed', { name: view.name })}
                    onClick={() => setDoing({ kind: 'edit', view })}
                  />
                  <IconButton
                    size="sm"
                    icon={Trash2}
                    label={t('viewDeleteNamed', { name: view.name })}
                    onClick={() => setDoing({ kind: 'delete', view })}
                  />
                </>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <div className="border-line border-t p-2">
        <Button
          size="sm"
          variant="ghost"
          className="w-full"
          reason={query === '' ? t('viewNothing') : current ? t('viewSame', { name: current.name }) : null}
          onClick={() => setDoing({ kind: 'save' })}
        >
          {t('viewSave')}
        </Button>
      </div>
    </>
  )
}

type DeleteViewProps = {
  view: SavedView
  onDelete: (view: SavedView) => Promise<void>
  refusalOf: (error: unknown) => string
  onDone: () => void
}

function DeleteView({ view, onDelete, refusalOf, onDone }: DeleteViewProps) {
  const t = useTranslations('table')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const run = async () => {
    setBusy(true)
    try {
      await onDelete(view)
      onDone()
    } catch (failure) {
      setError(refusalOf(failure))
      setBusy(false)
    }
  }
  return (
    <div className="flex flex-col gap-3 p-4 text-sm">
      <p>{view.shared ? t('viewDeleteShared', { name: view.name }) : t('viewDeleteOwn', { name: view.name })}</p>
      {error ? <FieldError>{error}</FieldError> : null}
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button size="sm" variant="danger" busy={isBusy} onClick={run}>
          {t('delete')}
        </Button>
      </div>
    </div>
  )
}
