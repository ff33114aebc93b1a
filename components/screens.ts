import type { Privilege } from '@/server/access/privileges'

export type ScreenGroup = 'home' | 'usersAndLicences' | 'administration'

export type ScreenEntry = {
  path: string
  /** Its name: messages `screens.<key>`. */
  key: string
  privilege: Privilege
  group: ScreenGroup
  /** `g` and then this letter goes there. */
  letter?: string
  /** Absent from the menu: reached from another screen. */
  isHidden?: true
}

/** Every screen of the console, once: menu, breadcrumbs, palette, shortcuts and the smoke test read this. */
export const SCREENS = [
  { path: '/', key: 'dashboard', privilege: 'dashboard.view', group: 'home', letter: 'd' },
  {
    path: '/partners',
    key: 'partners',
    privilege: 'partner.view',
    group: 'usersAndLicences',
    letter: 't',
  },
  {
    path: '/partners/new',
    key: 'newPartner',
    privilege: 'partner.create',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/partners/[id]',
    key: 'partner',
    privilege: 'partner.view',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/customers',
    key: 'customers',
    privilege: 'customer.view',
    group: 'usersAndLicences',
    letter: 'c',
  },
  {
    path: '/customers/new',
    key: 'newCustomer',
    privilege: 'customer.create',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/customers/import',
    key: 'importCustomers',
    privilege: 'customer.import',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/customers/import/[id]',
    key: 'importFile',
    privilege: 'customer.import',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/customers/[id]',
    key: 'customer',
    privilege: 'customer.view',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/products',
    key: 'products',
    privilege: 'product.view',
    group: 'usersAndLicences',
    letter: 'v',
  },
  {
    path: '/products/[id]',
    key: 'product',
    privilege: 'product.view',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/plans',
    key: 'plans',
    privilege: 'plan.view',
    group: 'usersAndLicences',
    letter: 's',
  },
  {
    path: '/plans/new',
    key: 'newPlan',
    privilege: 'plan.create',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/plans/[id]',
    key: 'plan',
    privilege: 'plan.view',
    group: 'usersAndLicences',
    isHidden: true,
  },
  {
    path: '/keys',
    key: 'keys',
    privilege: 'key.view',
    group: 'usersAndLicences',
    letter: 'k',
  },
  {
    path: '/administration/account',
    key: 'account',
    privilege: 'self.view',
    group: 'administration',
    letter: 'a',
  },
  {
    path: '/administration/company',
    key: 'company',
    privilege: 'company.view',
    group: 'administration',
    letter: 'i',
  },
  {
    path: '/administration/transactions',
    key: 'transactions',
    privilege: 'transaction.view',
    group: 'administration',
    letter: 'r',
  },
  {
    path: '/administration/privileges',
    key: 'privileges',
    privilege: 'self.view',
    group: 'administration',
    letter: 'p',
  },
  {
    path: '/administration/log',
    key: 'log',
    privilege: 'log.view',
    group: 'administration',
    letter: 'l',
  },
  {
    path: '/administration/operations',
    key: 'operations',
    privilege: 'operation.view',
    group: 'administration',
    letter: 'o',
  },
  {
    path: '/administration/operations/[id]',
    key: 'operation',
    privilege: 'operation.view',
    group: 'administration',
    isHidden: true,
  },
] as const satisfies readonly ScreenEntry[]

/** Groups in the order of the menu; `home` has no heading. */
export const GROUPS: readonly ScreenGroup[] = ['home', 'usersAndLicences', 'administration']
