// The SQL of a child's story: a few small questions for each part of the record that is open; words only of what is shown.
import { type RawBuilder, sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import {
  type Frame,
  inScope,
  isNamed,
  type Life,
  type LifeHome,
  type LifeOrder,
  type LifePerson,
  type LifeSchool,
  type LivedWith,
} from '#child-frame'
import { childsComplaints, complaintWords } from '#complaints'
import { type Asking, among, readParts } from '#database'
import { howOften, nameAndNote } from '#family'
import { disputeEvents, disputesClosed } from '#reviewing'
import { decisionsClosed, managersDecisions } from '#supervision'
import type {
  EpisodeRow,
  HealthRow,
  HomeRow,
  KeyRow,
  NoteRow,
  OrderRow,
  ReviewRow,
  Said,
  SchoolRow,
  StoryRows,
  TimeRow,
  ViewRow,
  VisitRow,
} from './rows.ts'

type Of = { readonly asking: Asking; readonly child: string }
type Words = ReadonlyMap<string, string>
const dayOrNull = (text: string | null): IsoDay | null => (text === null ? null : day(text))

/** Each home with whoever lived with the child on its first night, so that it is named by who was there. */
function homesWith(homes: readonly LifeHome[], carers: readonly CarerRow[]): readonly HomeRow[] {
  return homes.map((home) => {
    const there = carers.filter(
      (one) => (one.since ?? '') <= home.since && (one.until === null || home.since < one.until),
    )
    return { ...home, carers: isNamed(home) ? there.map(({ name }) => name) : [] }
  })
}
const earlier = (one: IsoDay | null, other: IsoDay | null): IsoDay | null =>
  one === null || other === null ? (one ?? other) : one < other ? one : other
const ordersTo = (orders: readonly LifeOrder[]): readonly OrderRow[] =>
  orders.map((order) => ({ ...order, until: earlier(order.ended, order.until) }))
const schoolsSince = (schools: readonly LifeSchool[]): readonly SchoolRow[] =>
  schools.flatMap(({ since, ...school }) => (since === null ? [] : [{ ...school, since }]))

async function reviewsIn({ asking, child }: Of): Promise<readonly ReviewRow[]> {
  const { rows } = await sql<Omit<ReviewRow, 'held'> & { held: string }>`
    select id, line, held, participation, said from kith.review_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid and not adjourned`.execute(asking.record)
  return rows.map((row) => ({ ...row, held: day(row.held) }))
}
async function visitsIn({ asking, child }: Of): Promise<readonly VisitRow[]> {
  const { rows } = await sql<Omit<VisitRow, 'happened'> & { happened: string }>`
    select id, line, happened, visitor, visitor_role as by, seen, alone, said from kith.visit_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid`.execute(asking.record)
  return rows.map((row) => ({ ...row, happened: day(row.happened) }))
}
async function notesIn({ asking, child }: Of, tables: readonly NoteRow['table'][]): Promise<readonly NoteRow[]> {
  const each = tables.map(
    (table): RawBuilder<unknown> => sql`
    select ${sql.lit(table)} as "table", line, kind, happened, terms, recorded_by as wrote from ${sql.table(`kith.${table}_current`)}
    where council = ${asking.who.council}::smallint and child = ${child}::uuid`,
  )
  const { rows } = await sql<
    Omit<NoteRow, 'happened'> & { happened: string }
  >`${sql.join(each, sql` union all `)}`.execute(asking.record)
  return rows.map((row) => ({ ...row, happened: day(row.happened) }))
}
async function viewsIn({ asking, child }: Of): Promise<readonly ViewRow[]> {
  const { rows } = await sql<Omit<ViewRow, 'happened'> & { happened: string }>`
    select id, line, whose, happened, how, about, audience, said from kith.view_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid`.execute(asking.record)
  return rows.map((row) => ({ ...row, happened: day(row.happened) }))
}

type KeyLine = Said & {
  readonly line: string
  readonly table: string
  readonly on: string
  readonly happened: string
  readonly keptFor: string
  readonly narrowed: string | null
  readonly barred: boolean
  readonly marked: string | null
}
async function keysIn({ asking, child }: Of): Promise<readonly KeyLine[]> {
  const { rows } = await sql<KeyLine>`
    select id, line, on_table as "table", on_line as "on", happened, kept_for as "keptFor", audience_why as narrowed,
      must_not_know is not null as barred, recorded_by as marked, said
    from kith.key_event_current where council = ${asking.who.council}::smallint and child = ${child}::uuid order by happened, line`.execute(
    asking.record,
  )
  return rows
}
const keysFrom = (rows: readonly KeyLine[], words: Words): readonly KeyRow[] =>
  rows.map(({ id, table, on, line, happened, keptFor, narrowed, barred, marked }) => {
    const told = readParts(words.get(id), ['what', 'why'])
    const known = { line, keptFor, narrowed, barred, marked, on: { table, line: on }, happened: day(happened) }
    return { ...known, what: told?.what, why: told?.why }
  })

async function episodesIn({ asking, child }: Of): Promise<readonly EpisodeRow[]> {
  const { rows } = await sql<{ line: string; kind: string; since: string; until: string | null }>`
    select line, kind, since, until from kith.missing_episode_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid`.execute(asking.record)
  return rows.map((row) => ({ ...row, since: day(row.since), until: dayOrNull(row.until) }))
}
async function healthIn({ asking, child }: Of): Promise<readonly HealthRow[]> {
  const { rows } = await sql<{ line: string; kind: string; happened: string }>`
    select line, kind, happened from kith.health_assessment_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid and outcome = 'seen'`.execute(
    asking.record,
  )
  return rows.map((row) => ({ ...row, happened: day(row.happened) }))
}

type CarerRow = Pick<LivedWith, 'since' | 'until'> & { readonly name: string }
type AgreedRow = {
  readonly person: string
  readonly since: string | null
  readonly until: string | null
  readonly stance: string
  readonly every: number | null
  readonly unit: string | null
}
type Family = { readonly carers: readonly CarerRow[]; readonly times: readonly TimeRow[] }
type Around = { readonly agreed: readonly AgreedRow[]; readonly people: readonly LifePerson[] }

/** With whom time is agreed, and who of those around the child is told of: they, and whoever lived with the child. */
async function aroundIn({ asking, child }: Of, { livedWith, people }: Life): Promise<Around> {
  const { rows: agreed } = await sql<AgreedRow>`
    select person, stance, every, unit, since, until from kith.family_time_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid order by since nulls first`.execute(
    asking.record,
  )
  const told = new Set([...livedWith, ...agreed].map(({ person }) => person))
  return { agreed, people: people.filter(({ line }) => told.has(line)) }
}
function familyFrom({ agreed, people }: Around, livedWith: readonly LivedWith[], words: Words): Family {
  const named = people.flatMap(({ id, line, carer }) => {
    const name = nameAndNote(words.get(id)).name
    return name === undefined ? [] : [{ line, name, carer }]
  })
  const carers = named
    .filter(({ carer }) => carer)
    .flatMap(({ line, name }) =>
      livedWith.filter(({ person }) => person === line).map(({ since, until }) => ({ name, since, until })),
    )
  const times = agreed.flatMap((row): TimeRow[] => {
    const one = named.find(({ line }) => line === row.person)
    const span = { since: dayOrNull(row.since), until: dayOrNull(row.until) }
    return one === undefined ? [] : [{ name: one.name, words: howOften(row), ...span, paused: row.stance === 'paused' }]
  })
  return { carers, times }
}

/** What is told of in words that the choice of entries needs: closed rows first, all their words in one question. */
async function openedIn(of: Of, { sees, life }: Pick<Frame, 'sees' | 'life'>, today: IsoDay) {
  const { asking, child } = of
  const [keys, around, disputes, decisions, complaints] = await Promise.all([
    keysIn(of),
    inScope(sees.has('family'), async () => await aroundIn(of, life)),
    inScope(sees.has('reviews'), async () => await disputesClosed(asking, [child])),
    inScope(sees.has('plan'), async () => await decisionsClosed(asking, child)),
    inScope(sees.has('audit'), async () => await childsComplaints(asking, child)),
  ])
  const words = await asking.readWords([
    ...[...keys, ...(around?.people ?? []), ...(disputes ?? [])],
    ...[...(decisions ?? []), ...(complaints ?? [])],
  ])
  return {
    keys: keysFrom(keys, words),
    family: around && familyFrom(around, life.livedWith, words),
    disputes: disputes && (await disputeEvents(asking, { rows: disputes, words }, today)),
    decisions: decisions && managersDecisions(decisions, words),
    complaints: complaints?.map(({ id, line, received, how, recorded_by: by }) => ({
      ...{ line, received, how, by, words: complaintWords(words.get(id))?.said },
    })),
  }
}

export async function storyRows(
  asking: Asking,
  { id, sees, life }: Pick<Frame, 'id' | 'sees' | 'life'>,
  today: IsoDay,
): Promise<StoryRows> {
  const of = { asking, child: id }
  const [reviews, visits, notes, views, episodes, health] = await Promise.all([
    inScope(sees.has('reviews'), async () => await reviewsIn(of)),
    inScope(sees.has('visits'), async () => await visitsIn(of)),
    notesIn(of, sees.has('visits') ? ['note', 'story_note'] : ['story_note']),
    viewsIn(of),
    inScope(sees.has('missing'), async () => await episodesIn(of)),
    inScope(sees.has('health'), async () => await healthIn(of)),
  ])
  const { keys, family, disputes, decisions, complaints } = await openedIn(of, { sees, life }, today)
  return {
    ...{ reviews, visits, notes, views, keys, episodes, health, disputes, decisions, complaints },
    periods: life.periods,
    orders: life.orders && ordersTo(life.orders),
    homes: life.homes && homesWith(life.homes, family?.carers ?? []),
    schools: life.schools && schoolsSince(life.schools),
    times: family?.times,
  }
}

/** The words of the entries that are shown: of rows that hold their own, and the paragraphs of notes that the reader may read. */
export async function wordsShown(
  { asking, child }: Of,
  { own, notes }: { readonly own: readonly Said[]; readonly notes: readonly NoteRow[] },
): Promise<ReadonlyMap<string, string>> {
  const paragraphs: (Said & { readonly note: string })[] = []
  for (const table of ['note', 'story_note'] as const) {
    const lines = notes.filter((note) => note.table === table).map(({ line }) => line)
    if (lines.length === 0) continue
    const { rows } = await sql<Said & { note: string }>`
      select id, note, said from ${sql.table(`kith.${table}_paragraph_current`)} where council = ${asking.who.council}::smallint
        and child = ${child}::uuid and note ${among(lines)} order by note, place`.execute(asking.record)
    paragraphs.push(...rows)
  }
  const words = await asking.readWords([...own, ...paragraphs])
  const told = new Map<string, string>()
  for (const { id } of own) {
    const text = words.get(id)
    if (text !== undefined) told.set(id, text)
  }
  for (const { id, note } of paragraphs) {
    const text = words.get(id)
    if (text !== undefined) told.set(note, [told.get(note), text].filter(Boolean).join('\n'))
  }
  return told
}
/** Terms of documents that a key event may stand on. */
export async function documentTerms({ asking, child }: Of): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ line: string; terms: string }>`
    select line, terms from kith.document_current where council = ${asking.who.council}::smallint and child = ${child}::uuid`.execute(
    asking.record,
  )
  return new Map(rows.map(({ line, terms }) => [line, terms]))
}
