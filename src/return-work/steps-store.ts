// The steps of a return: who prepared, signed, made and sent it, and who took that back; inserted only.
import { sql } from 'kysely'
import type { Asking } from '#database'
import type { Kind, Step } from './state.ts'

/** In the order in which they were taken. */
export async function stepsOf(asking: Asking, year: number): Promise<readonly Step[]> {
  const { record, who } = asking
  const { rows } = await sql<Omit<Step, 'why'> & { said: Buffer | null }>`
    select s.id, s.kind, s.section, s.undoes, s.recorded_by as by, s.recorded::text as at, s.flags, s.file, s.children,
      s.day::text, s.known_at::text as "knownAt", s.said,
      coalesce((select coalesce(w.name, w.code) from kith.worker w where w.council = s.council and w.id = s.recorded_by), 'somebody') as "byName"
    from kith.return_step s where s.council = ${who.council}::smallint and s.year = ${year}
    order by s.recorded, s.id`.execute(record)
  const words = await asking.readWords(rows)
  return rows.map((row) => ({ ...row, why: words.get(row.id) }))
}

export type NewStep = {
  readonly year: number
  readonly kind: Kind | 'taken back'
  readonly section: string
  readonly flags: number
  readonly why: string
  readonly undoes?: string
  readonly file?: string
  readonly day?: string
  readonly known_at?: string
  readonly children?: number
}

export async function takeStep(asking: Asking, { why, ...step }: NewStep): Promise<string> {
  const { council, person } = asking.who
  const [id = ''] = await asking.newIds(1)
  const said = why === '' ? undefined : (await asking.keepWords([{ record: id, child: null, text: why }])).get(id)
  await asking.insert('kith.return_step', [{ council, id, ...step, said: said ?? null, recorded_by: person }])
  return id
}

/** The step of that id, whatever year. */
export async function stepById(
  { record, who }: Asking,
  id: string,
): Promise<{ year: number; kind: string; section: string } | undefined> {
  const { rows } = await sql<{ year: number; kind: string; section: string }>`
    select s.year, s.kind, s.section from kith.return_step s where s.council = ${who.council}::smallint and s.id = ${id}::uuid`.execute(
    record,
  )
  return rows[0]
}

/** The moment that a transaction calls now. */
export async function momentOf({ record }: Asking): Promise<string> {
  const { rows } = await sql<{ now: string }>`select now()::text as now`.execute(record)
  return rows[0]?.now ?? ''
}
