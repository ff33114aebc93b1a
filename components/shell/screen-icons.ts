import {
  Building2,
  CircleUser,
  Handshake,
  KeyRound,
  Layers,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  Package,
  ReceiptText,
  ScrollText,
  ShieldCheck,
  Users,
} from 'lucide-react'
import type { SCREENS } from '@/components/screens'

/** A screen that a letter goes to; those below it show its icon. */
type Main = Extract<(typeof SCREENS)[number], { letter: string }>['path']

const ICONS: Record<Main, LucideIcon> = {
  '/': LayoutDashboard,
  '/partners': Handshake,
  '/customers': Users,
  '/products': Package,
  '/plans': Layers,
  '/keys': KeyRound,
  '/administration/account': CircleUser,
  '/administration/company': Building2,
  '/administration/transactions': ReceiptText,
  '/administration/privileges': ShieldCheck,
  '/administration/log': ScrollText,
  '/administration/operations': ListChecks,
}
const FOUND: readonly [string, LucideIcon][] = Object.entries(ICONS)

/** The icon of a screen's path. Apart from the screens themselves, which breadcrumbs, guards and tests read too. */
export const iconOf = (path: string): LucideIcon =>
  FOUND.find(([main]) => path === main || path.startsWith(`${main}/`))?.[1] ?? LayoutDashboard
