import { expect, test } from 'vitest'
import { timeZones, toTimeZone } from './time-zones'

test.each([
  ['Europe/Paris', 'Europe/Paris'],
  ['europe/paris', 'Europe/Paris'],
  [' Romance Standard Time ', 'Europe/Paris'],
  ['romance standard time', 'Europe/Paris'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['Central Standard Time (Mexico)', 'America/Mexico_City'],
  ['Central Standard Time', 'America/Chicago'],
  ['Russia Time Zone 3', 'Europe/Samara'],
  ['UTC', 'UTC'],
  ['UTC-11', 'Etc/GMT+11'],
  ['UTC+13', 'Etc/GMT-13'],
  ['Lord Howe Standard Time', 'Australia/Lord_Howe'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
])('%s is %s', (written, zone) => {
  expect(toTimeZone(written)).toBe(zone)
})

test.each(['', 'Romance', 'Mars/Olympus', '+01:00', 'Standard Time', '__proto__', 'constructor'])(
  '%s is no zone',
  (written) => {
    expect(toTimeZone(written)).toBeNull()
  },
)

test('every zone that a Windows name stands for is one that dates can be shown in', () => {
  const names = [
    'Dateline',
    'Mid-Atlantic',
    'Qyzylorda',
    'Kamchatka',
    'Greenland',
    'FLE',
    'West Bank',
    'Yukon',
    'Sao Tome',
  ]
  for (const name of names) {
    const zone = toTimeZone(`${name} Standard Time`)
    expect(() => new Intl.DateTimeFormat('en', { timeZone: zone ?? 'none' }), name).not.toThrow()
  }
})

test('what is offered is accepted', () => {
  expect(timeZones().filter((zone) => toTimeZone(zone) !== zone)).toEqual([])
  expect(timeZones()[0]).toBe('UTC')
})
