// The SQL of files of terms: a file as it was read, once; how it stands against the record now; and taking it, row by row.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import { recordTerm, schoolsKnown, schoolTermsKnown } from '#education'
import { type Compared, compareTerms, type Met } from './comparing.ts'
import type { ReadTerms, TermRow } from './term-row.ts'

export type TermList = ReadTerms & { readonly id: string; readonly by: string; readonly at: string }

/** The same file again is the list that there is: it adds nothing. */
export async function keepList(asking: Asking, fingerprint: string, read: ReadTerms): Promise<string> {
  const { council, person: recorded_by } = asking.who
  await sql`select pg_advisory_xact_lock(hashtextextended('term list ' || ${fingerprint}::text, ${council}))`.execute(
    asking.record,
  )
  const { rows } = await sql<{ id: string }>`
    select id from kith.term_list where council = ${council}::smallint and fingerprint = ${fingerprint}`.execute(
    asking.record,
  )
  if (rows[0] !== undefined) return rows[0].id
  const [id = ''] = await asking.newIds(1)
  const kept = { rows_read: read.rowsRead, terms: read.rows, faults: read.faults }
  await asking.insert('kith.term_list', [{ council, id, fingerprint, ...kept, recorded_by }])
  return id
}

export async function termList({ who, record }: Asking, id: string): Promise<TermList | undefined> {
  const { rows } = await sql<Omit<TermList, 'rows'> & { terms: readonly TermRow[] }>`
    select l.id, l.rows_read as "rowsRead", l.terms, l.faults, l.recorded as at, coalesce(w.name, w.code, 'somebody') as "by"
    from kith.term_list l left join kith.worker w on w.council = l.council and w.id = l.recorded_by
    where l.council = ${who.council}::smallint and l.id = ${id}::uuid`.execute(record)
  const [found] = rows
  return found && { ...found, rows: found.terms }
}

/** Against the schools and terms as they stand now. */
export async function comparedNow(asking: Asking, list: TermList, today: IsoDay): Promise<Compared> {
  const standing = { schools: await schoolsKnown(asking), terms: await schoolTermsKnown(asking), today }
  const { met, faults } = compareTerms(list.rows, standing)
  return { met, faults: [...list.faults, ...faults].toSorted((a, b) => a.row - b.row) }
}

/**
 * Takes what is new, and where asked what changed. Terms that move into each other’s days are taken in an order in which
 * none overlaps. Gives how many found no place, since somebody entered a term meanwhile: they are shown as not taken.
 */
export async function takeTerms(asking: Asking, met: readonly Met[]): Promise<number> {
  let open = met.filter(({ kind }) => kind !== 'known')
  for (let before = -1; open.length > 0 && open.length !== before; ) {
    before = open.length
    const left: Met[] = []
    for (const one of open) if (!(await takeTerm(asking, one))) left.push(one)
    open = left
  }
  return open.length
}

async function takeTerm(asking: Asking, one: Met): Promise<boolean> {
  const { name, first, last, half, training } = one.term
  const typed = { name, first, last, training, halfFirst: half?.[0] ?? '', halfLast: half?.[1] ?? '' }
  const replaces = one.kind === 'changed' ? { replaces: one.stands.id } : {}
  return 'ok' in (await recordTerm(asking, one.school.id, { ...typed, ...replaces }))
}
