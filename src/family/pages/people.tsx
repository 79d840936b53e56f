// The forms of somebody around the child: recorded with whose parent or child they are, put right, changed, limited to whom, taken back.

import type { FC } from 'hono/jsx'
import { makeLimiting } from '#audiences/pages'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import type { Version } from '#database'
import type { Typed, Values } from '#drafts'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  LineField,
  makeCorrection,
  makeRecordForms,
  PickField,
  TicksField,
  WordsField,
} from '#forms'
import { capital } from '#look'
import { calledPerson, mayRecordPerson, type NewPerson, nameAndNote, type PersonRefusal } from '../person.ts'
import { familyRefusalWords } from '../refusal-words.ts'
import { GROUNDS, RELATIONS, SEXES } from '../relations.ts'
import { changePerson, correctPerson, recordPerson, recordTie, retractPerson } from '../store.ts'
import { mayTie, type StandingTie, type TypedTie } from '../tie.ts'
import {
  CHILD,
  dayOrYear,
  type FamilyGiven,
  familyGiven,
  faultsIn,
  leadsTo,
  lock,
  peopleOffered,
  withRelation,
} from './family-fields.tsx'

type Row = Version<'kith.family_person'>
type Ok = { readonly person: NewPerson; readonly ties: readonly TypedTie[] }

const FIELD_OF: Readonly<Record<PersonRefusal, string>> = {
  ...{ 'relation unknown': 'relation', 'name empty': 'name', 'gap with a name': 'name', 'sex unknown': 'sex' },
  ...{ 'born no day or year': 'born', 'born after today': 'born', 'died unknown': 'died' },
  ...{ 'died no day or year': 'died_when', 'died after today': 'died_when', 'died before born': 'died_when' },
  ...{ 'death day of the living': 'died', 'responsibility unknown': 'responsibility', 'ground unknown': 'ground' },
  ...{ 'ground without responsibility': 'responsibility', 'responsible since no day': 'responsible_since' },
  ...{ 'responsible until no day': 'responsible_until', 'responsibility ends before it began': 'responsible_until' },
}
const LABELS = {
  ...{ relation: 'Who they are', gap: 'Whether they are known', name: 'The name', note: 'A note', sex: 'Recorded sex' },
  ...{ born: 'When they were born', died: 'Whether they live', died_when: 'When they died' },
  ...{ responsibility: 'Parental responsibility', ground: 'How they have it', responsible_since: 'Since when' },
  ...{ responsible_until: 'Until when', parent_of: 'Whose parent', child_of: 'Whose child' },
}

const NEW = 'new'
/** Whose parent or child somebody new is, as the family map draws it. */
const tiesIn = (typed: Typed): readonly TypedTie[] => {
  const plain = { kind: 'parent-of', state: 'goes on', since: '', until: '', note: '' }
  const end = (line: string): string | null => (line === CHILD ? null : line)
  return [
    ...typed.all('parent_of').map((line) => ({ ...plain, one: NEW, other: end(line) })),
    ...typed.all('child_of').map((line) => ({ ...plain, one: end(line), other: NEW })),
  ]
}
function tieFaults(ties: readonly TypedTie[], { family }: FamilyGiven, today: IsoDay) {
  const standing: StandingTie[] = [...family.ties]
  const known = new Set<string | null>([null, NEW, ...family.people.map(({ line }) => line)])
  return ties.flatMap((tie) => {
    const field = tie.one === NEW ? 'parent_of' : 'child_of'
    if (!known.has(tie.one) || !known.has(tie.other)) return [{ field, says: 'Choose from the list.' }]
    const may = mayTie(tie, standing)
    standing.push(tie)
    return 'ok' in may ? [] : may.refused.map((one) => ({ field, says: familyRefusalWords(one, today) }))
  })
}

function decide(typed: Typed, given: FamilyGiven, today: IsoDay) {
  const died = typed.one('died')
  const may = mayRecordPerson(
    {
      ...{
        relation: typed.one('relation'),
        gap: typed.ticked('gap'),
        name: typed.one('name'),
        note: typed.words('note'),
      },
      ...{ sex: typed.one('sex'), born: dayOrYear(typed.one('born'), today), died },
      ...{ diedWhen: dayOrYear(typed.one('died_when'), today), responsibility: typed.one('responsibility') },
      ground: typed.one('ground'),
      responsibleSince: dayTyped(typed.one('responsible_since'), today, 'back'),
      responsibleUntil: dayTyped(typed.one('responsible_until'), today, 'ahead'),
    },
    today,
  )
  const ties = tiesIn(typed)
  const faults = [...('refused' in may ? faultsIn(may.refused, FIELD_OF, today) : []), ...tieFaults(ties, given, today)]
  return 'ok' in may && faults.length === 0 ? { ok: { person: may.ok, ties } } : { faults }
}

const GROUND_ITEMS = Object.entries(GROUNDS).map(([value, { words, law }]) => ({
  value,
  text: `${capital(words)} (${law})`,
}))
const RELATION_ITEMS = Object.entries(RELATIONS).map(([value, { words }]) => ({ value, text: words }))
const YES_NO = ['yes', 'no', 'not known'].map((value) => ({ value, text: capital(value) }))

