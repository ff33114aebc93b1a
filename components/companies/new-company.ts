/** The profile of a company about which nothing is known yet. */
export const emptyCompany = () => ({
  name: '',
  slug: '',
  address: '',
  city: '',
  state: '',
  postalCode: '',
  country: '',
  industry: '',
  note: '',
  emergencyEmails: [] as string[],
})

/** Where the fields of a refusal stand in a form of a company and its first account: the database names them without their part. */
export const newCompanyPath = (path: string): string => {
  if (path === 'slug') return 'company.slug'
  return ['loginName', 'password', 'mailOn'].includes(path) ? `account.${path}` : path
}
