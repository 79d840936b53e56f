// The forms of where somebody around the child lives: with whom, since when, and who may know; put right, ended, taken back.
import type { FC } from 'hono/jsx'
import type { NewAudience } from '#audiences'
import { AUDIENCE_LABELS, AudienceFields, audienceIn, MUST_NOT_ROWS, makeLimiting } from '#audiences/pages'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import type { Version } from '#database'
import type { Typed, Values } from '#drafts'
import {
  type At,
  DayField,
  type FieldsProps,
  type Form,
  makeCorrection,
  makeForm,
  makeRetraction,
  PickField,
  TAKEN_BACK_WORDS,
  TicksField,
  takeBackSent,
  WordsField,
} from '#forms'
import { calledPerson, type HomeRefusal, mayRecordHome, type NewHome } from '../person.ts'
import { correctHome, endHome, familyOf, recordHome } from '../store.ts'
import {
  type FamilyGiven,
  familyGiven,
  faultsIn,
  type Limiting,
  leadsTo,
  limitingGiven,
  lock,
  peopleOffered,
  personAt,
} from './family-fields.tsx'

type Row = Version<'kith.family_home'>
const FIELD_OF: Readonly<Record<HomeRefusal, string>> = {
  'where empty': 'where',
  'home since no day': 'since',
  'home until no day': 'until',
  'home ends before it began': 'until',
}
const LABELS = {
  ...{ person: 'Whose home', where: 'Where', household: 'With whom', with_child: 'With the child' },
  ...{ since: 'Since', until: 'Until' },
}

const readHome = (typed: Typed, today: IsoDay) =>
  mayRecordHome({
    where: typed.words('where'),
    household: typed.one('household') || null,
    withChild: typed.ticked('with_child'),
    since: dayTyped(typed.one('since'), today, 'back'),
    until: dayTyped(typed.one('until'), today, 'back'),
  })
/** Homes of others, in which this person may live too. */
const householdsIn = ({ family }: FamilyGiven, but: string | undefined) =>
  family.homes
    .filter(
      ({ person, line, until, household }) => person !== but && until === null && household === null && line !== but,
    )
    .map(({ line, person, words }) => ({
      value: line,
      text: `${calledPerson(personAt(family, person))}${words === undefined || words === '' ? '' : `: ${words.split('\n')[0]}`}`,
    }))
const householdFault = (typed: Typed, given: FamilyGiven) =>
  typed.one('household') === '' || given.family.homes.some(({ line }) => line === typed.one('household'))
    ? []
    : [{ field: 'household', says: 'Choose from the list with whom they live.' }]

const WhereFields: FC<FieldsProps<FamilyGiven> & { readonly but?: string | undefined }> = (of) => (
  <>
    <WordsField
      of={of}
      name="where"
      label="Where do they live?"
      hint="As much as is known: an address, a town, “with Nan”"
      rows={2}
    />
    <PickField
      of={of}
      name="household"
      label="Do they live with somebody who is recorded here?"
      items={householdsIn(of.given, of.but)}
      none="Nobody named"
    />
    <TicksField
      of={of}
      name="with_child"
      label={`With ${of.given.name}`}
      items={[{ value: 'yes', text: `${of.given.name} lives there too` }]}
    />
    <DayField of={of} name="since" label="Since when?" hint="Empty if nobody knows" looks="back" />
    <DayField of={of} name="until" label="Until when?" hint="Only where they live there no longer" looks="back" />
  </>
)

type Ok = { readonly person: string; readonly home: NewHome; readonly audience: NewAudience | undefined }
const Fields: FC<FieldsProps<Limiting>> = (of) => (
  <>
    <PickField of={of} name="person" label="Who is it?" items={peopleOffered(of.given.family)} />
    <WhereFields {...of} />
    <AudienceFields of={of} whom="where they live" given={of.given} />
  </>
)
const recording = makeForm<Limiting, Ok>({
  ...{ name: 'family-home', path: '/children/:child/family-homes/record', here: '/children', leadsTo, Fields },
  lock: lock('recorded where somebody around a child lives'),
  rows: MUST_NOT_ROWS,
  words: {
    ...{
      thing: 'where somebody lives',
      button: 'Save home',
      done: 'Saved.',
      fields: { ...LABELS, ...AUDIENCE_LABELS },
    },
    title: ({ name }) => `Where somebody who matters to ${name} lives`,
  },
  load: limitingGiven,
  start: () => ({}),
  decide: (typed, given, today) => {
    const [home, audience] = [readHome(typed, today), audienceIn(typed, given, today)]
    const person = personAt(given.family, typed.one('person'))
    const faults = [
      ...(person === undefined ? [{ field: 'person', says: 'Choose whose home it is.' }] : []),
      ...('refused' in home ? faultsIn(home.refused, FIELD_OF, today) : []),
      ...householdFault(typed, given),
      ...('faults' in audience ? audience.faults : []),
    ]
    if (person === undefined || 'refused' in home || 'faults' in audience || faults.length > 0) return { faults }
    return { ok: { person: person.line, home: home.ok, audience: audience.ok } }
  },
  save: async (asking, { person, home, audience }, { child }) => {
    const { id } = await recordHome(asking, { child: child ?? '', person }, { ...home, audience })
    return { kind: 'saved', id }
  },
  undo: async (asking, id) => await takeBackSent(asking, { table: 'kith.family_home', id }),
})

