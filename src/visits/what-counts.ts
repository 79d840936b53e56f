// What counts as a visit under regulation 28: the representative, face to face, the child seen; by screen only for a time in 2020 and 2021.
import { day, numberOf } from '#calendar'
import type { Visit } from './visit.ts'

/** SI 2020/445 and SI 2020/909, as extended: the first and the last day on which a virtual visit could count. */
const VIRTUAL_FROM = numberOf(day('2020-04-24'))
const VIRTUAL_UNTIL = numberOf(day('2021-09-30'))

export function countsAsVisit({ by, mode, childSeen, day: on, virtualAuthorised }: Visit): boolean {
  if (by !== 'representative' || !childSeen) return false
  return mode === 'inPerson' || (virtualAuthorised && on >= VIRTUAL_FROM && on <= VIRTUAL_UNTIL)
}
