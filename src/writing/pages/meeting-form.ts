// What the forms of a meeting decide from what was typed: beside its note how it was, the guests, and what was decided there.
import { dayTyped, formatDay, type IsoDay, parseDay } from '#calendar'
import { decisionRefusalWords, mayRecordDecision, type TypedDecision } from '#decisions'
import type { Typed, Values } from '#drafts'
import { type Fault, fieldInRow } from '#forms'
import {
  type Guest,
  type MeetingOk,
  type MeetingRefusal,
  mayHoldMeeting,
  mayInvite,
  meetingRefusalWords,
  type NewMeeting,
} from '#meetings'
import type { Line, Present } from '#notes'
import type { NoteGiven } from './note-form.ts'

/** Something of the record that a meeting can be about. */
export type AboutLine = Line & { readonly words: string }
export type MeetingGiven = NoteGiven & {
  readonly lines: readonly AboutLine[]
  /** Whether the writer may write decisions. */
  readonly decides: boolean
  /** The meeting that was set, of which this is what was held. */
  readonly planned?: { readonly gathering: string; readonly values: Values } | undefined
}

export const GUEST_ROWS = ['guest_who', 'guest_name', 'guest_part', 'guest_for'] as const
export const OTHER_ROWS = ['other_child', 'other_part', 'other_part_words'] as const
export const DECISION_ROWS = ['dec_what', 'dec_why', 'dec_as'] as const

const FIELD_OF: Readonly<Record<MeetingRefusal, string>> = {
  'how unknown': 'met_how',
  'part unknown': 'child_part',
  'why not missing': 'child_part_words',
  'next no day': 'next_on',
  'next not after this one': 'next_on',
}

const rowsOf = (
  typed: Typed,
  fields: readonly string[],
): readonly { at: number; value: (name: string) => string }[] => {
  const count = Math.max(0, ...fields.map((name) => typed.all(name).length))
  return Array.from({ length: count }, (_, at) => ({
    at,
    value: (name: string) => (typed.all(name)[at] ?? '').trim(),
  })).filter(({ value }) => fields.some((name) => value(name) !== ''))
}

type ForWhom = Guest & { readonly of: string }
function guestsIn(typed: Typed): { readonly guests: readonly ForWhom[]; readonly faults: readonly Fault[] } {
  const guests: ForWhom[] = []
  const faults: Fault[] = []
  for (const { at, value } of rowsOf(typed, GUEST_ROWS)) {
    const may = mayInvite({ who: value('guest_who'), name: value('guest_name'), part: value('guest_part') })
    if ('ok' in may) guests.push({ ...may.ok, of: value('guest_for') })
    else
      for (const one of may.refused)
        faults.push({
          field: fieldInRow(one === 'who unknown' ? 'guest_who' : 'guest_part', at),
          says: meetingRefusalWords(one),
        })
  }
  return { guests, faults }
}

/** How it was, and its guests: as a correction asks it too. `of`: the child on whose record it stands. */
export function meetingIn(
  typed: Typed,
  today: IsoDay,
  of = '',
): { readonly ok: MeetingOk } | { readonly faults: readonly Fault[] } {
  const { guests, faults } = guestsIn(typed)
  const may = mayHoldMeeting(sharedIn(typed, today), heldOn(typed, today))
  const all = [
    ...('refused' in may ? may.refused.map((one) => ({ field: FIELD_OF[one], says: meetingRefusalWords(one) })) : []),
    ...faults,
  ]
  if (guests.length === 0 && faults.length === 0)
    all.push({ field: 'guest_who', says: 'Say who was asked, and who came.' })
  if ('refused' in may || all.length > 0) return { faults: all }
  return { ok: { meeting: may.ok, guests: guestsOf(guests, of) } }
}
const heldOn = (typed: Typed, today: IsoDay) => parseDay(dayTyped(typed.one('happened'), today, 'back'))
const sharedIn = (typed: Typed, today: IsoDay) => ({
  ...{ how: typed.one('met_how'), childPart: typed.one('child_part') },
  next: dayTyped(typed.one('next_on'), today, 'ahead'),
  said: { place: typed.one('met_place'), chair: typed.one('met_chair'), part: typed.words('child_part_words') },
})
const guestsOf = (guests: readonly ForWhom[], child: string): readonly Guest[] =>
  guests.filter(({ of }) => of === '' || of === child).map(({ who, part, name }) => ({ who, part, name }))

export const WHOSE_GUEST = 'Choose on whose record this stands: the child chosen here is not one this meeting is about.'
/** Asked for a child about whom it is not, or no longer: they would stand on no record, or on every one. */
export const guestsOfNobody = (typed: Typed, children: readonly string[]): readonly Fault[] =>
  rowsOf(typed, GUEST_ROWS)
    .filter(({ value }) => value('guest_for') !== '' && !children.includes(value('guest_for')))
    .map(({ at }) => ({ field: fieldInRow('guest_for', at), says: WHOSE_GUEST }))

