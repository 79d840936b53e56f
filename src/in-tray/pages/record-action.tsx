// An action of its own, outside a visit, a review or a meeting: what is to be done, what for, by whom and by when.
import type { FC } from 'hono/jsx'
import {
  type ActionRefusal,
  actionRefusalWords,
  mayRecordAction,
  type NewAction,
  NO_DUE_WHY,
  recordAction,
  retractAction,
} from '#actions'
import { worksWithOn } from '#allocations'
import { dayTyped, type IsoDay } from '#calendar'
import { childById } from '#children'
import type { Asking } from '#database'
import type { Typed } from '#drafts'
import {
  type At,
  DayField,
  type Fault,
  type FieldsProps,
  type Form,
  type FormDefinition,
  LineField,
  makeForm,
  PickField,
  WordsField,
} from '#forms'
import { matchReviewsOf } from '#home-requests'
import { capital } from '#look'
import { workersCalled } from '#workforce'

type Owner = { readonly id: string; readonly name: string }
type Given = {
  readonly name: string
  readonly me: string
  /** Who works with the child, besides the writer. */
  readonly owners: readonly Owner[]
  /** The line from which it comes; null: an action of its own. */
  readonly from: NewAction['from']
}

async function load(asking: Asking, { child, me, today }: At): Promise<Given | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  if (known === undefined) return undefined
  const working = (await worksWithOn(asking, known.child, today))
    .map(({ worker }) => worker)
    .filter((one) => one !== me)
  const names = await workersCalled(asking, working)
  const owners = [...names].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1))
  return { name: known.name ?? 'this child', me, owners, from: null }
}
/** Of a look at a new home that stands. */
async function loadOfLook(asking: Asking, at: At): Promise<Given | undefined> {
  const given = await load(asking, at)
  const looks = given === undefined || at.child === null ? [] : await matchReviewsOf(asking, at.child)
  const look = looks.find(({ id }) => id === at.about)
  return given && look && { ...given, from: { table: 'match_review', line: look.line } }
}

const FIELD_OF: Readonly<Partial<Record<ActionRefusal, string>>> = {
  'what is to be done missing': 'what',
  'intended outcome missing': 'intended',
  'owner missing': 'service',
  'due no day': 'due',
  'due before today': 'due',
  'a day, or why none': 'due',
}
const SHOWN = { nameOf: (person: string) => person, on: (at: string) => at }

function decide(
  typed: Typed,
  { me, owners, from }: Given,
  today: IsoDay,
): { readonly ok: NewAction } | { readonly faults: readonly Fault[] } {
  const [owner, service] = [typed.one('owner'), typed.one('service')]
  const faults: Fault[] = []
  if (owner !== '' && !owners.some(({ id }) => id === owner))
    faults.push({ field: 'owner', says: 'Choose whose this is from the list, or name another service.' })
  if (owner !== '' && service !== '')
    faults.push({ field: 'service', says: 'It is one person’s, or a service’s. Leave one of the two empty.' })
  const may = mayRecordAction(
    {
      ...{
        what: typed.words('what'),
        intended: typed.words('intended'),
        origin: 'other',
        from,
        whoMayKnow: null,
      },
      ...{ due: dayTyped(typed.one('due'), today, 'ahead'), noDueWhy: typed.one('noDueWhy') },
      owner: service === '' ? { worker: owner === '' ? me : owner, service: '' } : { worker: null, service },
    },
    today,
  )
  if ('refused' in may)
    faults.push(
      ...may.refused.map((one) => ({ field: FIELD_OF[one] ?? '', says: actionRefusalWords(one, today, SHOWN) })),
    )
  return 'refused' in may || faults.length > 0 ? { faults } : may
}

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <WordsField of={of} name="what" label="What is to be done?" rows={2} />
    <WordsField of={of} name="intended" label={`What is it meant to change for ${of.given.name}?`} rows={2} />
    <PickField
      of={of}
      name="owner"
      label="Who does it?"
      none="I do"
      items={of.given.owners.map(({ id, name }) => ({ value: id, text: name }))}
    />
    <LineField of={of} name="service" label="Or another service, by name" />
    <DayField of={of} name="due" label="By when?" looks="ahead" />
    <PickField
      of={of}
      name="noDueWhy"
      label="Or why there is no day"
      none="There is a day"
      items={NO_DUE_WHY.map((value) => ({ value, text: capital(value) }))}
    />
  </>
)

type Of = Pick<FormDefinition<Given, NewAction>, 'name' | 'path' | 'load' | 'leadsTo'>
const actionForm = (of: Of): Form =>
  makeForm<Given, NewAction>({
    ...of,
    lock: { may: ['write', 'plan'], log: 'recorded an action' },
    here: '/actions',
    words: {
      thing: 'an action',
      title: ({ name }) => `Something to be done for ${name}`,
      button: 'Save action',
      done: 'Action saved. It is on the list of whoever does it.',
      fields: {
        what: 'What is to be done',
        intended: 'What it is meant to change',
        owner: 'Who does it',
        service: 'Another service',
        due: 'By when',
        noDueWhy: 'Why there is no day',
      },
    },
    start: () => ({}),
    decide,
    save: async (asking, action, { child }) => ({
      kind: 'saved',
      id: (await recordAction(asking, child ?? '', action)).id,
    }),
    undo: async (asking, id) =>
      'ok' in (await retractAction(asking, id, 'Taken back by its author within ten minutes.')),
    Fields,
  })
export const recordingAction: Form = actionForm({
  ...{ name: 'action', path: '/children/:child/actions/record', load },
  leadsTo: ({ child }) => `/children/${child}/plan`,
})
/** What is done about what a look at a new home showed, tied to it. */
export const actionOfLook: Form = actionForm({
  ...{ name: 'action-of-look', path: '/children/:child/match-reviews/:about/action', load: loadOfLook },
  leadsTo: ({ child }) => `/children/${child}/home-request`,
})
