// What sets an assessment off: a list that is fixed, something else in words, and the day. Pure.
import { dayWords, formatDay, type IsoDay } from '#calendar'
import type { Values } from '#drafts'
import type { Reading } from '#forms'

export const TRIGGERS = [
  { value: 'the law', text: 'The law asks for one now: an age, a time, a new home' },
  { value: 'review', text: 'A review or another meeting asked for it' },
  { value: 'court', text: 'A court asked for it' },
  { value: 'child', text: 'The child asked for it' },
  { value: 'family or carer', text: 'Family or a carer asked for it' },
  { value: 'said', text: 'Something that the child, or somebody else, told us' },
  { value: 'missing', text: 'A time missing' },
  { value: 'change', text: 'Something changed: home, school, health, family' },
  { value: 'another service', text: 'Another service asked: police, health, school' },
  { value: 'looked at again', text: 'The last one was to be looked at again' },
  { value: 'something else', text: 'Something else' },
  { value: 'not known', text: 'Nobody knows any more' },
] as const
export type Trigger = (typeof TRIGGERS)[number]['value']
const VALUES: readonly [Trigger, ...Trigger[]] = ['the law', ...TRIGGERS.map(({ value }) => value)]

/** The columns that every assessment has; both null: written down before this was asked. */
export type SetOff = { readonly set_off_by: string | null; readonly set_off_on: IsoDay | null }

/** Its part among the words of an assessment: what the list does not name. */
export const SET_OFF = 'set_off'

/** `by`: the day of the assessment itself, which nothing can have set off later. */
export function setOffIn(r: Reading, by: IsoDay): { readonly columns: SetOff; readonly words: string } {
  const set_off_by = r.choice('set_off_by', VALUES, 'Say what set it off.')
  const words = r.typed.words(SET_OFF)
  if (set_off_by === 'something else' && words === '') r.fault(SET_OFF, 'Say in a few words what set it off.')
  const set_off_on = r.dayIfAny('set_off_on', 'the day on which that was')
  const unread = r.faults.some(({ field }) => field === 'set_off_on')
  if (!unread) dayFits(r, { set_off_by, set_off_on }, by)
  return { columns: { set_off_by, set_off_on }, words }
}

function dayFits(r: Reading, { set_off_by, set_off_on }: SetOff, by: IsoDay): void {
  const says = (words: string): void => r.fault('set_off_on', words)
  if (set_off_by === 'not known' && set_off_on !== null)
    says('Where nobody knows what it was, there is no day of it. Leave it empty.')
  if (set_off_by !== 'not known' && set_off_on === null)
    says('Write the day on which that was, for example 27 Nov 2026.')
  if (set_off_on !== null && set_off_on > by) says(`What set it off came first, by ${formatDay(by)} at the latest.`)
}

/** What a row says of it; columns of the record are plain texts. */
type Recorded = { readonly set_off_by: string | null; readonly set_off_on: string | null }

export const setOffTyped = ({ set_off_by, set_off_on }: Recorded, words = ''): Values => ({
  ...{ set_off_by: [set_off_by ?? ''], set_off_on: [dayWords(set_off_on)], [SET_OFF]: [words] },
})

export function setOffWords({ set_off_by, set_off_on }: Recorded, words = ''): string {
  if (set_off_by === null) return 'Not written down'
  const listed = TRIGGERS.find(({ value }) => value === set_off_by)?.text ?? set_off_by
  const what = set_off_by === 'something else' && words !== '' ? words : `${listed}${words === '' ? '' : `: ${words}`}`
  return set_off_on === null ? what : `${what}, ${dayWords(set_off_on)}`
}
