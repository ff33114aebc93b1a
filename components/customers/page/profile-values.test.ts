import { expect, test } from 'vitest'
import { compareProfiles, type ProfileValues } from './profile-values'

const base: ProfileValues = {
  name: 'Nordwind',
  slug: 'nordwind',
  address: '',
  city: 'Oslo',
  state: 'Oslo',
  postalCode: '',
  country: 'NO',
  industry: '',
  note: '',
  emergencyEmails: [],
  tags: ['vip'],
}

test('what only somebody else changed is taken, what both changed stays as it was typed', () => {
  const latest = { ...base, city: 'Bergen', tags: ['vip', 'north'], note: 'Theirs' }
  const typed = { ...base, city: 'Tromsø', name: 'Nordwind AS' }
  expect(compareProfiles(base, latest, typed)).toEqual({ taken: ['note', 'tags'], kept: ['city'] })
})

test('a change elsewhere on the page leaves nothing to compare', () => {
  expect(compareProfiles(base, base, { ...base, city: 'Tromsø' })).toEqual({ taken: [], kept: [] })
})
