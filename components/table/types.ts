import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** One column. Words are translated by the caller; cells are plain React. */
export type ColumnSpec<Row> = {
  /** Its name in the address bar: short, stable. */
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** The field to sort by; without it the header is not a button. */
  sort?: string
  /** What the first click sorts: figures and dates are wanted largest first. */
  sortFirst?: 'asc' | 'desc'
  align?: 'start' | 'end'
  /** Pixels. The first column takes the room that is left. */
  width?: number
  minWidth?: number
  /** Takes its share of the room that is left, beside the first column. */
  grows?: true
  /** Not shown until somebody chooses it. */
  optional?: boolean
  /** On a phone the cell is written "header value": for bare figures and dates. */
  labelOnPhone?: boolean
}

/** A choice of a filter. */
export type FilterOption = { value: string; label: string }

type FilterBase = { key: string; label: string; hint?: string }

/** One field of the filter pane. Values are strings, as they stand in the address bar. */
export type FilterSpec = FilterBase &
  (
    | { kind: 'text'; placeholder?: string }
    /** One of a few. */
    | { kind: 'choice'; options: readonly FilterOption[]; anyLabel?: string }
    /** Several of a few: `a,b`. */
    | { kind: 'choices'; options: readonly FilterOption[] }
    /** A span of days: `2026-01-01..2026-02-01`, either side open. */
    | { kind: 'days' }
    /** One of many, searched as you type. `labelOf` names what the address bar already holds. */
    | {
        kind: 'search'
        search: (text: string, signal: AbortSignal) => Promise<readonly FilterOption[]>
        labelOf: (value: string) => string
        placeholder?: string
      }
    | {
        kind: 'custom'
        render: (value: string | undefined, set: (value: string | undefined) => void) => ReactNode
        chip: (value: string) => ReactNode
      }
  )

/** Everything about a list that stands in the address bar. */
export type TableState = {
  search: string
  /** `name` or `-name`. */
  sort: string | null
  after: string | null
  before: string | null
  /** Order, choice and widths of columns (`name:240,contact,-`): see `columns.ts`. */
  columns: string | null
  filters: Readonly<Record<string, string>>
}

export type SetTableState = (change: Partial<TableState>) => void

/** Which rows are meant: these, or all that match the filter but those. */
export type Selection = { kind: 'ids'; ids: readonly string[] } | { kind: 'matching'; except: readonly string[] }

export const NOTHING: Selection = { kind: 'ids', ids: [] }

/** Something that can be done with the selected rows. */
export type BulkAction = {
  key: string
  label: string
  icon?: LucideIcon
  tone?: 'danger'
  /** Why it cannot be done with this selection. */
  reason?: string | null
  onRun: () => void
}

/** Draws what it is given with what can be done with the selected rows, and whatever that asks first. Called from the first selection on. */
export type Bulk = (draw: (actions: readonly BulkAction[]) => ReactNode) => ReactNode

export type SavedView = { id: string; name: string; shared: boolean; mine: boolean; query: string }

/** Saved views; what they are kept with is the caller's. The query is the address bar's, without cursor. */
export type SavedViews = {
  items: readonly SavedView[]
  onSave: (view: { name: string; shared: boolean; query: string }) => Promise<void>
  onChange: (view: { id: string; name: string; shared: boolean; query: string }) => Promise<void>
  onDelete: (view: SavedView) => Promise<void>
  /** The sentence for an error of one of these. */
  refusalOf: (error: unknown) => string
}
