// The SQL of a child's story: a few small questions for each part of the record that is open; words only of what is shown.
import { sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import { type Frame, inScope, PLACE_KEPT } from '#child-frame'
import { type Asking, among, readParts } from '#database'
import { howOften, nameAndNote } from '#family'
import type {
  EpisodeRow,
  HealthRow,
  HomeRow,
  KeyRow,
  NoteRow,
  OrderRow,
  PeriodRow,
  ReviewRow,
  Said,
  SchoolRow,
  StoryRows,
  TimeRow,
  ViewRow,
  VisitRow,
} from './rows.ts'

type Of = { readonly asking: Asking; readonly child: string }
const dayOrNull = (text: string | null): IsoDay | null => (text === null ? null : day(text))

async function periodsIn({ asking, child }: Of): Promise<readonly PeriodRow[]> {
  const { rows } = await sql<{ since: string; known: boolean; until: string | null }>`
    select coalesce(began, began_by) as since, began is not null as known, ended as until from kith.care_period_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid order by 1`.execute(asking.record)
  return rows.map(({ since, known, until }) => ({ since: day(since), sinceKnown: known, until: dayOrNull(until) }))
}

async function ordersIn({ asking, child }: Of): Promise<readonly OrderRow[]> {
  const { rows } = await sql<{ line: string; kind: string; since: string; known: boolean; until: string | null }>`
    select line, kind, coalesce(made, made_by) as since, made is not null as known, least(ended, until) as until from kith.legal_basis_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid order by 3, line`.execute(asking.record)
  return rows.map(({ known, ...row }) => ({
    ...row,
    since: day(row.since),
    sinceKnown: known,
    until: dayOrNull(row.until),
  }))
}

type PlacedRow = {
  readonly line: string
  readonly kind: string
  readonly since: string
  readonly until: string | null
  readonly known: boolean
  readonly planned: boolean | null
  readonly same: boolean
  /** It has an address that is kept from somebody, or from the reader. */
  readonly kept: boolean
}
async function homesIn({ asking, child }: Of, family: Promise<Family | undefined>): Promise<readonly HomeRow[]> {
  const { council } = asking.who
  const { rows } = await sql<PlacedRow>`
    select p.line, p.kind, lower(p.during) as since, upper(p.during) as until, p.start_known as known, p.planned, p.same_carers as same,
      ${PLACE_KEPT} as kept
    from kith.placement_current p where p.council = ${council}::smallint and p.child = ${child}::uuid order by lower(p.during)`.execute(
    asking.record,
  )
  const carers = (await family)?.carers ?? []
  return rows.map(({ line, kind, planned, same, kept, ...row }) => {
    const [since, until] = [day(row.since), dayOrNull(row.until)]
    // whoever lived with the child on the first night, so that a home is named by who was there
    const there = carers.filter((one) => (one.since ?? '') <= since && (one.until === null || since < one.until))
    const named = kept || kind.startsWith('A') ? [] : there.map(({ name }) => name)
    return { line, kind, since, sinceKnown: row.known, until, planned, sameCarers: same, kept, carers: named }
  })
}
async function schoolsIn({ asking, child }: Of): Promise<readonly SchoolRow[]> {
  const { rows } = await sql<{ line: string; name: string; since: string; until: string | null }>`
    select p.line, s.name, lower(p.during) as since, upper(p.during) as until
    from kith.school_place_current p join kith.school s on s.council = p.council and s.id = p.school
    where p.council = ${asking.who.council}::smallint and p.child = ${child}::uuid and lower(p.during) is not null order by 3`.execute(
    asking.record,
  )
  return rows.map((row) => ({ ...row, since: day(row.since), until: dayOrNull(row.until) }))
}

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
async function notesIn({ asking, child }: Of, table: NoteRow['table']): Promise<readonly NoteRow[]> {
  const { rows } = await sql<Omit<NoteRow, 'happened' | 'table'> & { happened: string }>`
    select line, kind, happened, terms, recorded_by as wrote from ${sql.table(`kith.${table}_current`)}
    where council = ${asking.who.council}::smallint and child = ${child}::uuid`.execute(asking.record)
  return rows.map((row) => ({ ...row, table, happened: day(row.happened) }))
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
async function keysIn({ asking, child }: Of): Promise<readonly KeyRow[]> {
  const { rows } = await sql<KeyLine>`
    select id, line, on_table as "table", on_line as "on", happened, kept_for as "keptFor", audience_why as narrowed,
      must_not_know is not null as barred, recorded_by as marked, said
    from kith.key_event_current where council = ${asking.who.council}::smallint and child = ${child}::uuid order by happened, line`.execute(
    asking.record,
  )
  const words = await asking.readWords(rows)
  return rows.map(({ id, table, on, line, happened, keptFor, narrowed, barred, marked }) => {
    const told = readParts(words.get(id), ['what', 'why'])
    const known = { line, keptFor, narrowed, barred, marked, on: { table, line: on }, happened: day(happened) }
    return { ...known, what: told?.what, why: told?.why }
  })
}

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

type LivedRow = { readonly person: string; readonly since: string | null; readonly until: string | null }
type CarerRow = Omit<LivedRow, 'person'> & { readonly name: string }
type AgreedRow = LivedRow & { readonly stance: string; readonly every: number | null; readonly unit: string | null }
type PersonRow = Said & { readonly line: string; readonly carer: boolean }
type Family = { readonly carers: readonly CarerRow[]; readonly times: readonly TimeRow[] }

/** Who cared for the child where they lived, and with whom time is agreed; people are asked for once. */
async function familyIn({ asking, child }: Of): Promise<Family> {
  const { council } = asking.who
  const living = sql<LivedRow>`
    select person, since, until from kith.family_home_current
    where council = ${council}::smallint and child = ${child}::uuid and with_child and audience is null and must_not_know is null`.execute(
    asking.record,
  )
  const agreeing = sql<AgreedRow>`
    select person, stance, every, unit, since, until from kith.family_time_current
    where council = ${council}::smallint and child = ${child}::uuid order by since nulls first`.execute(asking.record)
  const [lived, agreed] = await Promise.all([living, agreeing])
  const lines = new Set([...lived.rows, ...agreed.rows].map(({ person }) => person))
  if (lines.size === 0) return { carers: [], times: [] }
  const people = await sql<PersonRow>`
    select id, line, said, relation in ('carer', 'former-carer') and audience is null and must_not_know is null as carer
    from kith.family_person_current where council = ${council}::smallint and child = ${child}::uuid and line ${among([...lines])}
    order by line`.execute(asking.record)
  const words = await asking.readWords(people.rows)
  const named = people.rows.flatMap(({ id, line, carer }) => {
    const name = nameAndNote(words.get(id)).name
    return name === undefined ? [] : [{ line, name, carer }]
  })
  const carers = named
    .filter(({ carer }) => carer)
    .flatMap(({ line, name }) =>
      lived.rows.filter(({ person }) => person === line).map(({ since, until }) => ({ name, since, until })),
    )
  const times = agreed.rows.flatMap((row): TimeRow[] => {
    const one = named.find(({ line }) => line === row.person)
    const span = { since: dayOrNull(row.since), until: dayOrNull(row.until) }
    return one === undefined ? [] : [{ name: one.name, words: howOften(row), ...span, paused: row.stance === 'paused' }]
  })
  return { carers, times }
}

export async function storyRows(asking: Asking, { id, sees }: Pick<Frame, 'id' | 'sees'>): Promise<StoryRows> {
  const of = { asking, child: id }
  const family = inScope(sees.has('family'), async () => await familyIn(of))
  const [periods, orders, homes, schools, reviews, visits, notes, told, views, keys, episodes, health, around] =
    await Promise.all([
      inScope(sees.has('legal'), async () => await periodsIn(of)),
      inScope(sees.has('legal'), async () => await ordersIn(of)),
      inScope(sees.has('where'), async () => await homesIn(of, family)),
      inScope(sees.has('learning'), async () => await schoolsIn(of)),
      inScope(sees.has('reviews'), async () => await reviewsIn(of)),
      inScope(sees.has('visits'), async () => await visitsIn(of)),
      inScope(sees.has('visits'), async () => await notesIn(of, 'note')),
      notesIn(of, 'story_note'),
      viewsIn(of),
      keysIn(of),
      inScope(sees.has('missing'), async () => await episodesIn(of)),
      inScope(sees.has('health'), async () => await healthIn(of)),
      family,
    ])
  return {
    ...{ periods, orders, homes, schools, reviews, visits, views, keys, episodes, health },
    notes: [...(notes ?? []), ...told],
    times: around?.times,
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
