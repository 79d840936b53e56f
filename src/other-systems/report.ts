// What a nightly file changed, row by row, in words: ids, rows and fields, never what they hold; and which rows are kept, and how. Pure.
import { type KeptRow, REASONS, type Reason } from '#return-facts'
import type { Compared, Line, Masters } from './compare.ts'
import type { ChildSays, Fact, Place, Refused, SourceFile } from './facts.ts'

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
  /** No longer in the file, as somebody has seen before. */
  readonly seenBefore: number
  readonly rows: readonly RowReport[]
}
export type NightlyReport = {
  readonly kind: SourceFile['kind']
  readonly rowsRead: number
  readonly children: { readonly added: number; readonly changed: number; readonly unchanged: number }
  readonly same: number
  readonly seenBefore: number
  readonly rows: readonly RowReport[]
  readonly notes: readonly string[]
}

type ChildDone = Compared & {
  readonly code: string
  readonly says: ChildSays
  readonly isNew: boolean
  /** Of what vanished, what somebody has looked at before: it is not listed anew. */
  readonly seen: readonly Line[]
}

/** Ids of the dataset say nothing; what knows a row of a list again is made of its days. */
const idIn = (key: string | undefined): string | null =>
  key?.startsWith('ssd_') === true ? key.split('|').slice(1).join('|') : null
const at = ({ sheet, row }: Place) => ({ sheet, row })

const refusedRow = ({ place, field, reason }: Refused, child: string): RowReport => ({
  ...{ kind: 'not taken', child, ...at(place), id: null },
  says: `${field === undefined ? '' : `${field}: `}${REASONS[reason].says} ${REASONS[reason].todo}`,
})

/** What was not taken since the record says otherwise, or is not this system's to say. */
function contradictions({ code: child, contradicts, overlaps, hidden, ofKith }: ChildDone): readonly RowReport[] {
  const because = (facts: readonly Fact[], says: (fact: Fact) => string) =>
    facts.map(
      (fact): RowReport => ({
        ...{ kind: 'contradicts', child, ...at(fact.place), id: idIn(fact.key) },
        says: says(fact),
      }),
    )
  const otherwise = contradicts.flatMap(({ fact, line, fields }) => {
    const how = line.closed === true ? 'in the record joined to this one' : fields.join(', ')
    const words = line.retracted ? 'it was taken back here' : how
    return because([fact], ({ table }) => `${table}: the record says otherwise (${words}), and stands`)
  })
  return [
    ...otherwise,
    ...because(overlaps, () => REASONS['overlaps-the-record'].says),
    ...because(hidden, ({ table }) => `${table}: ${HIDDEN}`),
    ...because(ofKith, ({ table }) => `${table}: ${REASONS['recorded-in-kith'].says}`),
  ]
}
const HIDDEN = 'the record holds this place as one that not everybody may know, and stands'

export function happenedTo(done: ChildDone): Happened {
  const { code: child, says, isNew, added, changed, vanished, doubled, incomplete, same, seen } = done
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
    ...vanished
      .filter((line) => !seen.includes(line))
      .map(
        ({ table, key }): RowReport => ({
          ...{ kind: 'vanished', child, sheet: key?.split('|')[0] ?? table, row: null, id: idIn(key) },
          says: `${table}: no longer in the file; it stands in the record`,
        }),
      ),
    ...contradictions(done),
    ...doubled.map(({ place }) => refusedRow({ place, field: undefined, reason: 'two-numbers' }, child)),
    ...incomplete.map(({ place }) => refusedRow({ place, field: undefined, reason: 'blank' }, child)),
    ...says.refused.map((one) => refusedRow(one, child)),
  ]
  const touched = added.length + changed.length > 0
  return { child: isNew ? 'added' : touched ? 'changed' : 'unchanged', same, seenBefore: seen.length, rows }
}

/** A child of whom nothing was taken, and why. */
export function refusedWhole(child: string, says: string): Happened {
  return {
    child: 'unchanged',
    same: 0,
    seenBefore: 0,
    rows: [{ kind: 'not taken', child, sheet: 'every table', row: null, id: null, says }],
  }
}

