/** The parts of a phone number as an account keeps them. */
export type PhoneParts = { phoneCountry: string; phoneNumber: string; phoneExtension: string }

/** Country calling codes of one and two digits (ITU E.164); all others have three. */
const CALLING_CODE = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/

const EXTENSION = /\s*(?:ext(?:ension)?\.?|poste|x|×|#)\s*(\d{1,8})\s*$/i

/** A phone number written in one cell, taken apart: `+41 43 816 22 11 ext. 12`. What fits no pattern stays in the number. */
export function phoneParts(written: string): PhoneParts {
  const phoneExtension = EXTENSION.exec(written)?.[1] ?? ''
  const rest = written
    .replace(EXTENSION, '')
    .trim()
    .replace(/^00(?=[1-9])/, '+')
  if (!rest.startsWith('+')) return { phoneCountry: '', phoneNumber: rest, phoneExtension }
  const digits = rest.slice(1).trim()
  const spaced = /^(\d{1,4})[\s./-]+(.*)$/.exec(digits)
  const code = spaced?.[1] ?? CALLING_CODE.exec(digits)?.[1] ?? ''
  const number = spaced?.[2] ?? digits.slice(code.length)
  return { phoneCountry: code === '' ? '' : `+${code}`, phoneNumber: number.trim(), phoneExtension }
}
