// The forms of homes: one way of recording what hangs on a home, putting it right or going on from it, and taking it back with a reason.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import type { Asking, Refused } from '#database'
import { type Values, wordOf } from '#drafts'
import {
  type At,
  type Fault,
  type FieldsProps,
  type Form,
  type FormDefinition,
  type Item,
  isId,
  makeForm,
  type Reading,
  reading,
  WordsField,
} from '#forms'
import { SummaryList, WarningText } from '#look'
import { everyColleague } from '#workforce'
import { KINDS, WRITERS } from '../home-codes-data.ts'
import { childrenOf, homesOn } from '../homes-store.ts'
import { asTyped } from '../reading-homes.ts'
import {
  type HomeColumns,
  type HomeRow,
  type HomeShape,
  type HomeTable,
  type HomeWords,
  homeOf,
  homeRow,
  takeBackHome,
  writeHome,
} from '../store.ts'

const HERE = '/homes'
const may = { as: WRITERS }
/** The page finds the home by the id of whatever hangs on it. */
const leadsTo = ({ about }: Pick<At, 'about'>, id: string): string => `${HERE}/${about ?? id}`
const refused = ({ kind }: Refused): Fault => ({
  field: '',
  says:
    kind === 'not allowed'
      ? 'Your part does not allow this any more. Your text is kept; ask the placement team.'
      : 'Somebody changed this meanwhile. Open it again; your text is kept.',
})

/** `home`: on which it hangs; empty where a home is entered. `workers`: whom one may choose. */
export type HomeGiven = {
  readonly home: string
  readonly called: string
  readonly kind: string
  readonly workers: readonly Item[]
  readonly anew: boolean
}
export type HomeFields = FC<FieldsProps<HomeGiven>>
export type PartOfHome<T extends HomeTable> = {
  readonly table: T
  /** Part of every address of it: 'people'. */
  readonly at: string
  /** 'somebody who lives in a home' */
  readonly thing: string
  readonly title: string
  readonly fields: Readonly<Record<string, string>>
  readonly log: string
  readonly start?: Values
  readonly read: (r: Reading, given: HomeGiven) => HomeColumns<T>
  readonly words: (r: Reading) => Partial<HomeWords<T>>
  readonly asTyped: (row: HomeRow<T> & HomeShape) => Values
  readonly Fields: HomeFields
}
type Ok<T extends HomeTable> = { readonly columns: HomeColumns<T>; readonly words: Partial<HomeWords<T>> }

/** Columns of a row, words beside them; the words win where both have a name. */
export const typedOf = (row: { readonly words: Readonly<Record<string, string>> }, days: readonly string[]): Values => {
  const { words, ...columns } = row
  return {
    ...asTyped(columns, days),
    ...Object.fromEntries(Object.entries(words).map(([name, text]) => [name, [text]])),
  }
}
export const SHORT = 'govuk-input--width-5'

const WITHOUT: HomeGiven = { home: '', called: 'a home', kind: '', workers: [], anew: true }
const people = (list: readonly { readonly id: string; readonly name: string }[]): readonly Item[] =>
  list.map(({ id, name }) => ({ value: id, text: name }))
/** Only where one is chosen. */
const workersFor = async (asking: Asking, table: HomeTable): Promise<readonly Item[]> =>
  table === 'kith.household' ? people(await everyColleague(asking)) : []

const decided =
  <T extends HomeTable>(part: PartOfHome<T>) =>
  (typed: Parameters<typeof reading>[0], given: HomeGiven, today: At['today']) => {
    const r = reading(typed, today)
    const [columns, words] = [part.read(r, given), part.words(r)]
    return r.result((): Ok<T> => ({ columns, words }))
  }

function recording<T extends HomeTable>(part: PartOfHome<T>): Form {
  const { table, at, thing, title, fields, log, Fields } = part
  const isHome = table === 'kith.household'
  const definition: FormDefinition<HomeGiven, Ok<T>> = {
    ...{
      name: `household-${at}`,
      path: isHome ? `${HERE}/record` : `${HERE}/:about/${at}/record`,
      here: HERE,
      leadsTo,
      refused,
    },
    lock: { may, log: `recorded ${log}` },
    words: {
      ...{ thing, button: 'Save', done: 'Saved.', fields },
      title: ({ called }) => (isHome ? title : `${title}: ${called}`),
    },
    load: async (asking, { about }) => {
      if (isHome) return { ...WITHOUT, workers: await workersFor(asking, table) }
      const found = about !== null && isId(about) ? await homeOf(asking, about) : undefined
      if (found === undefined || found.table !== 'kith.household') return undefined
      const { line: home, kind, words } = found.home
      return { ...WITHOUT, home, kind, called: words.name }
    },
    start: () => part.start ?? {},
    decide: decided(part),
    save: async (asking, { columns, words }, { given: { home } }) => ({
      kind: 'saved',
      id: await writeHome(asking, table, { columns, words, home }),
    }),
    Fields,
  }
  return makeForm(definition)
}

