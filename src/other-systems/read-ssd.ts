// What the files of a Standard Safeguarding Dataset say of each child, as facts, and every row that could not be taken. Pure.
import { splitCsv } from '#return-files'
import { type TableName, tableNames } from '#safeguarding-dataset'
import { type ChildSays, dayIn, type Fact, type Place, type Refused, type SourceFile } from './facts.ts'
import { isBackwards, type Said, specOf, type TakenTable } from './said.ts'
import { day, type Given, READERS, type Row, Unreadable, unlessBlank } from './ssd-readers.ts'

export type TextFile = { readonly name: string; readonly text: string }
type Tables = ReadonlyMap<TableName, readonly Row[]>
/** `broken`: rows out of step with the heading, of which no cell can be trusted; `refused`: files without a column that says what a row is about. */
type Found = { readonly tables: Tables; readonly broken: readonly Refused[]; readonly refused: readonly string[] }

function keysOf(table: TableName): readonly string[] {
  if (table === 'ssd_cla_episodes') return ['clae_person_id', 'clae_cla_id']
  const reader = READERS[table]
  return reader === undefined ? [] : [reader.person, reader.key]
}

/** The files whose names are those of tables; cells that say NULL say nothing. */
function tablesIn(files: readonly TextFile[]): Found {
  const found = new Map<TableName, readonly Row[]>()
  const [broken, refused]: [Refused[], string[]] = [[], []]
  for (const { name, text } of files) {
    const table = tableNames.find((one) => one === name.toLowerCase().replace(/\.csv$/, ''))
    if (table === undefined) continue
    const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
    const { header, columns, lines, ragged, openQuote } = splitCsv(plain)
    const at = new Map(header.map((field, of) => [field.trim().toLowerCase(), of]))
    const lacking = keysOf(table).find((key) => !at.has(key))
    if (lacking !== undefined) {
      refused.push(`${name} has no column ${lacking}: nothing of it was read.`)
      continue
    }
    const outOfStep = new Set(ragged)
    const words = plain.split('\n')
    const rows = lines.map((line, row): Row => {
      const cell = (field: string): string => {
        if (!at.has(field)) throw new Unreadable(field, 'no-column')
        const says = columns[at.get(field) ?? -1]?.[row]?.trim() ?? ''
        return /^null$/i.test(says) ? '' : says
      }
      const place = {
        file: name,
        sheet: table,
        row: row + 2,
        words: words
          .slice(line - 1, (lines[row + 1] ?? line + 1) - 1)
          .join('\n')
          .trimEnd(),
      }
      return { cell, place }
    })
    const whole = (row: number): boolean =>
      !outOfStep.has(row) && (openQuote === undefined || (lines[row] ?? 0) < openQuote)
    found.set(
      table,
      rows.filter((_, row) => whole(row)),
    )
    broken.push(
      ...rows
        .filter((_, row) => !whole(row))
        .map(({ place }): Refused => ({ place, field: undefined, reason: 'cells-out-of-step' })),
    )
  }
  return { tables: found, broken, refused }
}

/** A column beside the point, which need not be there. */
function saidIn(row: Row, field: string): string {
  try {
    return row.cell(field)
  } catch {
    return ''
  }
}

