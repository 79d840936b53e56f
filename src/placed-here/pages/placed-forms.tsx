// The forms of a child whom another council placed here: the notice, what came since, put right, and taken back.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import type { Asking, Refused } from '#database'
import {
  type At,
  ChoiceField,
  DayField,
  type Fault,
  type FieldsProps,
  type Form,
  type FormDefinition,
  isId,
  itemsOf,
  LineField,
  makeForm,
  type Outcome,
  WordsField,
} from '#forms'
import { SummaryList } from '#look'
import {
  asTyped,
  decidePlaced,
  decideSince,
  LEGAL,
  PLACED_WRITERS,
  type Placed,
  TOLD,
  TOLD_COLUMNS,
} from '../placed.ts'
import { type PlacedRow, placedById, writePlaced } from '../store.ts'

const WRITERS = { as: PLACED_WRITERS }
const here = '/placed-here'
const leadsTo = (): string => here
const refused = ({ kind }: Refused): Fault => ({
  field: '',
  says:
    kind === 'not allowed'
      ? 'Your part does not allow this any more. Your text is kept; ask the placement team.'
      : 'Somebody changed this meanwhile. Open it again; your text is kept.',
})
const fields = {
  ...{ authority: 'Which council', noticed: 'When the notice came', name: 'The child', home: 'Where they live' },
  ...{ began: 'Since when', legal: 'Legal status', worker: 'Their worker', by_day: 'By day', by_night: 'By night' },
  ...TOLD,
  left_on: 'When they left',
}
/** undefined: a notice that comes now. */
type Given = { readonly placed: PlacedRow | undefined }
type Fields = FC<FieldsProps<Given>>

const Since: Fields = (of) => (
  <>
    {TOLD_COLUMNS.map((column) => (
      <DayField
        of={of}
        name={column}
        label={`${TOLD[column]}: when was it told?`}
        hint="Leave it empty while it was not."
        looks="back"
      />
    ))}
    <DayField of={of} name="left_on" label="When did they leave, if they did?" looks="back" />
  </>
)
const Whole: Fields = (of) => (
  <>
    <p>
      A child of another council who lives here. That council looks after them; we are only the council of the area. A
      child of ours who lives elsewhere does not belong here.
    </p>
    <LineField of={of} name="authority" label="Which council placed them?" />
    <DayField of={of} name="noticed" label="When did its notice come?" looks="back" />
    <LineField of={of} name="name" label="What is the child called?" />
    <WordsField of={of} name="home" label="Where do they live here?" hint="The home and its address." rows={2} />
    <DayField of={of} name="began" label="Since when, or from when?" looks="back" />
    <ChoiceField of={of} name="legal" label="Their legal status, as we were told" items={itemsOf(LEGAL)} />
    <LineField of={of} name="worker" label="Who is their worker there?" />
    <LineField of={of} name="by_day" label="Whom do we ring by day?" />
    <LineField of={of} name="by_night" label="Whom do we ring at night and at weekends?" />
    <Since {...of} />
  </>
)

const recording: FormDefinition<Given, Placed> = {
  ...{ name: 'placed-here', path: '/placed-here/record', here, leadsTo, refused, Fields: Whole },
  lock: { may: WRITERS, log: 'recorded a child of another council' },
  words: {
    ...{ thing: 'a child placed here', title: () => 'A child whom another council placed here', button: 'Save' },
    ...{ done: 'Saved.', fields },
  },
  load: async () => ({ placed: undefined }),
  start: () => ({ noticed: ['today'] }),
  decide: decidePlaced,
  save: async (asking, placed) => ({ kind: 'saved', id: await writePlaced(asking, placed) }),
}

async function load(asking: Asking, { about }: At): Promise<Given | undefined> {
  const placed = about !== null && isId(about) ? await placedById(asking, about) : undefined
  return placed && { placed }
}
const GONE: Fault = { field: '', says: 'This is not in the record any more.' }
const calledIn = ({ placed }: Given): string => placed?.words.name || 'a child'

