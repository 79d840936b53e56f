// The SQL of telephones at work: of each worker the number that was written last; what was written before stays.
import { sql } from 'kysely'
import { type Asking, among } from '#database'

type Row = { readonly id: string; readonly line: string; readonly worker: string; readonly said: Buffer | null }
async function standing({ record, who }: Asking, workers: readonly string[]): Promise<readonly Row[]> {
  if (workers.length === 0) return []
  const { rows } = await sql<Row>`
    select distinct on (worker) id, line, worker, said from kith.work_telephone_current
    where council = ${who.council}::smallint and worker ${among([...new Set(workers)])} order by worker, recorded desc, id desc`.execute(
    record,
  )
  return rows
}

/** Of those who have one. */
export async function telephonesOf(asking: Asking, workers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await standing(asking, workers)
  const words = await asking.readWords(rows)
  return new Map(
    rows.flatMap(({ id, worker }) => {
      const number = words.get(id)
      return number === undefined || number === '' ? [] : [[worker, number] as const]
    }),
  )
}

/** '' takes the number away. Gives the id of the version. */
export async function saveTelephone(asking: Asking, worker: string, number: string): Promise<string> {
  const [before] = await standing(asking, [worker])
  const [id = ''] = await asking.newIds(1)
  const said = number === '' ? null : (await asking.keepWords([{ record: id, child: null, text: number }])).get(id)
  const { council, person: recorded_by } = asking.who
  const line = before?.line ?? id
  const change = before === undefined ? 'first' : 'change'
  await asking.insert('kith.work_telephone', [
    { council, id, line, supersedes: before?.id ?? null, change, worker, said: said ?? null, recorded_by },
  ])
  return id
}
