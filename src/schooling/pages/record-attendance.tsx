// The forms of attendance: of a week or a term, corrected, and taken back.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import { type Asking, currentOf, type Filled, type Version } from '#database'
import type { Typed } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  LineField,
  makeRecordForms,
  WordsField,
} from '#forms'
import { type AtSchool, countedAlready, mayRecordAttendance } from '../attendance.ts'
import { attendances, placesAtSchool } from '../store.ts'
import { COMMON, lock, type Given as Named, given as named } from './of-child.tsx'

const TABLE = 'kith.attendance'
type Row = Version<typeof TABLE>
type Given = Named & {
  /** Those beside the one that is written or put right. */
  readonly others: readonly Row[]
  readonly places: readonly AtSchool[]
}
async function given(asking: Asking, at: At, version?: Row): Promise<Given | undefined> {
  const known = await named(asking, at)
  if (known === undefined || at.child === null) return undefined
  const rows = await currentOf(asking, TABLE, at.child)
  const others = rows.filter(({ line }) => line !== version?.line)
  return { ...known, others, places: await placesAtSchool(asking, at.child) }
}

function decide(typed: Typed, { others, places }: Given, today: IsoDay) {
  const [possible, attended, unauthorised] = ['possible', 'attended', 'unauthorised'].map((one) => typed.one(one))
  const may = mayRecordAttendance(
    {
      since: dayTyped(typed.one('since'), today, 'back'),
      last: dayTyped(typed.one('last'), today, 'back'),
      ...{ possible: possible ?? '', attended: attended ?? '', unauthorised: unauthorised ?? '' },
      persistent: typed.one('persistent'),
    },
    today,
  )
  const twice = 'ok' in may ? countedAlready(others, places, may.ok) : undefined
  if (twice !== undefined) {
    const { since, last, attended, possible } = twice
    const says = `Some of these days are counted already: ${dayWords(since)} to ${dayWords(last)}, there for ${attended} of ${possible} sessions. Put that right, or write the days beside it.`
    return { faults: [{ field: 'since', says }] }
  }
  return 'ok' in may ? { ok: { columns: may.ok, words: typed.words('what') } } : may
}

const NARROW = 'govuk-input--width-4'
const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <DayField
      of={of}
      name="since"
      label="First day"
      hint="Of a week, a half-term or a term, as the school sent it."
      looks="back"
    />
    <DayField of={of} name="last" label="Last day" looks="back" />
    <LineField
      of={of}
      name="possible"
      label="How many sessions were there?"
      hint="A school day has two."
      width={NARROW}
    />
    <LineField of={of} name="attended" label={`For how many was ${of.given.name} there?`} width={NARROW} />
    <LineField
      of={of}
      name="unauthorised"
      label="How many were missed without leave?"
      hint="Leave it empty where it is not known."
      width={NARROW}
    />
    <ChoiceField
      of={of}
      name="persistent"
      label="Is this persistent absence?"
      hint="Schools count it from one session in ten. A yes asks for an early review."
      items={[
        { value: 'no', text: 'No' },
        { value: 'yes', text: 'Yes' },
      ]}
    />
    <WordsField
      of={of}
      name="what"
      label={`What stood behind it, in ${of.given.name}’s words where they said`}
      rows={3}
    />
  </>
)

export const attendanceForms: readonly Form[] = makeRecordForms<Given, Filled<typeof TABLE>, typeof TABLE>({
  ...COMMON,
  ...{ name: 'attendance', path: 'learning/attendance', table: TABLE, given, decide, Fields },
  lock: lock('recorded attendance at school'),
  words: {
    ...{ thing: 'attendance', button: 'Save attendance', done: 'Attendance saved.' },
    title: ({ name }) => `How often ${name} was at school`,
    fields: {
      since: 'First day',
      last: 'Last day',
      possible: 'Sessions there were',
      attended: 'Sessions attended',
      unauthorised: 'Missed without leave',
      persistent: 'Persistent absence',
      what: 'What stood behind it',
    },
  },
  record: async (asking, ok, { child }) => await attendances.record(asking, ok, child),
  asTyped: ({ since, last, possible, attended, unauthorised, persistent, words }) => ({
    ...{ since: [dayWords(since)], last: [dayWords(last)], possible: [String(possible)], attended: [String(attended)] },
    ...{ unauthorised: [unauthorised === null ? '' : String(unauthorised)], persistent: [persistent ? 'yes' : 'no'] },
    what: [words ?? ''],
  }),
  correct: async (asking, ok, id) => await attendances.correct(asking, ok, id),
  shows: ({ since, last, possible, attended }, { name }) => ({
    title: `the attendance of ${name}, ${dayWords(since)} to ${dayWords(last)}`,
    rows: [['Sessions', `${attended} of ${possible}`]],
  }),
  retract: attendances.retract,
})
