// The invented council beside what is published of the council in the letter: every finding within its tolerance, and outside when something moved.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { addDays } from '#calendar'
import { councilKeysIn, type Door, openDoor, withClient } from '#database'
import { DEMONSTRATION_DAY, demonstration } from '#demonstration'
import { makeFigures } from '#record-figures'
import { type TestDatabase, testDatabase } from '../../src/database/test-database.ts'
import { published } from '../../src/insight/pages/published.tsx'

let at: TestDatabase
let door: Door
let who: { readonly council: number; readonly person: string }
const home = mkdtempSync(join(tmpdir(), 'kith-published-'))

/** What is published is counted of periods, homes, health and workers, and of no duty. */
before(async () => {
  at = await testDatabase('published')
  door = openDoor({ connection: at.connection, keys: councilKeysIn(home) })
  const shown = await demonstration(
    { door, opened: { connection: at.connection }, keys: councilKeysIn(home) },
    () => {},
  )
  const director = (await shown?.people())?.find(({ part }) => part.startsWith('director'))
  who = { council: shown?.council.council ?? 0, person: director?.person ?? '' }
})
after(async () => {
  await door.close()
  await at.drop()
  rmSync(home, { recursive: true })
})

const outside = async (): Promise<readonly string[]> => {
  const shown = await door.as(who, async (asking) => await published(asking, DEMONSTRATION_DAY))
  assert.equal(shown?.lines.length, 15)
  return shown.lines.flatMap(({ within, name, here, published: said, tolerance }) =>
    within ? [] : [`${name}: ${here}, published ${said} ± ${tolerance}`],
  )
}

test('every finding of the letter says what is published, within its tolerance', async () => {
  assert.deepEqual(await outside(), [])
})

test('a council with something moved is outside, in what was moved and in nothing else', async () => {
  await withClient(at.connection, async (client) => {
    await client.query(
      `update kith.placement_distance set miles = 41 where placement in
        (select d.placement from kith.placement_distance d join kith.placement_current p on p.line = d.placement
         where not d.inside and d.miles < 20 and upper(p.during) is null order by d.placement limit 40)`,
    )
  })
  const day = addDays(DEMONSTRATION_DAY, 1)
  await makeFigures(door, who.council, { day, on: day })
  assert.deepEqual(
    (await outside()).map((line) => line.replace(/:.*/, '')),
    ['Placed over 20 miles from home', 'Over 20 miles and outside the council’s area'],
  )
})
