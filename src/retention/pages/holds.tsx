// The forms of a legal hold: set with its reason, put right, taken back, and lifted with a reason of its own.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay } from '#calendar'
import { childById } from '#children'
import type { Asking } from '#database'
import type { Typed } from '#drafts'
import {
  type At,
  DayField,
  type FieldsProps,
  type Form,
  makeCorrection,
  makeRecordForms,
  reading,
  WordsField,
} from '#forms'
import { correctHold, type Hold, type Lifting, liftHold, type NewHold, retractHold, setHold } from '../store.ts'

/** `lifted`: what stands is that it was lifted. */
type Given = { readonly name: string; readonly lifted: boolean }
const leadsTo = ({ child }: Pick<At, 'child'>): string => `/children/${child}/kept`
async function given(asking: Asking, { child }: At, version?: Hold): Promise<Given | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  return known && { name: known.name ?? 'this child', lifted: version?.kind === 'hold lifted' }
}

const lock = { may: ['takeOut', 'documents'], log: 'set a legal hold' } as const
const fields = { starts: 'Since when', look_again: 'Looked at again', why: 'Why' }
const asTyped = ({ starts, look_again, words }: Hold) => ({
  ...{ starts: [dayWords(starts)], look_again: [look_again === null ? '' : dayWords(look_again)], why: [words ?? ''] },
})

type Fault = { readonly field: string; readonly says: string }
type Decided<Ok> = { readonly ok: Ok } | { readonly faults: readonly Fault[] }
function decideHold(typed: Typed, { lifted }: Given, today: IsoDay): Decided<NewHold | Lifting> {
  if (lifted) return decideLifting(typed, undefined, today)
  const r = reading(typed, today)
  const starts = r.day('starts', 'the day')
  const look_again = r.dayAhead('look_again', 'the day on which it is looked at again')
  if (look_again <= starts) r.fault('look_again', 'It is looked at again after it began.')
  const words = r.words('why', 'Say why, and who asked for it.')
  return r.result(() => ({ starts, look_again, words }))
}
function decideLifting(typed: Typed, _: unknown, today: IsoDay): Decided<Lifting> {
  const r = reading(typed, today)
  const starts = r.day('starts', 'the day')
  const words = r.words('why', 'Say why, and who decided it.')
  return r.result(() => ({ starts, words }))
}

const SetFields: FC<FieldsProps<Given>> = (of) => (
  <>
    <p>While it stands nothing of the record is destroyed, and nothing goes out of sight.</p>
    <DayField of={of} name="starts" label="Since when is the record held?" looks="back" />
    <DayField
      of={of}
      name="look_again"
      label="When is it looked at again?"
      hint="From that day on it stands first among the holds on the page of records that come due, until it is lifted or has another day."
      looks="ahead"
    />
    <WordsField
      of={of}
      name="why"
      label="Why, and who asked for it"
      hint="The claim, the inquiry or the order."
      rows={4}
    />
  </>
)
const LiftFields: FC<FieldsProps<Given>> = (of) => (
  <>
    <p>From then on the record may be destroyed, once the law no longer asks that it is kept.</p>
    <DayField of={of} name="starts" label="When is the hold lifted?" looks="back" />
    <WordsField of={of} name="why" label="Why, and who decided it" rows={4} />
  </>
)
const setting = makeRecordForms<Given, NewHold | Lifting, 'kith.retention_event'>({
  ...{ name: 'legal-hold', path: 'holds', table: 'kith.retention_event', here: '/children', given, leadsTo, lock },
  decide: decideHold,
  Fields: SetFields,
  words: {
    ...{ thing: 'a legal hold', button: 'Set the hold', done: 'The hold is set.', fields },
    title: ({ name }) => `A legal hold on the record of ${name}`,
  },
  start: () => ({ starts: ['today'] }),
  record: async (asking, ok, { child }) => await setHold(asking, child, ok),
  FieldsOfCorrection: (of) => (of.given.lifted ? <LiftFields {...of} /> : <SetFields {...of} />),
  asTyped,
  correct: async (asking, ok, id) => await correctHold(asking, id, ok),
  shows: ({ kind, starts, words }, { name }) => ({
    title: `a legal hold on the record of ${name}`,
    rows: [
      [kind === 'hold' ? 'Held since' : 'Lifted', dayWords(starts)],
      ['Why', words ?? 'Nothing'],
    ],
    also: 'A hold that was right and is over is lifted, not taken back.',
  }),
  retract: retractHold,
})

const lifting = makeCorrection<Given, Lifting, 'kith.retention_event'>({
  ...{ name: 'legal-hold-lift', here: '/children', leadsTo, table: 'kith.retention_event', Fields: LiftFields },
  path: '/children/:child/holds/:about/lift',
  lock: { ...lock, log: 'lifted a legal hold' },
  words: {
    ...{ thing: 'lifting a legal hold', button: 'Lift the hold', done: 'The hold is lifted.' },
    title: ({ name }) => `Lift the hold on the record of ${name}`,
    fields: { starts: 'When', why: 'Why' },
  },
  given: async (asking, at, version) => (version.kind === 'hold' ? await given(asking, at, version) : undefined),
  asTyped: () => ({ starts: ['today'], why: [''] }),
  decide: decideLifting,
  correct: async (asking, ok, { version }) => await liftHold(asking, version, ok),
})

export const holdForms: readonly Form[] = [...setting, lifting]