type Standing<T extends HomeTable> = HomeGiven & { readonly of: HomeRow<T> & HomeShape }
function correcting<T extends HomeTable>(part: PartOfHome<T>): Form {
  const { table, at, thing, title, fields, log } = part
  const Fields: FC<FieldsProps<Standing<T>>> = (of) => <part.Fields {...of} />
  const definition: FormDefinition<Standing<T>, Ok<T>> = {
    ...{ name: `household-${at}-correct`, path: `${HERE}/${at}/:about/correct`, here: HERE, leadsTo, refused },
    lock: { may, log: `changed or put right ${log}` },
    words: {
      ...{ thing: `a change of ${thing}`, button: 'Save', fields },
      ...{ title: ({ called }) => `Put right or go on: ${title}, ${called}` },
      done: 'Saved. What stood before is in its history.',
    },
    load: async (asking, { about }) => {
      const of = about !== null && isId(about) ? await homeRow(asking, table, about) : undefined
      const found = of && (await homeOf(asking, of.id))
      if (of === undefined || found === undefined) return undefined
      const { line: home, kind, words } = found.home
      return { ...{ home, kind, called: words.name, anew: false, of }, workers: await workersFor(asking, table) }
    },
    start: ({ of }) => part.asTyped(of),
    decide: decided(part),
    save: async (asking, { columns, words }, { given: { home, of } }) => ({
      kind: 'saved',
      id: await writeHome(asking, table, { columns, words, home, of }),
    }),
    Fields,
  }
  return makeForm(definition)
}

export const makeHomeForms = <T extends HomeTable>(part: PartOfHome<T>): readonly Form[] => [
  recording(part),
  correcting(part),
]

/** What it is, in a few words, for the page on which it is taken back. */
const CALLED: Readonly<Record<HomeTable, string>> = {
  'kith.household': 'the home itself',
  'kith.household_address': 'its address',
  'kith.household_person': 'somebody who lives there',
  'kith.household_approval': 'terms of its approval',
  'kith.household_skill': 'a skill or training',
  'kith.household_hold': 'places that are held',
  'kith.household_event': 'a review or visit',
}
type TakenBack = {
  readonly table: HomeTable
  readonly of: HomeShape
  readonly called: string
  readonly kind: string
  readonly home: string
  /** Why it cannot be taken back as it stands. */
  readonly stands: string | undefined
}
const recordedOn = ({ recorded }: HomeShape): string => dayWords(recorded.slice(0, 'yyyy-mm-dd'.length))

async function loadTakenBack(asking: Asking, { about, today }: At): Promise<TakenBack | undefined> {
  const found = about !== null && isId(about) ? await homeOf(asking, about) : undefined
  const of = found && about !== null ? await homeRow(asking, found.table, about) : undefined
  if (found === undefined || of === undefined) return undefined
  const { table, home } = found
  const lived = table === 'kith.household' && (await homeIsUsed(asking, home.line, today))
  const stands = lived
    ? 'Children live here, lived here or have a place by the record. Close the home instead.'
    : undefined
  return { table, of, called: home.words.name, kind: home.kind, home: home.line, stands }
}
async function homeIsUsed(asking: Asking, home: string, today: At['today']): Promise<boolean> {
  const [now] = await homesOn(asking, today, home)
  return (now?.takers.length ?? 0) > 0 || (await childrenOf(asking, home)).length > 0
}
const TakeBackFields: FC<FieldsProps<TakenBack>> = (of) => {
  const { table, called, kind, of: row } = of.given
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Home', value: called },
          { key: 'What is taken back', value: CALLED[table] },
          { key: 'Kind of home', value: wordOf(KINDS, kind) },
          { key: 'Recorded', value: recordedOn(row) },
        ]}
      />
      <WarningText>
        Take it back only where it should never have stood. What ended, ended: write the day of its end instead.
      </WarningText>
      <WordsField of={of} name="reason" label="Why should this not stand?" rows={3} />
    </>
  )
}
export const takingBack: Form = makeForm<TakenBack, string>({
  ...{
    name: 'household-retract',
    path: `${HERE}/rows/:about/retract`,
    here: HERE,
    leadsTo,
    refused,
    load: loadTakenBack,
  },
  lock: { may, log: 'took back something about a home' },
  words: {
    ...{ thing: 'taking back something about a home', button: 'Take it back', fields: { reason: 'Why' } },
    ...{ title: ({ table, called }) => `Take back ${CALLED[table]}: ${called}` },
    done: 'Taken back. The history holds your reason.',
  },
  start: () => ({}),
  decide: (typed, { stands }) => {
    if (stands !== undefined) return { faults: [{ field: '', says: stands }] }
    const why = typed.words('reason')
    return why === '' ? { faults: [{ field: 'reason', says: 'Say why this should not stand.' }] } : { ok: why }
  },
  save: async (asking, why, { given: { table, of } }) => ({
    kind: 'saved',
    id: await takeBackHome(asking, table, { of, why }),
  }),
  Fields: TakeBackFields,
})
