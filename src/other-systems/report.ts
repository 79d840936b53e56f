// What a nightly file changed, row by row, in words: ids, rows and fields, never what they hold. Pure.
import { REASONS } from '#return-facts'
import type { Compared } from './compare.ts'
import type { ChildSays, Place, Refused, SourceFile } from './facts.ts'

type Kind = 'added' | 'changed' | 'vanished' | 'contradicts' | 'not taken'
export type RowReport = {
  readonly kind: Kind
  readonly child: string
  readonly sheet: string
  /** As a spreadsheet counts; null: the row is there no longer. */
  readonly row: number | null
  /** The source's own id of what it is about. */
  readonly id: string | null
  readonly says: string
}
export type Happened = {
  readonly child: 'added' | 'changed' | 'unchanged'
  readonly same: number
  readonly rows: readonly RowReport[]
}
export type NightlyReport = {
  readonly kind: SourceFile['kind']
  readonly rowsRead: number
  readonly children: { readonly added: number; readonly changed: number; readonly unchanged: number }
  readonly same: number
  readonly rows: readonly RowReport[]
  readonly notes: readonly string[]
}

type ChildDone = Compared & { readonly code: string; readonly says: ChildSays; readonly isNew: boolean }

/** Ids of the dataset say nothing; what knows a row of a list again is made of its days. */
const idIn = (key: string | undefined): string | null =>
  key?.startsWith('ssd_') === true ? key.split('|').slice(1).join('|') : null
const at = ({ sheet, row }: Place) => ({ sheet, row })

const refusedRow = ({ place, field, reason }: Refused, child: string): RowReport => ({
  ...{ kind: 'not taken', child, ...at(place), id: null },
  says: `${field === undefined ? '' : `${field}: `}${REASONS[reason].says} ${REASONS[reason].todo}`,
})

export function happenedTo({
  code: child,
  says,
  isNew,
  added,
  changed,
  vanished,
  contradicts,
  overlaps,
  hidden,
  doubled,
  incomplete,
  same,
}: ChildDone): Happened {
  const rows: RowReport[] = [
    ...added.map(
      ({ place, key, table }): RowReport => ({ kind: 'added', child, ...at(place), id: idIn(key), says: table }),
    ),
    ...changed.map(
      ({ fact, fields }): RowReport => ({
        ...{ kind: 'changed', child, ...at(fact.place), id: idIn(fact.key) },
        says: `${fact.table}: ${fields.join(', ')}`,
      }),
    ),
    ...vanished.map(
      ({ table, key }): RowReport => ({
        ...{ kind: 'vanished', child, sheet: key?.split('|')[0] ?? table, row: null, id: idIn(key) },
        says: `${table}: no longer in the file; it stands in the record`,
      }),
    ),
    ...contradicts.map(
      ({ fact, line, fields }): RowReport => ({
        ...{ kind: 'contradicts', child, ...at(fact.place), id: idIn(fact.key) },
        says: `${fact.table}: the record says otherwise (${line.retracted ? 'it was taken back here' : line.closed === true ? 'in the record joined to this one' : fields.join(', ')}), and stands`,
      }),
    ),
    ...overlaps.map(
      ({ place, key }): RowReport => ({
        ...{ kind: 'contradicts', child, ...at(place), id: idIn(key) },
        says: REASONS['overlaps-the-record'].says,
      }),
    ),
    ...hidden.map(
      ({ place, key, table }): RowReport => ({
        ...{ kind: 'contradicts', child, ...at(place), id: idIn(key) },
        says: `${table}: the record holds this place as one that not everybody may know, and stands`,
      }),
    ),
    ...doubled.map(({ place }) => refusedRow({ place, field: undefined, reason: 'two-numbers' }, child)),
    ...incomplete.map(({ place }) => refusedRow({ place, field: undefined, reason: 'blank' }, child)),
    ...says.refused.map((one) => refusedRow(one, child)),
  ]
  const touched = added.length + changed.length > 0
  return { child: isNew ? 'added' : touched ? 'changed' : 'unchanged', same, rows }
}

/** A child of whom nothing was taken, and why. */
export function refusedWhole(child: string, says: string): Happened {
  return {
    child: 'unchanged',
    same: 0,
    rows: [{ kind: 'not taken', child, sheet: 'every table', row: null, id: null, says }],
  }
}

export function reportOf(file: SourceFile, happened: readonly Happened[]): NightlyReport {
  const count = (of: Happened['child']) => happened.filter(({ child }) => child === of).length
  return {
    ...{ kind: file.kind, rowsRead: file.rows, notes: file.notes },
    children: { added: count('added'), changed: count('changed'), unchanged: count('unchanged') },
    same: happened.reduce((sum, { same }) => sum + same, 0),
    rows: [...happened.flatMap(({ rows }) => rows), ...file.strays.map((one) => refusedRow(one, ''))],
  }
}

const counted = (count: number): string => count.toLocaleString('en-GB')

export function told({ rowsRead, children, same, rows, notes }: NightlyReport): string {
  const count = (kind: Kind) => rows.filter((row) => row.kind === kind).length
  return [
    `${counted(rowsRead)} rows read.`,
    `Children: ${counted(children.added)} added, ${counted(children.changed)} changed, ${counted(children.unchanged)} unchanged.`,
    `Facts: ${counted(count('added'))} added, ${counted(count('changed'))} changed, ${counted(count('vanished'))} no longer in the file (they stand), ${counted(count('contradicts'))} contradict the record, ${counted(same)} the same. Rows not taken: ${counted(count('not taken'))}.`,
    ...notes,
    ...(rows.length > 0 ? ['Row by row:'] : []),
    ...rows.map(({ kind, child, sheet, row, id, says }) => {
      const where = `${sheet}${row === null ? '' : ` row ${row}`}${id === null || id === '' ? '' : ` (${id})`}`
      return `  ${kind}: ${where}${child === '' ? '' : `, child ${child}`}: ${says}`
    }),
  ].join('\n')
}
