// Jordan's names, birth dates and numbers, all invented: what the tests of this room type.
import { day } from '#calendar'
import type { TypedBirth } from './birth-claim.ts'
import type { TypedName } from './name.ts'

export const TODAY = day('2026-11-23')
export const JORDAN_NAMES: readonly TypedName[] = [
  { kind: 'given', name: 'Jordan', since: '' },
  { kind: 'family', name: 'Marsh', since: '' },
  { kind: 'known as', name: 'Jo', since: '2025-09-01' },
]
export const JORDAN_TOLD: TypedBirth = { born: '2012-05-04', basis: 'told', standing: 'in force' }
export const JORDAN_CERTIFICATE: TypedBirth = { born: '2012-04-05', basis: 'certificate', standing: 'in force' }
/** An invented number with a right check digit, from the range kept for tests. */
export const JORDAN_NHS = '999 123 4578'