type OfHome = FamilyGiven & { readonly who: string; readonly line: string; readonly since: string | null }
const given = async (asking: Parameters<typeof familyGiven>[0], at: At, row: Row): Promise<OfHome | undefined> => {
  const known = await familyGiven(asking, at)
  return known && { ...known, who: calledPerson(personAt(known.family, row.person)), line: row.line, since: row.since }
}
const asTyped = ({ words, household, with_child, since, until }: Row): Values => ({
  ...{ where: [words ?? ''], household: [household ?? ''], with_child: with_child ? ['yes'] : [] },
  ...{ since: [dayWords(since)], until: [dayWords(until)] },
})
const shared = { here: '/children', leadsTo, table: 'kith.family_home', given } as const

const correcting = makeCorrection<OfHome, NewHome, 'kith.family_home'>({
  ...{ ...shared, name: 'family-home-correction', path: '/children/:child/family-homes/:about/correct', asTyped },
  lock: lock('corrected where somebody around a child lives'),
  words: {
    ...{ thing: 'a correction of where somebody lives', button: 'Save correction', fields: LABELS },
    done: 'Corrected. Who may know it stays as it was.',
    title: ({ who }) => `Correct: where ${who} lives`,
  },
  Fields: (of) => <WhereFields {...of} but={of.given.line} />,
  decide: (typed, known, today) => {
    const home = readHome(typed, today)
    const faults = [
      ...('refused' in home ? faultsIn(home.refused, FIELD_OF, today) : []),
      ...householdFault(typed, known),
    ]
    return 'ok' in home && faults.length === 0 ? home : { faults }
  },
  correct: async (asking, home, { version }) => await correctHome(asking, version, home),
})

const EndFields: FC<FieldsProps<OfHome>> = (of) => (
  <DayField of={of} name="until" label={`First day on which ${of.given.who} lived there no longer`} looks="back" />
)
const ending = makeCorrection<OfHome, IsoDay, 'kith.family_home'>({
  ...{ ...shared, name: 'family-home-end', path: '/children/:child/family-homes/:about/end', Fields: EndFields },
  lock: lock('recorded that somebody around a child moved out'),
  words: {
    ...{ thing: 'the end of a home', button: 'Save', done: 'Saved. What was true before stays true of then.' },
    ...{ fields: { until: 'Until' }, title: ({ who }) => `${who} lives there no longer` },
  },
  asTyped: ({ until }) => ({ until: [dayWords(until)] }),
  decide: (typed, { since }, today) => {
    const read = readHome({ ...typed, words: () => 'there' }, today)
    if ('refused' in read) return { faults: faultsIn(read.refused, FIELD_OF, today) }
    const { until } = read.ok
    if (until === null) return { faults: [{ field: 'until', says: 'Write the day, for example 27 Nov 2026.' }] }
    if (since !== null && until <= since) return { faults: faultsIn(['home ends before it began'], FIELD_OF, today) }
    return { ok: until }
  },
  correct: async (asking, until, { version }) => await endHome(asking, version, until),
})

const limiting = makeLimiting<'kith.family_home'>({
  ...{ name: 'family-home-audience', path: 'family-homes', table: 'kith.family_home', scope: 'family', leadsTo },
  ...{ thing: 'who may know a home', log: 'said who may know where somebody around a child lives' },
  whom: async (asking, { child }, { person }) =>
    `where ${calledPerson(personAt(await familyOf(asking, child), person))} lives`,
})

const takingBack = makeRetraction<OfHome, 'kith.family_home'>({
  ...{ ...shared, name: 'family-home-retraction', path: '/children/:child/family-homes/:about/retract' },
  lock: lock('took back where somebody around a child lives'),
  ...{ thing: 'taking back where somebody lives', done: TAKEN_BACK_WORDS },
  shows: ({ words, since }, { who }) => ({
    title: `where ${who} lives`,
    rows: [
      ['Where', words === undefined || words === '' ? 'Said by with whom only' : words],
      ['Since', since === null ? 'Not known' : dayWords(since)],
    ],
  }),
})

export const homeForms: readonly Form[] = [recording, correcting, ending, limiting, takingBack]
