// People of organisations who were let in to a child: what for, and why somebody who was sees nothing of it.
import { dayWords, type IsoDay } from '#calendar'
import { lastDayOf, PURPOSES, purposesIn } from '#organisations'

/** What was agreed with their organisation, as it stands. `until`: exclusive. */
export type Agreed = {
  readonly purposes: readonly string[]
  readonly since: IsoDay
  readonly until: IsoDay
  readonly worksThere: boolean
  /** In which they were let in. */
  readonly relation: string
}

const gives = (relation: string) => (purpose: keyof typeof PURPOSES) =>
  PURPOSES[purpose].relations.some((one) => one === relation)
/** 'health of children in care': what a relation is for, in a sentence. */
export const forWhat = (relation: string): string =>
  purposesIn(Object.keys(PURPOSES))
    .filter(gives(relation))
    .map((one) => PURPOSES[one].words.toLowerCase())
    .join(', ')

/** In a sentence after 'sees nothing:'; undefined: they see what they were let in for. */
export function whySeesNothing(
  { purposes, since, until, worksThere, relation }: Agreed,
  today: IsoDay,
): string | undefined {
  if (!worksThere) return 'they do not work there any more'
  if (until <= since) return 'the agreement was ended before it began'
  if (until <= today) return `the agreement is over, its last day was ${dayWords(lastDayOf({ until }))}`
  if (!purposesIn(purposes).some(gives(relation))) return 'the agreement is no longer for that'
  if (since > today) return `the agreement begins on ${dayWords(since)}`
  return undefined
}
