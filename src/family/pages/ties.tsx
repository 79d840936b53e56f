// The forms of what ties two people around the child: recorded, ended, taken back.

import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import type { Version } from '#database'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  makeCorrection,
  makeForm,
  makeRetraction,
  PickField,
  TAKEN_BACK_WORDS,
  takeBackSent,
  WordsField,
} from '#forms'
import { calledPerson } from '../person.ts'
import { endTie, recordTie, retractTie } from '../store.ts'
import { isTieKind, mayTie, TIES, type TieRefusal, type TypedTie } from '../tie.ts'
import {
  CHILD,
  type FamilyGiven,
  familyGiven,
  faultsIn,
  leadsTo,
  lock,
  peopleOffered,
  personAt,
} from './family-fields.tsx'

const FIELD_OF: Readonly<Record<TieRefusal, string>> = {
  ...{ 'tie unknown': 'kind', 'tie with themselves': 'other', 'state unknown': 'state', 'tie since no day': 'since' },
  ...{ 'tie until no day': 'until', 'tie ends before it began': 'until', 'tie goes on after its end': 'state' },
  ...{ 'tied already': 'kind', 'their own ancestor': 'kind' },
}
const LABELS = {
  ...{ one: 'The first', kind: 'What ties them', other: 'The second', state: 'Whether it goes on' },
  ...{ since: 'Since', until: 'Until', note: 'A note' },
}
const STATES = [
  { value: 'goes on', text: 'It goes on' },
  { value: 'parted', text: 'It has ended' },
  { value: 'not known', text: 'Not known' },
]

const Fields: FC<FieldsProps<FamilyGiven>> = (of) => {
  const people = [{ value: CHILD, text: of.given.name }, ...peopleOffered(of.given.family)]
  return (
    <>
      <PickField of={of} name="one" label="Who?" items={people} />
      <PickField
        of={of}
        name="kind"
        label="What ties them?"
        hint="Read it as a sentence: “Jean: parent of: Leanne”"
        items={Object.entries(TIES).map(([value, { words }]) => ({ value, text: words }))}
      />
      <PickField of={of} name="other" label="And whom?" items={people} />
      <ChoiceField of={of} name="state" label="Does it go on?" items={STATES} />
      <DayField of={of} name="since" label="Since when?" hint="Empty if nobody knows" looks="back" />
      <DayField of={of} name="until" label="Until when?" hint="Only where it has ended" looks="back" />
      <WordsField of={of} name="note" label="A note" rows={2} />
    </>
  )
}

const recording = makeForm<FamilyGiven, TypedTie>({
  ...{ name: 'family-tie', path: '/children/:child/family-ties/record', here: '/children', leadsTo, Fields },
  lock: lock('recorded what ties two people around a child'),
  words: {
    ...{ thing: 'what ties two people', button: 'Save', done: 'Saved.', fields: LABELS },
    title: ({ name }) => `Who belongs to whom around ${name}`,
  },
  load: familyGiven,
  start: () => ({ state: ['goes on'] }),
  decide: (typed, { family }, today) => {
    const end = (field: string): string | null => (typed.one(field) === CHILD ? null : typed.one(field))
    const tie: TypedTie = {
      ...{ one: end('one'), other: end('other'), kind: typed.one('kind'), state: typed.one('state') },
      ...{ since: dayTyped(typed.one('since'), today, 'back'), until: dayTyped(typed.one('until'), today, 'back') },
      note: typed.words('note'),
    }
    const nobody = (['one', 'other'] as const)
      .filter((field) => tie[field] !== null && personAt(family, tie[field] ?? '') === undefined)
      .map((field) => ({ field, says: 'Choose somebody from the list.' }))
    const may = mayTie(tie, family.ties)
    if (nobody.length > 0) return { faults: nobody }
    return 'ok' in may ? { ok: tie } : { faults: faultsIn(may.refused, FIELD_OF, today) }
  },
  // Decided once more upon the ties that stand while nobody else writes about this child.
  save: async (asking, tie, { child, today }) => {
    const done = await recordTie(asking, child ?? '', tie)
    if ('ok' in done) return { kind: 'saved', id: done.ok.id }
    return { kind: 'refused', faults: faultsIn(done.refused, FIELD_OF, today) }
  },
  undo: async (asking, id) => await takeBackSent(asking, { table: 'kith.family_tie', id }),
})

type Row = Version<'kith.family_tie'>
type OfTie = FamilyGiven & { readonly says: string; readonly since: string | null }
const given = async (asking: Parameters<typeof familyGiven>[0], at: { readonly child: string | null }, row: Row) => {
  const known = await familyGiven(asking, at)
  if (known === undefined) return undefined
  const called = (line: string | null): string =>
    line === null ? known.name : calledPerson(personAt(known.family, line))
  const words = isTieKind(row.kind) ? TIES[row.kind].words : row.kind
  return { ...known, says: `${called(row.one)}: ${words}: ${called(row.other)}`, since: row.since }
}
const shared = { here: '/children', leadsTo, table: 'kith.family_tie', given } as const

const EndFields: FC<FieldsProps<OfTie>> = (of) => (
  <>
    <p>
      <strong>{of.given.says}</strong>
    </p>
    <DayField of={of} name="until" label="When did it end?" hint="Empty if nobody knows the day" looks="back" />
  </>
)
const ending = makeCorrection<OfTie, IsoDay | undefined, 'kith.family_tie'>({
  ...{ ...shared, name: 'family-tie-end', path: '/children/:child/family-ties/:about/end', Fields: EndFields },
  lock: lock('recorded that what tied two people ended'),
  words: {
    ...{
      thing: 'the end of what tied two people',
      button: 'Save',
      done: 'Saved. What was true before stays true of then.',
    },
    ...{ fields: { until: 'Until' }, title: () => 'They are no longer so' },
  },
  asTyped: ({ until }) => ({ until: [dayWords(until)] }),
  decide: (typed, { since }, today) => {
    const tie = { one: null, other: '', kind: 'together', state: 'parted', since: since ?? '', note: '' }
    const may = mayTie({ ...tie, until: dayTyped(typed.one('until'), today, 'back') }, [])
    return 'ok' in may ? { ok: may.ok.until ?? undefined } : { faults: faultsIn(may.refused, FIELD_OF, today) }
  },
  correct: async (asking, until, { version }) => await endTie(asking, version, until),
})
const takingBack = makeRetraction<OfTie, 'kith.family_tie'>({
  ...{ ...shared, name: 'family-tie-retraction', path: '/children/:child/family-ties/:about/retract' },
  lock: lock('took back what ties two people'),
  ...{ thing: 'taking back what ties two people', done: TAKEN_BACK_WORDS },
  shows: ({ since }, { says }) => ({
    title: says,
    rows: [['Since', since === null ? 'Not known' : dayWords(since)]],
  }),
  retract: async (asking, which) => await retractTie(asking, which),
})

export const tieForms: readonly Form[] = [recording, ending, takingBack]