/** Of a period, all episodes together: since when, until when and why. A row that cannot be read leaves the period untold. */
function periodSays(rows: readonly Row[], today: string): Said {
  const episodes = rows
    .map((row) => ({
      row,
      from: day(row, 'clae_cla_episode_start_date', today),
      until: day(row, 'clae_cla_episode_ceased_date', today),
      entered: day(row, 'clae_entered_care_date', today),
    }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const [first, last] = [episodes[0], episodes.at(-1)]
  if (first === undefined || last === undefined || first.from === '')
    throw new Unreadable('clae_cla_episode_start_date', 'blank')
  const known = first.entered !== '' || first.row.cell('clae_cla_episode_start_reason') === 'S'
  const reason = last.row.cell('clae_cla_episode_ceased_reason')
  const ended = reason === 'X1' ? '' : last.until
  return {
    ...{ began: first.entered === '' ? first.from : first.entered, known: known ? 'Y' : 'N', ended },
    ...unlessBlank({ end_reason: ended === '' ? '' : reason, need: last.row.cell('clae_cla_primary_need_code') }),
  }
}

/** What the rows of placements and of episodes say beside one placement. */
type Beside = { readonly whyEnded: ReadonlyMap<Place, string>; readonly firstDay: ReadonlyMap<string, string> }

function besidePlacements(tables: Tables, today: string): Beside {
  const firstDay = new Map<string, string>()
  for (const row of tables.get('ssd_cla_episodes') ?? []) {
    const [id, from] = [saidIn(row, 'clae_cla_placement_id'), dayIn(saidIn(row, 'clae_cla_episode_start_date'))]
    if (from !== undefined && from <= today && from < (firstDay.get(id) ?? '9999')) firstDay.set(id, from)
  }
  const rows = tables.get('ssd_cla_placement') ?? []
  return {
    firstDay,
    whyEnded: new Map(rows.map((row) => [row.place, saidIn(row, 'clap_cla_placement_change_reason')])),
  }
}

/** A placement without a first day had begun by that of the first episode that names it; how long before, nobody says. */
function withFirstDay(fact: Fact, { firstDay }: Beside): Fact {
  const from = fact.table === 'placement' && fact.said.from === undefined ? firstDay.get(fact.id ?? '') : undefined
  return from === undefined ? fact : { ...fact, said: { ...fact.said, from, known: 'N' } }
}

/** Why a placement ended stands on the one that ended; in the record on the one that followed it that day. */
function withReason(fact: Fact, facts: readonly Fact[], { whyEnded }: Beside): Fact {
  if (fact.table !== 'placement') return fact
  const before = facts.find(
    (one) => one.table === 'placement' && one !== fact && one.said.until !== '' && one.said.until === fact.said.from,
  )
  const reason = before === undefined ? undefined : whyEnded.get(before.place)
  return reason === undefined ? fact : { ...fact, said: { ...fact.said, start_reason: reason } }
}

function completed(facts: readonly Fact[], beside: Beside): readonly Fact[] {
  const dated = facts.map((fact) => withFirstDay(fact, beside))
  return dated.map((fact) => withReason(fact, dated, beside))
}

type Gathering = { readonly facts: Fact[]; readonly refused: Refused[] }

function take({ facts, refused }: Gathering, row: Row, work: () => Given): void {
  try {
    for (const { table, id, said } of work()) {
      const needs = specOf(table).needs.find((field) => said[field] === '')
      if (needs !== undefined || id === '') refused.push({ place: row.place, field: undefined, reason: 'blank' })
      else if (isBackwards(table, said))
        refused.push({ place: row.place, field: undefined, reason: 'ends-before-it-begins' })
      else facts.push({ table, key: `${row.place.sheet}|${id}`, id, said, place: row.place })
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    refused.push({ place: row.place, field: error.field, reason: error.reason })
  }
}

/** One id is one thing: said twice it is taken once, said in two ways not at all. */
function withoutTwins({ facts, refused }: Gathering): Gathering {
  const kept: Fact[] = []
  const more: Refused[] = []
  for (const alike of Map.groupBy(facts, ({ table, key }) => `${table} ${key}`).values()) {
    const [first, ...rest] = alike
    if (first === undefined) continue
    const agree = rest.every(({ said }) => JSON.stringify(said) === JSON.stringify(first.said))
    if (agree) kept.push(first)
    const twice = agree ? rest : alike
    more.push(
      ...twice.map(({ place }): Refused => ({ place, field: undefined, reason: agree ? 'said-twice' : 'id-twice' })),
    )
  }
  return { facts: kept, refused: [...refused, ...more] }
}

export function readSsd(files: readonly TextFile[], today: string): SourceFile {
  const { tables, broken, refused: unread } = tablesIn(files)
  const children = new Map<string, Gathering>()
  const strays: Refused[] = [...broken]
  const gathering = (id: string): Gathering => {
    const own = children.get(id) ?? { facts: [], refused: [] }
    children.set(id, own)
    return own
  }
  const episodes = tables.get('ssd_cla_episodes') ?? []
  const ofPeriod = new Map(episodes.map(({ cell }) => [cell('clae_cla_id'), cell('clae_person_id')]))
  const whose = (row: Row, field: string): string =>
    field === 'clar_cla_id' ? (ofPeriod.get(row.cell(field)) ?? '') : row.cell(field)
  for (const { table, read, person } of readersOf(tables))
    for (const row of tables.get(table) ?? []) {
      const id = whose(row, person)
      if (id === '') strays.push({ place: row.place, field: person, reason: 'no-child' })
      else take(gathering(id), row, () => read(row, today))
    }
  for (const [period, rows] of Map.groupBy(episodes, ({ cell }) => cell('clae_cla_id'))) {
    const [first] = rows
    const id = first?.cell('clae_person_id') ?? ''
    if (first === undefined) continue
    if (id === '') strays.push({ place: first.place, field: 'clae_person_id', reason: 'no-child' })
    else if (rows.some(({ cell }) => cell('clae_person_id') !== id))
      for (const { place } of rows) strays.push({ place, field: 'clae_cla_id', reason: 'id-twice' })
    else take(gathering(id), first, () => [{ table: 'care_period', id: period, said: periodSays(rows, today) }])
  }
  const beside = besidePlacements(tables, today)
  const covered = coverageOf(tables, unread, new Set(strays.map(({ place }) => place.sheet)))
  const notRead = [...children.values()].some((one) => unreadIn(one).length > 0)
  return {
    kind: 'ssd',
    children: new Map(
      [...children].map(([id, gathered]): [string, ChildSays] => {
        const { facts, refused } = withoutTwins(gathered)
        return [id, { facts: completed(facts, beside), refused, unread: unreadIn(gathered) }]
      }),
    ),
    strays,
    tablesOf: (sheet) => TOLD_BY.get(sheet) ?? [],
    ...covered,
    notes: [...covered.notes, ...(notRead ? [HEALTH_UNREAD] : [])],
    rows: [...tables.values()].reduce((sum, rows) => sum + rows.length, 0),
  }
}

const readersOf = (tables: Tables) =>
  [...tables.keys()].flatMap((table) => {
    const reader = READERS[table]
    return reader === undefined ? [] : [{ table, ...reader }]
  })

const TOLD_BY: ReadonlyMap<string, readonly TakenTable[]> = new Map([
  ...Object.entries(READERS).map(([name, { tables }]): [string, readonly TakenTable[]] => [name, tables]),
  ['ssd_cla_episodes', ['care_period']],
])

/** A health check whose kind or status was not understood may be the one that was due: of this child alone it says nothing else. */
const unreadIn = ({ refused }: Gathering): readonly string[] =>
  refused.some(({ place }) => place.sheet === 'ssd_cla_health') ? (READERS.ssd_cla_health?.events ?? []) : []

const HEALTH_UNREAD =
  'Of a child with a row of ssd_cla_health.csv that was not taken it does not say tonight that nothing else happened; of other children it does.'

/** Covered is only what was read whole, without a row that no child got; a table without a row is a mistake, not news. Whose a review is, the episodes say. */
function coverageOf(
  tables: Tables,
  unread: readonly string[],
  unsure: ReadonlySet<string>,
): Pick<SourceFile, 'whole' | 'events' | 'notes'> {
  const whole = new Set<TakenTable>()
  const events: string[] = []
  const notes: string[] = [...unread]
  const episodesUnsure = unsure.has('ssd_cla_episodes') || (tables.get('ssd_cla_episodes') ?? []).length === 0
  for (const [name, reader] of [
    ...Object.entries(READERS),
    ['ssd_cla_episodes', { tables: ['care_period'], events: ['care-period'] }] as const,
  ]) {
    const rows = [...tables].find(([table]) => table === name)?.[1]
    if (rows === undefined)
      notes.push(`There is no ${name}.csv that can be read: what the record holds of it stays as it is.`)
    else if (rows.length === 0)
      notes.push(`${name}.csv has no row: that is taken for a mistake, and the record stays as it is.`)
    else {
      for (const table of reader.tables) whole.add(table)
      if (unsure.has(name) || (name === 'ssd_cla_reviews' && episodesUnsure))
        notes.push(`${name}.csv was not read whole: it does not say tonight that nothing else happened.`)
      else events.push(...reader.events)
    }
  }
  return { whole, events, notes }
}
