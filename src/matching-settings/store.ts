// The SQL of the settings of matching: the version in force, every version with its words, and one more.
import { sql } from 'kysely'
import { type CouncilLine, councilLines, lineVersion, writeCouncilLine } from '#council-lines'
import { type Asking, readParts } from '#database'
import { AS_IT_SHIPS, isOwnBy, type Settings, settingsOf, type Values } from './settings.ts'

const OF = { table: 'kith.matching_settings', words: ['why'] } as const
type Line = CouncilLine<typeof OF.table, 'why'>
export type Version = Pick<Line, 'id' | 'line' | 'number' | 'recorded' | 'recorded_by'> & {
  readonly values: Values
  readonly why: string
}
type Columns = Omit<Line, 'words'>
function valuesOf({ own_over: over, own_by: by, steps, ...row }: Columns): Values {
  const own = over !== null && by !== null && isOwnBy(by) ? { over, by } : null
  const { weigh_home, weigh_school, weigh_visits, weigh_needs, weigh_likes, weigh_matters, weigh_asked } = row
  const { enough, most, meet_within, approved_share, stays_share, taken_share } = row
  return {
    ...{ weigh_home, weigh_school, weigh_visits, weigh_needs, weigh_likes, weigh_matters, weigh_asked },
    ...{ enough, most, meet_within, approved_share, stays_share, taken_share, steps, own },
  }
}
const versionOf = (row: Columns, why: string): Version => {
  const { id, line, number, recorded, recorded_by } = row
  return { id, line, number, recorded, recorded_by, values: valuesOf(row), why }
}

/** undefined: the council has set nothing, and reads what ships. */
export async function standingVersion(asking: Asking): Promise<Version | undefined> {
  const [row] = await councilLines(asking, OF)
  return row && versionOf(row, row.words.why)
}
/** As it was when somebody read it. */
export async function versionRead(asking: Asking, id: string): Promise<Version | undefined> {
  const row = await lineVersion(asking, OF, id)
  return row && versionOf(row, row.words.why)
}
/** What matching, meetings and the range of recruiting read. */
export async function settingsNow({ record, who }: Asking): Promise<Settings> {
  const { rows } =
    await sql<Columns>`select * from kith.matching_settings_current where council = ${who.council}::smallint`.execute(
      record,
    )
  const [row] = rows
  return row === undefined ? settingsOf(AS_IT_SHIPS, 0) : settingsOf(valuesOf(row), row.number)
}
/** The latest first. */
export async function everyVersion(asking: Asking): Promise<readonly Version[]> {
  const { rows } = await sql<Columns & { readonly said: Buffer | null }>`
    select * from kith.matching_settings where council = ${asking.who.council}::smallint order by number desc`.execute(
    asking.record,
  )
  const words = await asking.readWords(rows)
  return rows.map((row) => versionOf(row, readParts(words.get(row.id), OF.words)?.why ?? ''))
}
type Written = { readonly values: Values; readonly why: string; readonly of: Version | undefined }
export async function writeSettings(asking: Asking, { values, why, of }: Written): Promise<string> {
  const { own, steps, ...numbers } = values
  const columns = {
    ...{ ...numbers, steps: [...steps], number: (of?.number ?? 0) + 1 },
    ...{ own_over: own?.over ?? null, own_by: own?.by ?? null },
  }
  return await writeCouncilLine(asking, OF.table, { columns, words: { why }, of })
}