type Change = Given & { readonly change: 'correction' | 'change' | 'retraction'; readonly why?: string }
async function superseding(asking: Asking, now: Placed, { placed: of, ...how }: Change): Promise<Outcome> {
  if (of === undefined) return { kind: 'refused', faults: [GONE] }
  const { noticed, began, left_on, legal, health_told, virtual_school_told, out_of_hours_told, words } = now
  const whole = { noticed, began, left_on, legal, health_told, virtual_school_told, out_of_hours_told, words }
  return { kind: 'saved', id: await writePlaced(asking, whole, { of, ...how }) }
}

const correcting: FormDefinition<Given, Placed> = {
  ...{ name: 'placed-here-correct', path: '/placed-here/:about/correct', here, leadsTo, refused, load, Fields: Whole },
  lock: { may: WRITERS, log: 'put right a child of another council' },
  words: {
    ...{ thing: 'a correction of a child placed here', button: 'Save correction', fields },
    ...{ title: (given) => `Put right: ${calledIn(given)}`, done: 'Corrected. What stood before is in its history.' },
  },
  start: ({ placed }) => (placed === undefined ? {} : asTyped(placed)),
  decide: decidePlaced,
  save: async (asking, placed, { given }) => await superseding(asking, placed, { ...given, change: 'correction' }),
}

const SinceFields: Fields = (of) => (
  <>
    <Summary {...of.given} />
    <Since {...of} />
  </>
)
const since: FormDefinition<Given, Placed> = {
  ...{ name: 'placed-here-since', path: '/placed-here/:about/since', here, leadsTo, refused, load },
  lock: { may: WRITERS, log: 'recorded what came since of a child of another council' },
  words: {
    ...{ thing: 'what came since of a child placed here', button: 'Save', done: 'Saved.', fields },
    title: (given) => `${calledIn(given)}: who was told, or that they left`,
  },
  start: ({ placed }) => (placed === undefined ? {} : asTyped(placed)),
  decide: (typed, { placed }, today) =>
    placed === undefined ? { faults: [GONE] } : decideSince(typed, { placed }, today),
  save: async (asking, placed, { given }) => await superseding(asking, placed, { ...given, change: 'change' }),
  Fields: SinceFields,
}

const Summary: FC<Given> = ({ placed }) =>
  placed === undefined ? null : (
    <SummaryList
      rows={[
        { key: 'The child', value: placed.words.name },
        { key: 'From', value: placed.words.authority },
        { key: 'Lives here since', value: dayWords(placed.began) },
      ]}
    />
  )
const RetractFields: Fields = (of) => (
  <>
    <Summary {...of.given} />
    <p>Only what should never have stood is taken back. Whoever left, left: record that instead.</p>
    <WordsField of={of} name="reason" label="Why is it taken back?" rows={3} />
  </>
)
const retracting: FormDefinition<Given, string> = {
  ...{ name: 'placed-here-retract', path: '/placed-here/:about/retract', here, leadsTo, refused, load },
  lock: { may: WRITERS, log: 'took back a child of another council' },
  words: {
    ...{ thing: 'taking back a child placed here', button: 'Take it back', fields: { reason: 'Why' } },
    ...{ title: (given) => `Take back: ${calledIn(given)}`, done: 'Taken back. The history holds your reason.' },
  },
  start: () => ({}),
  decide: (typed) => {
    const why = typed.words('reason')
    return why === '' ? { faults: [{ field: 'reason', says: 'Say why it is taken back.' }] } : { ok: why }
  },
  save: async (asking, why, { given: { placed } }) =>
    placed === undefined
      ? { kind: 'refused', faults: [GONE] }
      : await superseding(asking, placed, { placed, change: 'retraction', why }),
  Fields: RetractFields,
}

export const placedForms: readonly Form[] = [
  makeForm(recording),
  makeForm(correcting),
  makeForm(since),
  makeForm(retracting),
]