export function reportOf(file: SourceFile, happened: readonly Happened[]): NightlyReport {
  const count = (of: Happened['child']) => happened.filter(({ child }) => child === of).length
  return {
    ...{ kind: file.kind, rowsRead: file.rows, notes: file.notes },
    children: { added: count('added'), changed: count('changed'), unchanged: count('unchanged') },
    same: happened.reduce((sum, { same }) => sum + same, 0),
    seenBefore: happened.reduce((sum, { seenBefore }) => sum + seenBefore, 0),
    rows: [...happened.flatMap(({ rows }) => rows), ...file.strays.map((one) => refusedRow(one, ''))],
  }
}

const counted = (count: number): string => count.toLocaleString('en-GB')

export function told({ rowsRead, children, same, seenBefore, rows, notes }: NightlyReport): string {
  const count = (kind: Kind) => rows.filter((row) => row.kind === kind).length
  return [
    `${counted(rowsRead)} rows read.`,
    `Children: ${counted(children.added)} added, ${counted(children.changed)} changed, ${counted(children.unchanged)} unchanged.`,
    `Facts: ${counted(count('added'))} added, ${counted(count('changed'))} changed, ${counted(count('vanished'))} no longer in the file (they stand)${seenBefore === 0 ? '' : ` and ${counted(seenBefore)} seen before`}, ${counted(count('contradicts'))} contradict the record, ${counted(same)} the same. Rows not taken: ${counted(count('not taken'))}.`,
    ...notes,
    ...(rows.length > 0 ? ['Row by row:'] : []),
    ...rows.map(({ kind, child, sheet, row, id, says }) => {
      const where = `${sheet}${row === null ? '' : ` row ${row}`}${id === null || id === '' ? '' : ` (${id})`}`
      return `  ${kind}: ${where}${child === '' ? '' : `, child ${child}`}: ${says}`
    }),
  ].join('\n')
}

export function countsOf({ rowsRead, rows }: NightlyReport) {
  const count = (kind: NightlyReport['rows'][number]['kind']) => rows.filter((row) => row.kind === kind).length
  return {
    ...{ rows_read: rowsRead, added: count('added'), changed: count('changed'), gone: count('vanished') },
    ...{ contradicts: count('contradicts'), not_taken: count('not taken') },
  }
}

export function asKept({ place, field, reason }: Refused): KeptRow {
  const { file, sheet, row, words } = place
  return { year: 0, file, sheet, row, field: field ?? null, reason, taken: 'not', said: words }
}

const OUT_OF_SIGHT = 'Words of this row were taken out of sight in the record.'

type Told = Compared & {
  readonly says: ChildSays
  readonly lines: readonly Line[]
  readonly secret: ReadonlySet<string>
}
/** The words of a row, without postcodes that not everybody may know who reads what was kept. */
function withoutPlaces(words: string, secret: ReadonlySet<string>): string {
  const written = [...secret].map((postcode) => postcode.replaceAll(' ', '').split('').join('\\s*'))
  return written.reduce((text, one) => text.replaceAll(new RegExp(one, 'gi'), '(a place kept to few)'), words)
}

/** What was refused, and what stands otherwise in the record; words that were taken out of sight do not come back with their row. */
export function keptOf(
  { says, lines, contradicts, overlaps, hidden, doubled, incomplete, ofKith, secret }: Told,
  { kith }: Masters,
): readonly KeptRow[] {
  const because = ({ closed, table, ours }: Line): Reason =>
    closed === true ? 'in-the-closed-record' : ours && kith.has(table) ? 'recorded-in-kith' : 'recorded-by-a-person'
  const whole = (facts: readonly Fact[], reason: Reason) =>
    facts.map(({ place }) => asKept({ place, field: undefined, reason }))
  const wordless = lines.some(({ unreadable }) => unreadable === true)
  return [
    ...says.refused.map(asKept),
    ...contradicts.map(({ fact, line, fields }) =>
      asKept({
        ...{ place: fact.place, field: fields[0] },
        reason: because(line),
      }),
    ),
    ...whole(incomplete, 'blank'),
    ...whole(overlaps, 'overlaps-the-record'),
    ...whole(hidden, 'recorded-by-a-person'),
    ...whole(ofKith, 'recorded-in-kith'),
    ...whole(doubled, 'two-numbers'),
  ].map((row) => ({
    ...row,
    said: wordless && row.sheet === 'ssd_person' ? OUT_OF_SIGHT : withoutPlaces(row.said, secret),
  }))
}
