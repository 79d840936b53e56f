// The SQL of organisations: what stands, every version, who works there, and which of them people may sign in through today.
import { sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import { type CouncilLine, councilLines, lineVersion, writeCouncilLine } from '#council-lines'
import { type Asking, type Door, readParts } from '#database'
import { addWorker } from '#workforce'

const OF = { table: 'kith.organisation', words: ['why'] } as const
type Line = CouncilLine<typeof OF.table, 'why'>
export type Organisation = Omit<Line, 'since' | 'until'> & {
  readonly since: IsoDay
  /** Exclusive. */
  readonly until: IsoDay
}
const asDays = (line: Line): Organisation => ({ ...line, since: day(line.since), until: day(line.until) })

/** By name; of one line, or all. */
export async function organisations(asking: Asking, line?: string): Promise<readonly Organisation[]> {
  const found = await councilLines(asking, OF, line)
  return found.map(asDays).toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
}
export async function organisationRead(asking: Asking, id: string): Promise<Organisation | undefined> {
  const found = await lineVersion(asking, OF, id)
  return found && asDays(found)
}

/** Every version of one line, the latest first. */
export async function versionsOf(asking: Asking, line: string): Promise<readonly Organisation[]> {
  const { rows } = await sql<Omit<Line, 'words'> & { readonly said: Buffer | null }>`
    select * from kith.organisation where council = ${asking.who.council}::smallint and line = ${line}::uuid
    order by recorded desc, id desc`.execute(asking.record)
  const words = await asking.readWords(rows)
  return rows.map((row) => asDays({ ...row, words: { why: readParts(words.get(row.id), OF.words)?.why ?? '' } }))
}

export type Terms = Pick<
  Organisation,
  'provider' | 'issuer' | 'name' | 'kind' | 'agreement' | 'since' | 'until' | 'answers'
> & {
  readonly purposes: readonly string[]
}
type Written = { readonly terms: Terms; readonly why: string; readonly of: Organisation | undefined }
/** Gives the line. */
export async function writeOrganisation(asking: Asking, { terms, why, of }: Written): Promise<string> {
  const { provider, issuer, name, kind, agreement, since, until, purposes, answers } = terms
  const columns = { provider, issuer, name, kind, agreement, since, until, purposes: [...purposes], answers }
  return await writeCouncilLine(asking, OF.table, { columns, words: { why }, of })
}

const PEOPLE = { table: 'kith.organisation_worker', words: ['why'] } as const
export type TheirWorker = CouncilLine<typeof PEOPLE.table, 'why'> & { readonly called: string }

/** Who works there, then who does not any more; each by name. */
export async function workersOf(asking: Asking, organisation?: string): Promise<readonly TheirWorker[]> {
  const lines = await councilLines(asking, PEOPLE)
  const { rows } = await sql<{ id: string; called: string }>`
    select w.id, coalesce(w.name, w.code) as called from kith.worker w
    where w.council = ${asking.who.council}::smallint and w.id = any (${lines.map(({ person }) => person)}::uuid[])`.execute(
    asking.record,
  )
  const called = new Map(rows.map((row) => [row.id, row.called]))
  return lines
    .filter((one) => organisation === undefined || one.organisation === organisation)
    .map((one) => ({ ...one, called: called.get(one.person) ?? '' }))
    .toSorted(
      (one, other) =>
        Number(other.works_there) - Number(one.works_there) || one.called.localeCompare(other.called, 'en-GB'),
    )
}
export async function workerRead(
  asking: Asking,
  id: string,
): Promise<CouncilLine<typeof PEOPLE.table, 'why'> | undefined> {
  return await lineVersion(asking, PEOPLE, id)
}

type Adding = { readonly organisation: string; readonly called: string; readonly why: string }
/** Somebody new here: nobody of the council is made somebody of an organisation. */
export async function addTheirWorker(asking: Asking, { organisation, called, why }: Adding): Promise<string> {
  const person = await addWorker(asking, called)
  const columns = { person, organisation, works_there: true }
  await writeCouncilLine(asking, PEOPLE.table, { columns, words: { why }, of: undefined })
  return person
}
type Changing = { readonly of: TheirWorker; readonly worksThere: boolean; readonly why: string }
export async function changeTheirWorker(asking: Asking, { of, worksThere, why }: Changing): Promise<string> {
  const columns = { person: of.person, organisation: of.organisation, works_there: worksThere }
  return await writeCouncilLine(asking, PEOPLE.table, { columns, words: { why }, of })
}

/** Of those who work for an organisation, since when an account of its provider is theirs. */
export async function accountsOutside({ record }: Asking): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ person: string; linked: string }>`
    select person, linked from door.linked_outside()`.execute(record)
  return new Map(rows.map(({ person, linked }) => [person, linked]))
}

export type OrganisationHere = { readonly provider: string; readonly issuer: string; readonly name: string }
/** Whose agreement runs, by name: before anybody is known. */
export async function organisationsHere(
  { outside }: Pick<Door, 'outside'>,
  council: number,
): Promise<readonly OrganisationHere[]> {
  const { rows } = await outside(
    async (database) =>
      await sql<OrganisationHere>`select * from door.organisations_here(${council}::smallint)`.execute(database),
  )
  return rows
}

export type Employer = { readonly organisation: string; readonly name: string; readonly issuer: string }
/** For whom somebody works, where that is not the council. */
export async function employersOf({ record, who }: Asking): Promise<ReadonlyMap<string, Employer>> {
  const { rows } = await sql<Employer & { person: string }>`
    select w.person, o.line as organisation, o.name, o.issuer from kith.organisation_worker_current w
    join kith.organisation_current o on o.council = w.council and o.line = w.organisation
    where w.council = ${who.council}::smallint`.execute(record)
  return new Map(rows.map(({ person, ...employer }) => [person, employer]))
}
