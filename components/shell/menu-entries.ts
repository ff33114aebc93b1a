import { SCREENS, type ScreenEntry } from '@/components/screens'
import type { Privilege } from '@/server/access/privileges'

const ENTRIES: readonly ScreenEntry[] = SCREENS

/** The screens of the menu that a person may see, in its order. */
export const menuEntries = (may: (privilege: Privilege) => boolean): ScreenEntry[] =>
  ENTRIES.filter(({ privilege, isHidden }) => !isHidden && may(privilege))