const WhoFields: FC<FieldsProps<FamilyGiven>> = (of) => (
  <>
    <PickField of={of} name="relation" label={`Who are they to ${of.given.name}?`} items={RELATION_ITEMS} />
    <LineField of={of} name="name" label="Their name" hint="As the child says it, or as it is written" />
    <TicksField
      of={of}
      name="gap"
      label="If nobody knows who they are"
      items={[
        {
          value: 'yes',
          text: 'Not known: keep the place in the family free',
          hint: 'The note says where they belong, for example “Dad’s mum and dad”',
        },
      ]}
    />
    <WordsField of={of} name="note" label="A note about them" hint="What helps to know or to reach them" rows={2} />
    <PickField
      of={of}
      name="sex"
      label="Recorded sex, for the drawing of the family"
      items={SEXES.map((value) => ({ value, text: capital(value) }))}
    />
    <LifeFields {...of} />
  </>
)
const LifeFields: FC<FieldsProps<FamilyGiven>> = (of) => (
  <>
    <LineField
      of={of}
      name="born"
      label="When were they born?"
      hint="A day, or only the year. Empty if nobody knows"
      width="govuk-input--width-10"
    />
    <ChoiceField
      of={of}
      name="died"
      label="Are they living?"
      items={[
        { value: 'living', text: 'Yes' },
        { value: 'died', text: 'They have died' },
        { value: 'not known', text: 'Not known' },
      ]}
    />
    <LineField
      of={of}
      name="died_when"
      label="If they have died: when?"
      hint="A day, or only the year"
      width="govuk-input--width-10"
    />
    <ChoiceField
      of={of}
      name="responsibility"
      label={`Do they have parental responsibility for ${of.given.name}?`}
      hint="Nobody has it by being kind, near or a relative. Not known is an answer."
      items={YES_NO}
    />
    <PickField of={of} name="ground" label="If yes: how do they have it?" items={GROUND_ITEMS} none="Not known" />
    <DayField of={of} name="responsible_since" label="Since when?" hint="Empty if nobody knows" looks="back" />
    <DayField
      of={of}
      name="responsible_until"
      label="Until when?"
      hint="Only where it has ended, or ends on a day"
      looks="ahead"
    />
  </>
)
const Fields: FC<FieldsProps<FamilyGiven>> = (of) => {
  const people = peopleOffered(of.given.family)
  return (
    <>
      <WhoFields {...of} />
      <TicksField
        of={of}
        name="parent_of"
        label="On the family map: whose parent are they?"
        hint={`Mum, Dad and parents of ${of.given.name} are drawn as such without a tick.`}
        items={[{ value: CHILD, text: of.given.name }, ...people]}
      />
      {people.length > 0 && <TicksField of={of} name="child_of" label="And whose child are they?" items={people} />}
    </>
  )
}

const asTyped = ({ words, ...row }: Row): Values => {
  const { name, note } = nameAndNote(words)
  const when = (on: string | null, year: number | null): string => (year === null ? dayWords(on) : String(year))
  return {
    ...{
      relation: [row.relation],
      gap: row.gap ? ['yes'] : [],
      name: [name ?? ''],
      note: [note],
      sex: [row.recorded_sex],
    },
    ...{ born: [when(row.born, row.born_year)], died: [row.died], died_when: [when(row.died_on, row.died_year)] },
    ...{ responsibility: [row.responsibility], ground: [row.ground ?? ''] },
    responsible_since: [dayWords(row.responsible_since)],
    responsible_until: [dayWords(row.responsible_until)],
  }
}

const recorded = makeRecordForms<FamilyGiven, Ok, 'kith.family_person'>({
  ...{ name: 'family-person', path: 'people', table: 'kith.family_person', here: '/children', leadsTo, decide, Fields },
  FieldsOfCorrection: WhoFields,
  lock: lock('recorded somebody around a child'),
  words: {
    ...{ thing: 'somebody around a child', button: 'Save person', done: 'Saved.', fields: LABELS },
    title: ({ name }) => `Somebody who matters to ${name}`,
  },
  given: familyGiven,
  start: () => ({ died: ['living'] }),
  record: async (asking, { person, ties }, { child }) => {
    const written = await recordPerson(asking, child, person)
    const at = (end: string | null): string | null => (end === NEW ? written.line : end)
    for (const tie of ties) {
      const tied = await recordTie(asking, child, { ...tie, one: at(tie.one), other: at(tie.other) })
      // Decided upon the ties that the form read; only somebody who writes at the same moment can be in the way of it.
      if ('refused' in tied) throw new Error('A tie of a new person was refused.')
    }
    return written
  },
  asTyped,
  correct: async (asking, { person }, id) => await correctPerson(asking, id, person),
  shows: (row) => ({
    title: calledPerson(row),
    rows: [['Who they are', withRelation(row)]],
    also: 'Where they live, their ties, and time together with them are taken back with them.',
  }),
  retract: async (asking, id, reason) => await retractPerson(asking, { id, reason }),
})

const changed = makeCorrection<FamilyGiven, Ok, 'kith.family_person'>({
  name: 'family-person-change',
  path: '/children/:child/people/:about/change',
  lock: lock('recorded that something changed for somebody around a child'),
  ...{
    here: '/children',
    leadsTo,
    decide,
    Fields: WhoFields,
    asTyped,
    given: familyGiven,
    table: 'kith.family_person',
  },
  words: {
    ...{ thing: 'a change of somebody around a child', button: 'Save change', fields: LABELS },
    done: 'Saved. What was true before stays true of then.',
    title: ({ name }) => `What is different now, for somebody around ${name}`,
  },
  correct: async (asking, { person }, { version }) => await changePerson(asking, version, person),
})

const limited = makeLimiting<'kith.family_person'>({
  ...{ name: 'family-person-audience', path: 'people', table: 'kith.family_person', scope: 'family', leadsTo },
  ...{ thing: 'who may know of somebody', log: 'said who may know of somebody around a child' },
  whom: async (_, __, row) => `that ${calledPerson(row)} is in the family`,
})

export const personForms: readonly Form[] = [...recorded, changed, limited]
