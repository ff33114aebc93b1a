import { z } from 'zod'
import { isStorable, line } from '@/server/lib/text'

/** Screens whose lists have saved views; each lists itself here. */
export const VIEW_SCREENS = ['customers', 'keys', 'products', 'plans', 'transactions'] as const
export type ViewScreen = (typeof VIEW_SCREENS)[number]
const screen = z.enum(VIEW_SCREENS)

export const screenRef = z.object({ screen })
export type ScreenRef = z.output<typeof screenRef>

/** A query string of the address bar. */
const query = z.string().max(4000).refine(isStorable, 'control')
const name = line(60)

export const newView = z.object({ screen, name, shared: z.boolean(), query })
export type NewView = z.output<typeof newView>

export const viewRef = z.object({ viewId: z.uuid() })
export type ViewRef = z.output<typeof viewRef>

export const viewChange = viewRef.extend({ name, shared: z.boolean(), query })
export type ViewChange = z.output<typeof viewChange>

/** Columns as the address bar writes them; null for the list's own. */
export const columnsChoice = z.object({
  screen,
  columns: z.string().max(2000).refine(isStorable, 'control').nullable(),
})
export type ColumnsChoice = z.output<typeof columnsChoice>
