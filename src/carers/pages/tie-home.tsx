// Saying in which home of the list a child lives by a placement of record; and taking that back.
import type { FC } from 'hono/jsx'
import { dayWords, formatDay } from '#calendar'
import { homeWords } from '#child-frame'
import { childById } from '#children'
import { type Asking, currentOf, recordFirst } from '#database'
import {
  type At,
  type FieldsProps,
  type Form,
  type Item,
  isId,
  makeForm,
  makeRetraction,
  PickField,
  WordsField,
} from '#forms'
import { InsetText } from '#look'
import { placementsOf } from '#placements'
import { homesOn } from '../homes-store.ts'
import { homeOf } from '../store.ts'
import type { Vacancies } from '../vacancies.ts'

const TABLE = 'kith.placement_household'
type Given = {
  readonly name: string
  readonly home: string
  readonly called: string
  readonly vacancies: Vacancies | undefined
  readonly placements: readonly Item[]
}
/** Placements of which nobody has said it yet, the latest first. */
async function untied(asking: Asking, child: string): Promise<readonly Item[]> {
  const tied = new Set((await currentOf(asking, TABLE, child)).map(({ placement }) => placement))
  return (await placementsOf(asking, child))
    .filter(({ line }) => !tied.has(line))
    .toReversed()
    .map(({ line, kind, since, until }) => ({
      value: line,
      text: `${homeWords(kind)}, from ${formatDay(since)}${until === null ? '' : ` until ${formatDay(until)}`}`,
    }))
}
async function load(asking: Asking, { child, about, today }: At): Promise<Given | undefined> {
  if (child === null || about === null || !isId(about)) return undefined
  const known = await childById(asking, child)
  const found = await homeOf(asking, about)
  if (known === undefined || found === undefined || found.table !== 'kith.household') return undefined
  const [on] = await homesOn(asking, today, found.home.line)
  return {
    ...{ name: known.name ?? 'this child', home: found.home.line, called: found.home.words.name },
    ...{ vacancies: on?.vacancies, placements: await untied(asking, child) },
  }
}
type Ok = { readonly placement: string; readonly words: string }
const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <p>
      <strong>{of.given.called}</strong>
      <span class="kith-note">{of.given.vacancies?.says}</span>
    </p>
    {of.given.placements.length === 0 && (
      <InsetText>Of every home in the record of {of.given.name} it is said which one it is.</InsetText>
    )}
    <PickField of={of} name="placement" label="Which home in their record is this?" items={of.given.placements} />
    <WordsField of={of} name="how" label="How do you know?" rows={2} />
  </>
)
const tying: Form = makeForm<Given, Ok>({
  ...{ name: 'lives-at', path: '/children/:child/lives-at/:about/record', here: '/homes', load, Fields },
  lock: { may: ['write', 'where'], log: 'said in which home they live' },
  // Whoever writes where a child lives reads this page; not all of them work with homes.
  leadsTo: ({ child }) => `/children/${child}/where`,
  words: {
    ...{ thing: 'in which home a child lives', button: 'Save', done: 'Saved. The free places are counted anew.' },
    title: ({ name, called }) => `${name} lives in this home: ${called}`,
    fields: { placement: 'Which home', how: 'How you know' },
  },
  start: ({ placements }) => ({ placement: placements.slice(0, 1).map(({ value }) => value) }),
  decide: (typed, { placements }) => {
    const placement = typed.one('placement')
    if (!placements.some(({ value }) => value === placement))
      return { faults: [{ field: 'placement', says: 'Choose which home in their record it is.' }] }
    return { ok: { placement, words: typed.words('how') } }
  },
  save: async (asking, { placement, words }, { child, given: { home } }) => {
    const columns = { placement, household: home }
    const { id } = await recordFirst(asking, TABLE, { child: child ?? '', columns, words })
    return { kind: 'saved', id }
  },
  refused: () => ({ field: '', says: 'Somebody said of this home meanwhile which one it is. Open it again.' }),
})

const untying: Form = makeRetraction<{ readonly called: string }, typeof TABLE>({
  ...{ name: 'lives-at-retraction', path: '/children/:child/lives-at/:about/retract', here: '/homes', table: TABLE },
  lock: { may: ['write', 'where'], log: 'took back in which home they live' },
  leadsTo: ({ child }) => `/children/${child}/where`,
  ...{ thing: 'taking back in which home a child lives', done: 'Taken back. The history holds your reason.' },
  given: async (asking, _, { household }) => {
    const found = await homeOf(asking, household)
    return found && { called: found.home.words.name }
  },
  shows: ({ recorded, words }, { called }) => ({
    title: `that they live in ${called}`,
    rows: [
      ['Home', called],
      ['Recorded', dayWords(recorded.slice(0, 'yyyy-mm-dd'.length))],
      ['How it was known', words ?? 'Not written'],
    ],
    also: 'Where they move to, they move to: that is recorded as a new home in their record.',
  }),
})

export const tieForms: readonly Form[] = [tying, untying]
