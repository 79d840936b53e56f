// The schools that the council keeps and the terms of each, without which no school day can be counted; and their forms.
import type { FC } from 'hono/jsx'
import { day, dayTyped, dayWords, formatDay, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import type { Typed, Values } from '#drafts'
import { type At, DayField, type FieldsProps, type Form, isId, LineField, makeForm, WordsField } from '#forms'
import { Card, DutyTable, EmptyState, NotKnown, PageHead, Paging } from '#look'
import { type Answer, type Place, page, type Route, route, type Visit } from '#web'
import {
  type EducationRefusal,
  educationRefusalWords,
  mayRecordTerm,
  type NewTerm,
  type StandingTerm,
  type TypedTerm,
} from '../record-education.ts'
import { makeSchool, recordTerm, schoolsKnown, schoolTermsKnown, termsOf } from '../store.ts'

const HERE = '/settings/schools'
const MAY = { as: ['administrator'] } as const

const halfWords = ({ half }: NewTerm) =>
  half === null ? <NotKnown words="Not entered" /> : `${dayWords(half[0])} to ${dayWords(half[1])}`

const SCHOOLS_A_PAGE = 20

async function showSchools({ door, who, query }: Pick<Visit, 'door' | 'who' | 'query'>): Promise<Answer> {
  const { schools, terms } = await door.as(who, async (asking) => ({
    schools: await schoolsKnown(asking),
    terms: await schoolTermsKnown(asking),
  }))
  const pages = Math.max(1, Math.ceil(schools.length / SCHOOLS_A_PAGE))
  const asked = Number(query('page') ?? 1)
  const at = Number.isInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1
  const from = (at - 1) * SCHOOLS_A_PAGE
  const shown = schools.slice(from, from + SCHOOLS_A_PAGE)
  const main = (
    <>
      <PageHead
        title="Schools and terms"
        lead="School days are counted only where a school’s terms are entered, with half-term and training days."
      />
      <p>
        <a href={`${HERE}/add`}>Add a school</a> · <a href={`${HERE}/file`}>Send a file of terms</a>
      </p>
      {schools.length === 0 && (
        <EmptyState title="No school yet.">Until one is added, nobody can say where a child goes to school.</EmptyState>
      )}
      {shown.map(({ id, name }) => (
        <Card title={name} beside={<a href={`${HERE}/${id}/term`}>Add a term</a>} flush>
          <TermsOf name={name} terms={terms.get(id) ?? []} />
        </Card>
      ))}
      {pages > 1 && (
        <Paging
          {...{ page: at, pages, from: from + 1, to: from + shown.length, of: schools.length }}
          address={(number) => `${HERE}?page=${number}`}
        />
      )}
    </>
  )
  return page({ title: 'Schools and terms', here: HERE, main })
}

const TermsOf: FC<{ readonly name: string; readonly terms: readonly StandingTerm[] }> = ({ name, terms }) =>
  terms.length === 0 ? (
    <EmptyState>No term is entered, so what counts school days is not known here.</EmptyState>
  ) : (
    <DutyTable
      caption={`Terms of ${name}, the next last`}
      columns={['Term', 'First day', 'Last day', 'Half-term', 'Training days']}
      rows={terms.map((term) => ({
        head: (
          <a href={`${HERE}/terms/${term.id}`}>
            {term.name}
            <span class="govuk-visually-hidden">, {name}</span>
          </a>
        ),
        cells: [
          formatDay(term.first),
          formatDay(term.last),
          halfWords(term),
          term.training.length === 0 ? 'None entered' : term.training.map((on) => formatDay(on)).join(', '),
        ],
      }))}
    />
  )

const DAYS_BETWEEN = /[,;\n]+/
const typedTerm = (typed: Typed, today: IsoDay): TypedTerm => {
  const on = (field: string) => dayTyped(typed.one(field), today, 'ahead')
  const training = typed.words('training').split(DAYS_BETWEEN)
  return {
    ...{ name: typed.one('name'), first: on('first'), last: on('last') },
    ...{ halfFirst: on('half_first'), halfLast: on('half_last') },
    training: training
      .map((one) => one.trim())
      .filter(Boolean)
      .map((one) => dayTyped(one, today, 'ahead')),
  }
}
const FIELD_OF: Readonly<Partial<Record<EducationRefusal, string>>> = {
  'name empty': 'name',
  'first no day': 'first',
  'last no day': 'last',
  'ends before it starts': 'last',
  'overlaps a term': 'first',
  'half-term no days': 'half_first',
  'half-term not in the term': 'half_first',
  'training no day': 'training',
  'training not in the term': 'training',
}
const faultOf = (one: EducationRefusal, today: IsoDay) => ({
  field: FIELD_OF[one] ?? '',
  says: educationRefusalWords(one, today),
})

const TermFields: FC<FieldsProps<unknown>> = (of) => (
  <>
    <LineField of={of} name="name" label="Which term?" hint="For example autumn 2026" width="govuk-input--width-20" />
    <DayField of={of} name="first" label="First school day" looks="ahead" />
    <DayField of={of} name="last" label="Last school day" looks="ahead" />
    <DayField
      of={of}
      name="half_first"
      label="First day of half-term"
      hint="A term of more than eight weeks has one. Until it is entered, school days of that term are not known."
      looks="ahead"
    />
    <DayField of={of} name="half_last" label="Last day of half-term" looks="ahead" />
    <WordsField
      of={of}
      name="training"
      label="Training days in the term, when no child is taught"
      hint="Commas between them, for example 2 Nov 2026, 4 Dec 2026"
      rows={2}
    />
  </>
)

type OfSchool = {
  readonly school: string
  readonly called: string
  readonly standing: readonly StandingTerm[]
  readonly replaces: StandingTerm | undefined
}
const FIELDS = {
  ...{ name: 'Which term', first: 'First day', last: 'Last day' },
  ...{ half_first: 'Half-term from', half_last: 'Half-term to', training: 'Training days' },
}
function asTyped(term: StandingTerm | undefined): Values {
  if (term === undefined) return {}
  const { name, first, last, half, training } = term
  return {
    ...{ name: [name], first: [formatDay(first)], last: [formatDay(last)] },
    half_first: [half === null ? '' : formatDay(half[0])],
    half_last: [half === null ? '' : formatDay(half[1])],
    training: [training.map((on) => formatDay(day(on))).join(', ')],
  }
}

type TermForm = {
  readonly name: string
  readonly path: string
  readonly thing: string
  readonly load: (asking: Asking, at: At) => Promise<OfSchool | undefined>
}
const termForm = ({ name, path, thing, load }: TermForm): Form =>
  makeForm<OfSchool, TypedTerm>({
    ...{ name, path, load, here: HERE, leadsTo: () => HERE },
    Fields: (of) => <TermFields {...of} />,
    lock: { may: MAY, log: 'entered a term of a school' },
    words: {
      thing,
      title: ({ called }) => `A term of ${called}`,
      button: 'Save term',
      done: 'Term saved.',
      fields: FIELDS,
    },
    start: ({ replaces }) => asTyped(replaces),
    decide: (typed, { standing, replaces }, today) => {
      const term = typedTerm(typed, today)
      const may = mayRecordTerm(
        term,
        standing.filter(({ id }) => id !== replaces?.id),
      )
      return 'ok' in may ? { ok: term } : { faults: may.refused.map((one) => faultOf(one, today)) }
    },
    save: async (asking, term, { given: { school, replaces }, today }) => {
      const before = replaces === undefined ? {} : { replaces: replaces.id }
      const written = await recordTerm(asking, school, { ...term, ...before })
      if ('ok' in written) return { kind: 'saved', id: written.ok }
      const faults = written.refused.map((one) =>
        one === 'corrected already'
          ? { field: '', says: 'Somebody put this term right meanwhile. What you typed is kept; look at the list.' }
          : faultOf(one, today),
      )
      return { kind: 'refused', faults }
    },
  })

async function schoolOf(asking: Asking, school: string | null) {
  const known = (await schoolsKnown(asking)).find(({ id }) => id === school)
  return known && { school: known.id, called: known.name, standing: await termsOf(asking, known.id) }
}
const newTerm = termForm({
  ...{ name: 'school-term', path: `${HERE}/:about/term`, thing: 'a term of a school' },
  load: async (asking, { about }) => {
    const known = await schoolOf(asking, about)
    return known && { ...known, replaces: undefined }
  },
})
const termPutRight = termForm({
  ...{ name: 'school-term-correction', path: `${HERE}/terms/:about`, thing: 'a correction of a term' },
  load: async (asking, { about }) => {
    if (about === null || !isId(about)) return undefined
    const all = await schoolTermsKnown(asking)
    const found = [...all].find(([, terms]) => terms.some(({ id }) => id === about))
    const known = found && (await schoolOf(asking, found[0]))
    return known && { ...known, replaces: known.standing.find(({ id }) => id === about) }
  },
})

type NewSchool = { readonly name: string; readonly urn: string | null }
const URN = /^\d{6}$/
const newSchool: Form = makeForm<{ readonly names: ReadonlySet<string> }, NewSchool>({
  ...{ name: 'new-school', path: `${HERE}/add`, here: HERE, leadsTo: () => HERE, start: () => ({}) },
  lock: { may: MAY, log: 'added a school' },
  words: {
    ...{ thing: 'a school', title: () => 'Add a school', button: 'Save school', done: 'School saved.' },
    fields: { name: 'Name', urn: 'Number' },
  },
  load: async (asking) => ({ names: new Set((await schoolsKnown(asking)).map(({ name }) => name.toLowerCase())) }),
  Fields: (of) => (
    <>
      <LineField of={of} name="name" label="Name of the school" />
      <LineField
        of={of}
        name="urn"
        label="Its number (URN), if you know it"
        hint="Six digits, from Get Information about Schools"
        width="govuk-input--width-10"
      />
    </>
  ),
  decide: (typed, { names }) => {
    const [name, urn] = [typed.one('name'), typed.one('urn')]
    const faults = [
      ...(name === '' ? [{ field: 'name', says: 'Write the name of the school.' }] : []),
      ...(names.has(name.toLowerCase()) ? [{ field: 'name', says: 'A school of this name is in the list.' }] : []),
      ...(urn !== '' && !URN.test(urn)
        ? [{ field: 'urn', says: 'A URN has six digits. Leave it empty if you do not know it.' }]
        : []),
    ]
    return faults.length > 0 ? { faults } : { ok: { name, urn: urn === '' ? null : urn } }
  },
  save: async (asking, school) => ({ kind: 'saved', id: await makeSchool(asking, school) }),
  refused: () => ({ field: 'urn', says: 'Another school of the list has this number.' }),
})

export const schoolsForms: readonly Form[] = [newSchool, newTerm, termPutRight]
export const schoolsRoutes = (): readonly Route[] => [
  route('GET', HERE, { may: MAY, log: 'read the schools and their terms' }, showSchools),
]
export const schoolsPlaces: readonly Place[] = [{ to: HERE, words: 'Schools', for: ['administrator'] }]
