// Writes reviews into a home's record without end and says each one that is kept: a process for the crash test to kill.
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { keepSealing } from '#access'
import { addDays, day, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import { withClient } from '#postgres'
import { type House, openHouse } from '../../src/main.ts'

/** sound: as the product does. early: says so before it is kept. torn: the ledger in a transaction of its own. */
export type Manner = 'sound' | 'early' | 'torn'

const said = (line: string): void => void writeSync(1, `${line}\n`)

type Row = { readonly council: number; readonly child: string; readonly held: IsoDay }

async function oneReview({ door }: House, { council, child, held }: Row, manner: Manner): Promise<void> {
  const id = randomUUID()
  const write = async (asking: Asking) => {
    await asking.insert('kith.review', [{ council, id, line: id, child, held, recorded_by: asking.who.person }])
    if (manner === 'early') {
      said(id)
      await wait(20)
    }
  }
  await door.asService(council, 'import', write)
  if (manner !== 'early') said(id)
}

/** The same row without the door: its ledger would come in a second transaction, which a crash can keep from coming. */
async function oneTornReview({ opened }: House, { council, child, held }: Row): Promise<void> {
  await withClient(opened.connection, async (client) => {
    const { rows } = await client.query<{ person: string }>(
      "select person from door.service_worker where council = $1 and name = 'import'",
      [council],
    )
    const id = randomUUID()
    await client.query("select set_config('app.council', $1, false), set_config('app.person', $2, false)", [
      String(council),
      rows[0]?.person,
    ])
    await client.query(
      'insert into kith.review (council, id, line, child, held, recorded_by) values ($1, $2, $2, $3, $4, $5)',
      [council, id, child, held, rows[0]?.person],
    )
    said(id)
    await wait(10_000)
  })
}

async function write(home: string, manner: Manner): Promise<void> {
  const house = await openHouse(
    { home, url: undefined, seals: undefined, operator: 'test' },
    () => day('2027-04-01'),
    () => {},
  )
  const council = (await house.door.councils())[0]?.council ?? 0
  // Children in care throughout: every review of theirs moves their next one in the ledger.
  const children = await house.door.asService(
    council,
    'import',
    async ({ record }) =>
      await record
        .selectFrom('kith.care_period_current')
        .select('child as id')
        .where('ended', 'is', null)
        .orderBy('child')
        .limit(24)
        .execute(),
  )
  // The torn writers get children of their own: one more review among hundreds would move nothing.
  const mine = manner === 'torn' ? children.slice(12) : children.slice(0, 12)
  keepSealing({ door: house.door, places: house.sealPlaces }, 100)
  said('writing')
  const writer = async (first: number): Promise<void> => {
    for (let turn = first; ; turn += 1) {
      const child = mine[turn % mine.length]?.id ?? ''
      const row = { council, child, held: addDays(day('2026-04-01'), turn % 360) }
      if (manner === 'torn') await oneTornReview(house, row)
      else await oneReview(house, row, manner)
    }
  }
  await Promise.all([writer(0), writer(100), writer(200), writer(300)])
}

if (process.argv[1] === import.meta.filename) await write(process.argv[2] ?? '', (process.argv[3] ?? 'sound') as Manner)
