// Of nightly files: by when one is expected, and that somebody has looked at what is no longer in one.
import type { FC } from 'hono/jsx'
import type { Typed } from '#drafts'
import {
  ChoiceField,
  type Fault,
  type FieldsProps,
  type FormDefinition,
  LineField,
  TicksField,
  WordsField,
} from '#forms'
import { EmptyState } from '#look'
import { BRINGS, isBrings } from '#masters'
import { FILES } from '../file-words.ts'
import { EXPECTED_DAYS, isExpectedDays } from '../lateness.ts'
import { type Gone, type GoneRow, goneNow, type NewExpected, recordExpected, recordSeen } from '../store.ts'

const LOCK = { may: { as: ['administrator'] as const } }

function decideExpected(typed: Typed): { readonly ok: NewExpected } | { readonly faults: readonly Fault[] } {
  const [kind, days, hour] = [typed.one('kind'), typed.one('days'), typed.one('hour')]
  const byHour = /^([01]?\d|2[0-3])(:00)?$/.test(hour) ? Number(hour.replace(':00', '')) : undefined
  const faults: Fault[] = []
  if (!isBrings(kind)) faults.push({ field: 'kind', says: 'Choose the file.' })
  if (!isExpectedDays(days)) faults.push({ field: 'days', says: 'Choose on which days it comes.' })
  if (days !== 'not expected' && byHour === undefined)
    faults.push({ field: 'hour', says: 'Write a full hour of the day, for example 6 or 18.' })
  if (faults.length > 0 || !isBrings(kind) || !isExpectedDays(days)) return { faults }
  return { ok: { kind, days, byHour: days === 'not expected' ? null : (byHour ?? null) } }
}

const DAYS_WORDS: Readonly<Record<(typeof EXPECTED_DAYS)[number], string>> = {
  'every day': 'Every day',
  'working days': 'On working days',
  'not expected': 'It is not expected',
}

const ExpectedFields: FC<FieldsProps<object>> = (of) => (
  <>
    <p>If it has not come by then, administrators are told on their home, and the page of other systems says so.</p>
    <ChoiceField
      of={of}
      name="kind"
      label="Which file?"
      items={BRINGS.map((value) => ({ value, text: FILES[value] }))}
    />
    <ChoiceField
      of={of}
      name="days"
      label="On which days does it come?"
      items={EXPECTED_DAYS.map((value) => ({ value, text: DAYS_WORDS[value] }))}
    />
    <LineField
      of={of}
      name="hour"
      label="By which hour?"
      hint="In London, as in 6 or 18. Leave it empty for a file that is not expected."
      width="govuk-input--width-4"
    />
  </>
)

export const expectedForm: FormDefinition<object, NewExpected> = {
  name: 'nightly-expected',
  path: '/other-systems/expected/record',
  lock: { ...LOCK, log: 'said when a nightly file is expected' },
  here: '/other-systems',
  words: {
    thing: 'when a nightly file is expected',
    title: () => 'When is a nightly file expected?',
    button: 'Save',
    done: 'Saved.',
    fields: { kind: 'The file', days: 'The days', hour: 'The hour' },
  },
  load: async () => await Promise.resolve({}),
  start: () => ({}),
  decide: decideExpected,
  save: async (asking, ok) => ({ kind: 'saved', id: await recordExpected(asking, ok) }),
  leadsTo: () => '/other-systems',
  Fields: ExpectedFields,
}

/** More than these are looked at by and by. */
export const MOST_GONE = 100
type Seen = { readonly rows: readonly Gone[]; readonly because: string }

/** 'visit V12 of the child 0190…': ids, since administrators see no child. */
export const goneWords = ({ of_table, known_as, child }: Gone): string =>
  `${of_table.replaceAll('_', ' ')}${known_as === null ? '' : ` ${known_as}`}, child ${child}`

function decideSeen(typed: Typed, gone: readonly GoneRow[]) {
  const rows = gone.filter(({ id }) => typed.all('rows').includes(id))
  const because = typed.words('because')
  const faults: Fault[] = []
  if (rows.length === 0) faults.push({ field: 'rows', says: 'Tick what you have looked at.' })
  if (because === '') faults.push({ field: 'because', says: 'Say what you found: why is it no longer in the file?' })
  if (because.length > 2000) faults.push({ field: 'because', says: 'Write 2,000 characters or fewer.' })
  return faults.length > 0 ? { faults } : { ok: { rows, because } }
}

const SeenFields: FC<FieldsProps<readonly GoneRow[]>> = (of) =>
  of.given.length === 0 ? (
    <EmptyState title="Nothing is gone">
      Everything that nightly files ever held they hold still, or was looked at.
    </EmptyState>
  ) : (
    <>
      <p>
        It stands in the record. What should not, is taken back in the child’s record by whoever writes there. What you
        tick here is not listed anew each night.
      </p>
      <TicksField
        of={of}
        name="rows"
        label="What have you looked at?"
        items={of.given.map((row) => ({ value: row.id, text: goneWords(row), hint: FILES[row.kind] }))}
      />
      <WordsField of={of} name="because" label="What did you find?" hint="Name no child here." rows={3} />
    </>
  )

export const seenForm: FormDefinition<readonly GoneRow[], Seen> = {
  name: 'nightly-seen',
  path: '/other-systems/gone/record',
  lock: { ...LOCK, log: 'looked at what is no longer in a nightly file' },
  here: '/other-systems',
  words: {
    thing: 'what is no longer in a nightly file',
    title: () => 'No longer in a nightly file',
    button: 'Mark as seen',
    done: 'Marked as seen.',
    fields: { rows: 'What you looked at', because: 'What you found' },
  },
  load: async (asking) => (await goneNow(asking)).filter(({ state }) => state === 'gone').slice(0, MOST_GONE),
  start: () => ({}),
  decide: decideSeen,
  save: async (asking, { rows, because }) => ({ kind: 'saved', id: await recordSeen(asking, rows, because) }),
  leadsTo: () => '/other-systems',
  Fields: SeenFields,
}
