// For tests: a small council on real PostgreSQL, where facts can be written as typed at any moment of the past.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '#calendar'
import { councilKeysIn, type Door, makeCouncil, openDoor, withClient } from '#database'
import { type TestDatabase, testDatabase } from '../database/test-database.ts'
import { EVENT_OF_WORD } from './event-words-data.ts'
import { ledgerRefresher } from './store.ts'

type Row = Readonly<Record<string, unknown>>
export interface TestCouncil {
  readonly at: TestDatabase
  readonly door: Door
  readonly council: number
  readonly write: Writing
  readonly close: () => Promise<void>
}
export interface ChildOptions {
  readonly born?: string
  readonly shown?: string
  readonly kind?: string
  readonly recorded?: string
}

const EARLY = '2015-01-01T09:00:00Z'

/** covers: false: no source speaks of any child until a test adds one. */
export async function testCouncil(
  name: string,
  { covers = true, today = day('2026-11-23') } = {},
): Promise<TestCouncil> {
  const at = await testDatabase(name)
  const home = await mkdtemp(join(tmpdir(), 'kith-clock-'))
  const council = await makeCouncil(at.connection, { code: 'E06000901', name: 'Testshire' })
  const keys = councilKeysIn(home)
  const door = openDoor({ connection: at.connection, keys, childrenChanged: ledgerRefresher(() => today) })
  const write = new Writing(at, council)
  if (covers) await write.coverage(Object.keys(EVENT_OF_WORD))
  const close = async (): Promise<void> => {
    await door.close()
    await at.drop()
    await rm(home, { recursive: true })
  }
  return { at, door, council, write, close }
}

/** Writes as the owner of the database, typed at any moment; the ledger is not told. */
class Writing {
  readonly #at: TestDatabase
  readonly #council: number
  readonly #typist = randomUUID()

  constructor(at: TestDatabase, council: number) {
    this.#at = at
    this.#council = council
  }

  async rows(table: string, rows: readonly Row[]): Promise<void> {
    const whole = rows.map((row) => ({ council: this.#council, recorded_by: this.#typist, ...row }))
    const columns = Object.keys(whole[0] ?? {}).join(', ')
    const from = `json_populate_recordset(null::kith.${table}, $1::json)`
    await withClient(this.#at.connection, async (client) => {
      await client.query(`insert into kith.${table} (${columns}) select ${columns} from ${from}`, [
        JSON.stringify(whole),
      ])
    })
  }

  /** One new line of a record table; returns its id. */
  async line(table: string, child: string, row: Row): Promise<string> {
    const id = randomUUID()
    await this.rows(table, [{ id, line: id, child, recorded: EARLY, ...row }])
    return id
  }

  /** A child in care since a day, in one foster placement. */
  async child(began: string, options: ChildOptions = {}): Promise<string> {
    const { born = '2015-06-15', shown, kind = 'U6', recorded = `${began}T12:00:00Z` } = options
    const id = randomUUID()
    await this.rows('person', [{ id }])
    await this.rows('child', [{ id, recorded }])
    const during = `[${began},)`
    await this.line('birth_claim', id, { born, basis: 'told', standing: 'in force', recorded })
    await this.line('care_period', id, { began, recorded })
    await this.line('legal_basis', id, { kind: 'section 20 agreement', made: began, recorded })
    await this.line('placement', id, { during, kind, start_known: true, same_carers: false, recorded })
    if (shown !== undefined) await this.line('child_identifier', id, { issuer: 'ssda903', value: shown, recorded })
    return id
  }

  /** Somebody who stands in this relation to a child, or (null) to the whole council. */
  async person(relation: string, child: string | null): Promise<string> {
    const id = randomUUID()
    await this.rows('person', [{ id }])
    await this.rows('worker', [{ id, name: `Worker ${id.slice(0, 4)}` }])
    const line = randomUUID()
    const standing = { id: line, line, person: id, child, relation, since: EARLY, until: 'infinity' }
    await this.rows('standing_relation', [{ ...standing, retracted: false, reason: 'role' }])
    return id
  }

  /** The council's own record, which speaks of every child. */
  async coverage(events: readonly string[], since = '2015-01-01'): Promise<void> {
    const source = randomUUID()
    await this.rows('source', [{ id: source, kind: 'kith', every_child: true, recorded: EARLY }])
    await this.rows(
      'source_coverage',
      events.map((event) => ({ id: randomUUID(), source, event, since, recorded: EARLY })),
    )
  }
}
