// Two invented children as they come into the record: one whom somebody knows well, one of whom little is known.
import { day } from '#calendar'
import type { TypedChild } from './coming-in.ts'

export const TODAY = day('2026-11-23')
export const AMARA: TypedChild = {
  names: [
    { kind: 'given', name: 'Amara', since: '' },
    { kind: 'family', name: 'Obi', since: '' },
  ],
  birth: { born: '2018-02-28', basis: 'certificate', standing: 'in force' },
}
/** Came alone, says he is 16. */
export const YUSUF: TypedChild = { names: [{ kind: 'known as', name: 'Yusuf', since: '' }], birth: undefined }
