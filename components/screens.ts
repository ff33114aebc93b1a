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
import type { Privilege } from '@/server/access/privileges'

export type ScreenGroup = 'home' | 'usersAndLicences' | 'administration'

export type ScreenEntry = {
  path: string
  /** Its name: messages `screens.<key>`. */
  key: string
  icon: LucideIcon
  privilege: Privilege
  group: ScreenGroup
  /** `g` and then this letter goes there. */
  letter?: string
  /** Absent from the menu: reached from another screen. */
  isHidden?: true
}

/** Every screen of the console, once: menu, breadcrumbs, palette, shortcuts and the smoke test read this. */
export const SCREENS = [
  { path: '/', key: 'dashboard', icon: LayoutDashboard, privilege: 'dashboard.view', group: 'home', letter: 'd' },
  {
    path: '/partners',
    key: 'partners',
    icon: Handshake,
    privilege: 'partner.view',
    group: 'usersAndLicences',
    letter: 't',
  },
  {
    path: '/partners/new',
    key: 'newPartner',
    icon: Handshake,
    privilege: 'partner.create',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/partners/[id]',
    key: 'partner',
    icon: Handshake,
    privilege: 'partner.view',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/customers',
    key: 'customers',
    icon: Users,
    privilege: 'customer.view',
    group: 'usersAndLicences',
    letter: 'c',
  },
  {
    path: '/customers/new',
    key: 'newCustomer',
    icon: Users,
    privilege: 'customer.create',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/customers/import',
    key: 'importCustomers',
    icon: Users,
    privilege: 'customer.import',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/customers/import/[id]',
    key: 'importFile',
    icon: Users,
    privilege: 'customer.import',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/customers/[id]',
    key: 'customer',
    icon: Users,
    privilege: 'customer.view',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/products',
    key: 'products',
    icon: Package,
    privilege: 'product.view',
    group: 'usersAndLicences',
    letter: 'v',
  },
  {
    path: '/products/[id]',
    key: 'product',
    icon: Package,
    privilege: 'product.view',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/plans',
    key: 'plans',
    icon: Layers,
    privilege: 'plan.view',
    group: 'usersAndLicences',
    letter: 's',
  },
  {
    path: '/plans/new',
    key: 'newPlan',
    icon: Layers,
    privilege: 'plan.create',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/plans/[id]',
    key: 'plan',
    icon: Layers,
    privilege: 'plan.view',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/keys',
    key: 'keys',
    icon: KeyRound,
    privilege: 'key.view',
    group: 'usersAndLicences',
    letter: 'k',
  },
  {
    path: '/administration/account',
    key: 'account',
    icon: CircleUser,
    privilege: 'self.view',
    group: 'administration',
    letter: 'a',
  },
  {
    path: '/administration/company',
    key: 'company',
    icon: Building2,
    privilege: 'company.view',
    group: 'administration',
    letter: 'i',
  },
  {
    path: '/administration/transactions',
    key: 'transactions',
    icon: ReceiptText,
    privilege: 'transaction.view',
    group: 'administration',
    letter: 'r',
  },
  {
    path: '/administration/privileges',
    key: 'privileges',
    icon: ShieldCheck,
    privilege: 'self.view',
    group: 'administration',
    letter: 'p',
  },
  {
    path: '/administration/log',
    key: 'log',
    icon: ScrollText,
    privilege: 'log.view',
    group: 'administration',
    letter: 'l',
  },
  {
    path: '/administration/operations',
    key: 'operations',
    icon: ListChecks,
    privilege: 'operation.view',
    group: 'administration',
    letter: 'o',
  },
  {
    path: '/administration/operations/[id]',
    key: 'operation',
    icon: ListChecks,
    privilege: 'operation.view',
    group: 'administration',
    isHidden: true,
  },
] as const satisfies readonly ScreenEntry[]

/** Groups in the order of the menu; `home` has no heading. */
export const GROUPS: readonly ScreenGroup[] = ['home', 'usersAndLicences', 'administration']
