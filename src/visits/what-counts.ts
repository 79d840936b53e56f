// What counts as a visit under regulation 28: the representative, face to face, the child seen; by screen only in the pandemic.
import { countsVirtually } from '#pandemic'
import type { Visit } from './visit.ts'

export function countsAsVisit({ by, mode, childSeen, day: on, virtualAuthorised }: Visit): boolean {
  if (by !== 'representative' || !childSeen) return false
  return mode === 'inPerson' || countsVirtually(on, virtualAuthorised)
}