export type HeldFor = MeetingOk & { readonly child: string }
const askPart = (name: string): string => `Say what part ${name} had in it.`
type ChosenChild = { readonly child: string; readonly name: string }
/** The same meeting on the record of each other child: their own part in it, and those who were asked for them. */
export function meetingsOfOthers(
  typed: Typed,
  today: IsoDay,
  chosen: readonly ChosenChild[],
): { readonly held: readonly HeldFor[]; readonly faults: readonly Fault[] } {
  const rows = rowsOf(typed, OTHER_ROWS)
  const { guests } = guestsIn(typed)
  const shared = sharedIn(typed, today)
  const held: HeldFor[] = []
  const faults: Fault[] = []
  for (const { child, name } of chosen) {
    const row = rows.find(({ value }) => value('other_child') === child)
    if (row === undefined) {
      faults.push({ field: 'other_child', says: askPart(name) })
      continue
    }
    const { at, value } = row
    const said = { ...shared.said, part: value('other_part_words') }
    const may = mayHoldMeeting({ ...shared, childPart: value('other_part'), said }, heldOn(typed, today))
    if ('ok' in may) held.push({ child, meeting: may.ok, guests: guestsOf(guests, child) })
    else {
      if (may.refused.includes('part unknown'))
        faults.push({ field: fieldInRow('other_part', at), says: askPart(name) })
      if (may.refused.includes('why not missing'))
        faults.push({ field: fieldInRow('other_part_words', at), says: meetingRefusalWords('why not missing') })
    }
  }
  return { held, faults }
}

/** Decided there, by whoever is named; without the line of the note, which is not written yet. */
export function decisionsIn(
  typed: Typed,
  { me, today }: { readonly me: string; readonly today: IsoDay },
): { readonly decisions: readonly TypedDecision[]; readonly faults: readonly Fault[] } {
  const decisions: TypedDecision[] = []
  const faults: Fault[] = []
  const decided = dayTyped(typed.one('happened'), today, 'back')
  const kinds = [{ name: 'other', scope: 'plan', deciders: [], basis: 'local', says: '' }] as const
  for (const { at, value } of rowsOf(typed, DECISION_ROWS)) {
    const as = value('dec_as') || 'worker'
    const decision: TypedDecision = {
      ...{ kind: 'other', decided, decidedAs: as, decidedBy: as === 'worker' ? me : null, options: '' },
      ...{ question: 'What the meeting decided', decision: value('dec_what'), reasons: value('dec_why') },
      ...{ view: null, on: null, whoMayKnow: null },
    }
    const may = mayRecordDecision(decision, { kinds, today, me, mayDecide: true })
    if ('ok' in may) decisions.push(decision)
    else
      for (const one of may.refused) {
        // The day is said once, beside the meeting.
        if (one.startsWith('decided')) continue
        const field = one === 'reasons missing' ? 'dec_why' : one === 'decision missing' ? 'dec_what' : 'dec_as'
        const says = decisionRefusalWords(one, today, { nameOf: (person) => person, on: (at) => at })
        faults.push({ field: fieldInRow(field, at), says })
      }
  }
  return { decisions, faults }
}

/** undefined: it is about no one line. A line that was not offered is none. */
export const aboutIn = (typed: Typed, lines: readonly AboutLine[]): Line | null => {
  const found = lines.find(({ table, line }) => typed.one('met_about') === `${table}:${line}`)
  return found === undefined ? null : { table: found.table, line: found.line }
}

const AS_GUEST: Readonly<Partial<Record<Present, GuestRow['who']>>> = { child: 'the child', worker: 'social worker' }
/** Those who were there by a note from before meetings had guests: the form begins with them. */
export const guestsFrom = (present: readonly Present[]): readonly GuestRow[] =>
  present.map((one) => ({ who: AS_GUEST[one] ?? one, part: 'came', words: undefined }))

type MeetingRow = {
  readonly how: string
  readonly child_part: string
  readonly next_on: string | null
}
type GuestRow = { readonly who: string; readonly part: string; readonly words: string | undefined }
export function meetingAsTyped(
  meeting: MeetingRow | undefined,
  said: NewMeeting['said'],
  guests: readonly GuestRow[],
): Values {
  const next = parseDay(meeting?.next_on ?? '')
  return {
    ...{ met_how: [meeting?.how ?? ''], met_place: [said.place], met_chair: [said.chair] },
    ...{ child_part: [meeting?.child_part ?? ''], child_part_words: [said.part] },
    next_on: next === undefined ? [] : [formatDay(next)],
    guest_who: guests.map(({ who }) => who),
    guest_name: guests.map(({ words }) => words ?? ''),
    guest_part: guests.map(({ part }) => part),
  }
}
