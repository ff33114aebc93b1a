import type { MailKind, MailProps, MailSecrets } from './props'

const licence = { companyName: 'Harbour Dental', managedBy: 'Brightwater IT', slug: 'harbour-dental' }
const line = {
  product: 'Hosted Mail Security',
  plan: 'Mail, yearly',
  units: 25,
  startsOn: '2026-11-21',
  endsOn: '2027-11-20',
}
const CODE = 'SAMPLE-CODE-0001'

/** An example of each kind: for previews, and for the test that renders all of them. */
export const SAMPLES = {
  accountCreated: {
    props: { companyName: 'Harbour Dental', slug: 'harbour-dental', loginName: 'ada-byron', createdBy: 'Grace Hopper' },
    secrets: { token: 'sample-token' },
  },
  passwordReset: {
    props: { companyName: 'Harbour Dental', loginName: 'ada-byron', by: '' },
    secrets: { token: 'sample-token' },
  },
  licenceAdded: { props: { ...licence, lines: [line] }, secrets: { codes: [CODE] } },
  licenceModified: {
    props: { ...licence, lines: [{ ...line, changes: [{ what: 'units', before: '20', after: '25' }] }] },
    secrets: {},
  },
  licenceDiscontinued: { props: { ...licence, lines: [line] }, secrets: {} },
  registrationConfirmation: {
    props: { ...licence, loginName: 'ada-byron', lines: [line] },
    secrets: { codes: [CODE] },
  },
  twoFactorReset: {
    props: { companyName: 'Harbour Dental', slug: 'harbour-dental', loginName: 'ada-byron', by: 'Grace Hopper' },
    secrets: {},
  },
} as const satisfies { [Kind in MailKind]: { props: Sample<MailProps<Kind>>; secrets: Sample<MailSecrets<Kind>> } }

type Sample<Shape> = Shape extends readonly (infer Item)[]
  ? readonly Sample<Item>[]
  : Shape extends object
    ? { readonly [Key in keyof Shape]: Sample<Shape[Key]> }
    : Shape
