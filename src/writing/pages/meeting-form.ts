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
}

export const GUEST_ROWS = ['guest_who', 'guest_name', 'guest_part'] as const
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

function guestsIn(typed: Typed): { readonly guests: readonly Guest[]; readonly faults: readonly Fault[] } {
  const guests: Guest[] = []
  const faults: Fault[] = []
  for (const { at, value } of rowsOf(typed, GUEST_ROWS)) {
    const may = mayInvite({ who: value('guest_who'), name: value('guest_name'), part: value('guest_part') })
    if ('ok' in may) guests.push(may.ok)
    else
      for (const one of may.refused)
        faults.push({
          field: fieldInRow(one === 'who unknown' ? 'guest_who' : 'guest_part', at),
          says: meetingRefusalWords(one),
        })
  }
  return { guests, faults }
}

/** How it was, and its guests: as a correction asks it too. */
export function meetingIn(
  typed: Typed,
  today: IsoDay,
): { readonly ok: MeetingOk } | { readonly faults: readonly Fault[] } {
  const held = parseDay(dayTyped(typed.one('happened'), today, 'back'))
  const { guests, faults } = guestsIn(typed)
  const may = mayHoldMeeting(
    {
      ...{ how: typed.one('met_how'), childPart: typed.one('child_part') },
      next: dayTyped(typed.one('next_on'), today, 'ahead'),
      said: { place: typed.one('met_place'), chair: typed.one('met_chair'), part: typed.words('child_part_words') },
    },
    held,
  )
  const all = [
    ...('refused' in may ? may.refused.map((one) => ({ field: FIELD_OF[one], says: meetingRefusalWords(one) })) : []),
    ...faults,
  ]
  if (guests.length === 0 && faults.length === 0)
    all.push({ field: 'guest_who', says: 'Say who was asked, and who came.' })
  return 'refused' in may || all.length > 0 ? { faults: all } : { ok: { meeting: may.ok, guests } }
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
