// The whole invented council: beside what is published of the council in the letter, and what came of looking for homes in it.
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
import { metOf } from '../../src/stability/ended.ts'
import { endedIn } from '../../src/stability/store.ts'

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

const rowsOf = async <Row>(text: string): Promise<readonly Row[]> =>
  await withClient(at.connection, async (client) => (await client.query(text)).rows)
const told = async (text: string): Promise<readonly string[]> =>
  (await rowsOf<{ told: string }>(text)).map((row) => row.told)

test('requests for homes stand in every state, by the demonstration’s own clock and never the machine’s', async () => {
  const kinds = await told('select distinct kind as told from kith.home_step order by 1')
  assert.deepEqual(kinds, ['answer', 'asked', 'no', 'question', 'shortlisted', 'yes'])
  const states =
    await told(`select distinct case when r.closed is not null then r.closed_why when d.line is not null then 'decided' else 'open' end as told
    from kith.home_request_current r left join kith.match_decision_current d on d.council = r.council and d.child = r.child and d.request = r.line order by 1`)
  assert.deepEqual(states, ['decided', 'found', 'open'])
  const approvals = await told(`select coalesce(a.answer, 'waits') as told from kith.approval_request r
    left join kith.approval_answer a on a.council = r.council and a.request = r.line where r.on_table = 'match_decision' order by 1`)
  assert.deepEqual(approvals, ['approved', 'waits'])
  const looks = await told('select distinct stage as told from kith.match_review order by 1')
  assert.deepEqual(looks, ['28 days', '72 hours', '90 days'])
  const moved =
    await rowsOf(`select 1 from kith.match_decision d join kith.placement_household t on t.child = d.child and t.household = d.household
    join kith.placement_plan p on p.child = t.child and p.placement = t.placement where d.decided < '2027-03-01'`)
  assert.ok(moved.length > 0)
  const ahead = await rowsOf(`select happened from kith.home_step where happened > '2027-03-31'
    union all select decided from kith.match_decision where decided > '2027-03-31' union all select happened from kith.match_review where happened > '2027-03-31'
    union all select counted from kith.campaign_count where counted > '2027-03-31' union all select happened from kith.note where kind = 'disruption meeting' and happened > '2027-03-31'`)
  assert.deepEqual(ahead, [])
})

test('campaigns ran and brought homes; homes that ended have their meetings, and some are owed one; forecasts stand beside our own past', async () => {
  assert.equal((await rowsOf('select 1 from kith.recruitment_campaign')).length, 4)
  const early = await rowsOf(`select 1 from kith.campaign_home h join kith.recruitment_campaign c on c.id = h.campaign
    join kith.household_approval a on a.household = h.household where a.since < c.began`)
  assert.deepEqual(early, [])
  assert.ok((await rowsOf('select 1 from kith.campaign_home')).length >= 3)
  const today = DEMONSTRATION_DAY
  const ended = (await door.as(who, async (asking) => await endedIn(asking, today))).map((one) => metOf(one, today, 10))
  for (const kind of ['held', 'set', 'none'] as const)
    assert.ok(
      ended.some((met) => met.kind === kind),
      kind,
    )
  const [night] = await rowsOf<{ tested: readonly object[] }>(
    `select held->'tested' as tested from kith.sufficiency_night`,
  )
  assert.equal(night?.tested.length, 5)
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
