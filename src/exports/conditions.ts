// Under which conditions the rows of a child's export stand: an audience, somebody else's terms, other people; and what hangs on such a row.

export type ExportedRow = { readonly table: string; readonly row: Readonly<Record<string, unknown>> }

/** Tables whose rows speak of somebody else by what they are. */
const OF_OTHERS: Readonly<Record<string, string>> = {
  'kith.family_person': 'about somebody around the child',
  'kith.family_home': 'about somebody around the child',
  'kith.family_link': 'about somebody around the child',
  'kith.family_tie': 'about somebody around the child',
  'kith.sibling_member': 'about a brother or sister',
  'kith.own_family': 'about somebody who works for the council',
  'kith.own_child': 'about somebody who works for the council',
  'kith.file_decision': 'says what was kept from somebody who asked for their own file',
  'kith.audience_decision': 'says why something is kept from somebody',
  'kith.draft': 'not finished: a worker’s draft',
  'kith.kept_row':
    'a row of another system, word for word: it may name other people, or a place that not everybody may know',
  'kith.record_join': 'about two records, which may be of two children',
}
const OWN_TERMS: ReadonlySet<unknown> = new Set([null, undefined, 'own', 'own record'])
/** Whom and where a row is of and who wrote it: no reason to take it out by itself. */
const NOT_ON: ReadonlySet<string> = new Set(['child', 'recorded_by', 'source', 'person', 'tx'])

const isFilled = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > 0

function ownConditions({ table, row }: ExportedRow): readonly string[] {
  const found: string[] = []
  if (isFilled(row.audience)) found.push(`audience: only ${row.audience.join(', ')}`)
  if (isFilled(row.must_not_know)) found.push('audience: named people must not know')
  if (!OWN_TERMS.has(row.terms)) found.push(`terms: ${String(row.terms)}`)
  if (isFilled(row.goes_into)) found.push('terms: let into copies by a named person')
  const others = OF_OTHERS[table]
  if (others !== undefined) found.push(others)
  return found
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
/** A row without an id of its own is named by nobody. */
const nameOf = ({ row, table }: ExportedRow, at: number): string =>
  textIn(row.line) ?? textIn(row.id) ?? `${table} ${at}`

/** Ids that a row names, those in lists too. */
const idsIn = ({ row }: ExportedRow): readonly string[] =>
  Object.entries(row).flatMap(([column, value]) =>
    NOT_ON.has(column)
      ? []
      : [value].flat().flatMap((one) => (typeof one === 'string' && /^[0-9a-f-]{36}$/.test(one) ? [one] : [])),
  )

/**
 * The conditions of each row, in the order of the rows. What holds of one version holds of all versions of its line, and
 * whatever names a row under a condition hangs on it: better one too many to look at than one too few.
 */
export function conditionsOf(rows: readonly ExportedRow[]): readonly (readonly string[])[] {
  const held = new Map<string, Set<string>>()
  const hold = (name: string, conditions: readonly string[]): void => {
    if (conditions.length > 0) held.set(name, new Set([...(held.get(name) ?? []), ...conditions]))
  }
  for (const [at, one] of rows.entries()) hold(nameOf(one, at), ownConditions(one))
  const tables = new Map(rows.map((one, at) => [nameOf(one, at), one.table]))
  for (let before = -1; before !== held.size; ) {
    before = held.size
    for (const [at, one] of rows.entries()) {
      const name = nameOf(one, at)
      if (held.has(name)) continue
      const on = idsIn(one).find((id) => id !== name && id !== one.row.id && held.has(id))
      if (on !== undefined) hold(name, [`hangs on ${tables.get(on) ?? 'a row'} ${on}`])
    }
  }
  return rows.map((one, at) => [...(held.get(nameOf(one, at)) ?? [])])
}
