// What a meeting that lies ahead asks, and what is decided of it: when, how, what it is about, and who is asked for which child.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay } from '#calendar'
import type { Typed } from '#drafts'
import {
  AddRow,
  ChoiceField,
  DayField,
  type FieldsProps,
  fieldInRow,
  inRow,
  LineField,
  PickField,
  RemoveRow,
  reading,
  rowsIn,
  TimeField,
  WordsField,
} from '#forms'
import { capital } from '#look'
import {
  ANSWERS,
  GUESTS,
  HOW_MET,
  type Invited,
  invitationRefusalWords,
  mayAsk,
  type NewPlanned,
  timeOn,
} from '#meetings'
import { MEETING_KINDS } from '#notes'
import { wordItems } from '#views'
import type { OtherChild } from '../store.ts'
import { type Around, chosenAround } from './around-child.tsx'
import { WHOSE_GUEST } from './meeting-form.ts'
import { KIND_WORDS } from './note-fields.tsx'

export type Given = {
  readonly child: string
  readonly name: string
  /** For a new one: children for whom it may be set as well. For one that stands: those of it whom the reader sees. */
  readonly others: readonly OtherChild[]
  readonly workers: readonly { readonly value: string; readonly text: string }[]
  /** For a new one: those around the child, to be ticked. */
  readonly around: readonly Around[]
}
export type Ok = {
  readonly planned: NewPlanned
  readonly children: readonly string[]
  readonly asked: readonly AskedFor[]
}
/** `of`: on whose record; null: of everybody chosen. */
type AskedFor = { readonly invited: Invited; readonly of: string | null }

export const GUEST_ROWS = ['guest_who', 'guest_name', 'guest_worker', 'guest_answer', 'guest_for'] as const

function askedIn(typed: Typed, { workers }: Given, children: readonly string[]) {
  const known = new Set(workers.map(({ value }) => value))
  const asked: AskedFor[] = []
  const faults: { field: string; says: string }[] = []
  for (const at of typed.all('guest_who').keys()) {
    const value = (name: string) => (typed.all(name)[at] ?? '').trim()
    if (GUEST_ROWS.every((name) => value(name) === '')) continue
    const may = mayAsk(
      {
        who: value('guest_who'),
        name: value('guest_name'),
        answer: value('guest_answer'),
        worker: value('guest_worker'),
      },
      known,
    )
    const of = value('guest_for')
    if ('refused' in may) {
      const field =
        may.refused === 'who unknown' ? 'guest_who' : may.refused === 'answer unknown' ? 'guest_answer' : 'guest_worker'
      faults.push({ field: fieldInRow(field, at), says: invitationRefusalWords(may.refused) })
    } else if (of !== '' && !children.includes(of))
      faults.push({ field: fieldInRow('guest_for', at), says: WHOSE_GUEST })
    else asked.push({ invited: may.ok, of: of === '' ? null : of })
  }
  return { asked, faults }
}

export function decide(typed: Typed, known: Given, today: IsoDay) {
  const r = reading(typed, today)
  const kind = r.choice('kind', MEETING_KINDS, 'Say what kind of meeting it is.')
  const meets = r.dayAhead('meets', 'the day of the meeting')
  if (meets < today) r.fault('meets', `That day is over. Today is ${formatDay(today)}.`)
  const at = timeOn(typed.one('at'), meets)
  if (at === undefined) r.fault('at', 'Write the time of day, for example 14:30 or 2.30pm.')
  const how = r.choice('met_how', HOW_MET, 'Say how you will meet.')
  const about = r.words('about', 'Say what it is about, so that everybody who is asked knows.')
  const chosen = known.others.filter(({ child }) => typed.all('with').includes(child)).map(({ child }) => child)
  const children = [known.child, ...chosen]
  const { asked: written, faults } = askedIn(typed, known, children)
  // Of one child: who is around them is not told on another's record.
  const asked = [...chosenAround(typed, known.around).map((invited) => ({ invited, of: known.child })), ...written]
  for (const { field, says } of faults) r.fault(field, says)
  if (asked.length === 0 && faults.length === 0) r.fault('guest_who', 'Say who is asked.')
  const said = { place: typed.one('met_place'), chair: typed.one('met_chair'), about, reason: '' }
  return r.result(
    (): Ok => ({
      planned: { kind, meets, begins: at ?? null, how, said },
      children,
      asked,
    }),
  )
}

export const WhenWhere: FC<FieldsProps<Given>> = (of) => (
  <>
    <ChoiceField
      of={of}
      name="kind"
      label="What kind of meeting is it?"
      items={MEETING_KINDS.map((value) => ({ value, text: KIND_WORDS[value] }))}
    />
    <DayField of={of} name="meets" label="When is it?" looks="ahead" />
    <TimeField of={of} name="at" label="What time, if it is set" />
    <ChoiceField of={of} name="met_how" label="How will you meet?" items={wordItems(HOW_MET)} />
    <LineField of={of} name="met_place" label="Where, if it matters" />
    <LineField of={of} name="met_chair" label="Who chairs it" />
    <WordsField of={of} name="about" label={`To ${of.given.name}: what it is about, and why now`} rows={4} />
  </>
)

export const Asked: FC<FieldsProps<Given> & { readonly choose: boolean }> = ({ choose, ...of }) => {
  const { child, name, others, workers } = of.given
  const rows = rowsIn(of, 'guest_who')
  // Also where nobody else is offered any more, so that what was chosen can be chosen anew.
  const saysWhose = of.typed.all('guest_for').some((one) => one !== '' && one !== child)
  const whose = [{ child, name }, ...others].map((one) => ({ value: one.child, text: `Only ${one.name}’s` }))
  return (
    <fieldset class="govuk-fieldset kith-rows">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        {of.given.around.length > 0 ? 'Who else is asked' : 'Who is asked'}
      </legend>
      {rows.map((at) => (
        <div class="kith-row kith-row--across">
          <PickField
            of={inRow(of, at)}
            name="guest_who"
            label="Who"
            items={GUESTS.map((value) => ({ value, text: value === 'the child' ? name : capital(value) }))}
          />
          <LineField of={inRow(of, at)} name="guest_name" label="Their name" />
          <PickField
            of={inRow(of, at)}
            name="guest_worker"
            label="In whose days it stands"
            none="Nobody’s here"
            items={workers}
          />
          <PickField of={inRow(of, at)} name="guest_answer" label="What they answered" items={wordItems(ANSWERS)} />
          {choose && (others.length > 0 || saysWhose) && (
            <PickField
              of={inRow(of, at)}
              name="guest_for"
              label="On whose record?"
              none="Everybody chosen"
              items={whose}
            />
          )}
          {rows.length > 1 && <RemoveRow row="guest_who" at={at} what={`number ${at + 1}`} />}
        </div>
      ))}
      <AddRow row="guest_who">Add another</AddRow>
    </fieldset>
  )
}
