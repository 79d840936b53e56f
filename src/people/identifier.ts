// Identifiers: who issued them, how each is written, and whether it can be one.

export const ISSUERS = {
  ssda903: 'the id in the SSDA903 return',
  nhs: 'NHS number',
  upn: 'unique pupil number',
  'home-office': 'Home Office reference',
  'local-system': 'id in the other system of this council',
} as const
export type Issuer = keyof typeof ISSUERS
const isIssuer = (text: string): text is Issuer => Object.hasOwn(ISSUERS, text)

export type NewIdentifier = { readonly issuer: Issuer; readonly value: string }
export type IdentifierRefusal = 'issuer unknown' | 'identifier empty' | 'not an NHS number' | 'not a pupil number'

/** Ten digits, the last a check digit: weights 10 to 2, remainder by 11 taken from 11 (NHS Data Dictionary). */
function isNhsNumber(value: string): boolean {
  if (!/^\d{10}$/.test(value)) return false
  const sum = Array.from(value.slice(0, 9), Number).reduce((total, digit, at) => total + digit * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(value[9])
}

/** A letter, eleven digits, and a digit or letter more (temporary numbers end in a letter); or the return's code for why there is none. */
const isPupilNumber = (value: string): boolean => /^(?:[A-Z]\d{11}[0-9A-Z]|UN[1-5])$/.test(value)

export function mayRecordIdentifier(typed: {
  readonly issuer: string
  readonly value: string
}): { readonly ok: NewIdentifier } | { readonly refused: readonly IdentifierRefusal[] } {
  const { issuer } = typed
  const value = typed.value.replace(/\s+/g, '').toUpperCase()
  if (!isIssuer(issuer)) return { refused: ['issuer unknown'] }
  if (value === '') return { refused: ['identifier empty'] }
  if (issuer === 'nhs' && !isNhsNumber(value)) return { refused: ['not an NHS number'] }
  if (issuer === 'upn' && !isPupilNumber(value)) return { refused: ['not a pupil number'] }
  return { ok: { issuer, value } }
}
