// Naming a child to the analyst, to put an error of the return right: who is told, for how long, of whom never, and what the log says.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { restrict } from '#access'
import { childrenCalled } from '#children'
import { correct, type Who } from '#database'
import { checkWhole } from '#return-work'
import { sightRoutes } from '#sight'
import type { Browser, Served } from './council-served.ts'
import { get, post, send } from './form-posting.ts'
import { beside, councilWithReturn, routesWithReturns, TODAY } from './returns-served.ts'

const NAMED = '/returns/names'
const formOf = (flag: string) => `/returns/ssda903/name/${flag}`
const routes = [...routesWithReturns(), ...sightRoutes()]
const WHY = { reason: 'ask their worker' }

let served: Served
let analyst: Who
let asAnalyst: Browser
const appOf = (who: Who) => served.appFor(who, routes)
type Flag = { id: string; child: string; shown: string; rule: string }
let flags: readonly Flag[]
/** One flag of each child, of whom no test has asked before. */
let taken = 0
function fresh(): Flag {
  taken += 1
  return flags[taken - 1] ?? assert.fail('no flag is left')
}

async function nameOf(child: string): Promise<string> {
  const names = await served.door.as(served.who, async (asking) => await childrenCalled(asking, [child]))
  return names.get(child) ?? assert.fail('no name')
}
const entries = async (child: string) =>
  await served.query<{ what: string; person: string; subject: Record<string, string> | null }>(
    `select what, person, subject from kith.access_entry where child = $1 and what like '%name%' order by at, id`,
    [child],
  )

before(async () => {
  served = await councilWithReturn('naming')
  await checkWhole(served.door, { council: served.council.council, year: 2027, today: TODAY }, beside)
  analyst = await served.worker('analyst')
  asAnalyst = appOf(analyst)
  flags = await served.query<Flag>(
    `select distinct on (f.child) f.id, f.child, f.shown, f.rule from kith.return_flag f
     where f.gone is null and f.rule = '103' and f.owner is not null order by f.child`,
  )
  assert.ok(flags.length > 40)
})
after(async () => await served.close())

describe('asked for, with a reason', () => {
  test('the page says what is told and who reads of it; without a reason nothing is told, and it says so beside the field', async () => {
    const flag = fresh()
    const { status, html } = await get(asAnalyst, formOf(flag.id))
    assert.equal(status, 200)
    assert.match(html, new RegExp(`Name child ${flag.shown}`))
    assert.match(html, /for an hour, and only while/)
    for (const reason of ['', 'because']) {
      const refused = await send(asAnalyst, formOf(flag.id), { reason })
      assert.equal(refused.status, 422)
      assert.match(refused.html, /id="reason-error"[^>]*>.*Choose why you need the name/s)
    }
    assert.match((await get(asAnalyst, NAMED)).html, /No child is named to you now/)
  })

  test('the name stands on a page of its own and beside the flag, for the one who asked, and in no address', async () => {
    const flag = fresh()
    const name = await nameOf(flag.child)
    assert.ok(!(await get(asAnalyst, formOf(flag.id))).html.includes(name))
    const told = await send(asAnalyst, formOf(flag.id), WHY)
    assert.match(told.to, new RegExp(`^${NAMED}`))
    assert.ok(!told.to.includes(name))
    const year = `/returns/ssda903/2027?child=${flag.child}`
    for (const path of [NAMED, year, formOf(flag.id)]) {
      const { html } = await get(asAnalyst, path)
      assert.ok(html.includes(name), path)
      assert.match(html, /until/)
    }
    const other = appOf(await served.worker('analyst'))
    for (const path of [NAMED, year]) assert.ok(!(await get(other, path)).html.includes(name), path)
    // The record itself stays as closed to them as it was.
    const child = await get(asAnalyst, `/children/${flag.child}`)
    assert.ok(!child.html.includes(name))
  })

  test('whoever answers for the child reads who was told, why, and each time it was shown', async () => {
    const flag = fresh()
    await send(asAnalyst, formOf(flag.id), { reason: 'two records' })
    await get(asAnalyst, NAMED)
    const found = await entries(flag.child)
    assert.deepEqual(
      found.filter(({ person }) => person === analyst.person).map(({ what }) => what),
      ['was told the name to put the return right', 'saw the name that was told for the return'],
    )
    const manager = appOf(await served.worker('manager-line', flag.child))
    const { html } = await get(manager, `/children/${flag.child}/access`)
    assert.match(html, /was told the name to put the return right \(for: rule 103, two records\)/)
    const rows = await served.door.as(await served.worker('manager-line', flag.child), async ({ record }) => {
      return await record.selectFrom('kith.return_naming').select(['person', 'rule', 'reason']).execute()
    })
    assert.deepEqual(rows, [{ person: analyst.person, rule: '103', reason: 'two records' }])
  })

  test('twice pressed, or from two windows, it is told and noted for both, and shown once', async () => {
    const flag = fresh()
    const { hidden } = await get(asAnalyst, formOf(flag.id))
    const once = await post(asAnalyst, formOf(flag.id), { ...hidden, ...WHY, _do: 'send' })
    const again = await post(asAnalyst, formOf(flag.id), { ...hidden, ...WHY, _do: 'send' })
    assert.deepEqual([once.status, again.status], [303, 303])
    const [count] = await served.query<{ n: number }>(
      'select count(*)::int as n from kith.return_naming where child = $1',
      [flag.child],
    )
    assert.equal(count?.n, 1)
  })
})

describe('over', () => {
  const gone = async (flag: Flag, name: string) => {
    assert.ok(!(await get(asAnalyst, NAMED)).html.includes(name))
    assert.ok(!(await get(asAnalyst, `/returns/ssda903/2027?child=${flag.child}`)).html.includes(name))
    const told = await served.door.as(analyst, async ({ record }) => {
      return (await sql<{ child: string }>`select child from kith.names_to_mend()`.execute(record)).rows
    })
    assert.ok(told.every(({ child }) => child !== flag.child))
  }

  test('after an hour', async () => {
    const flag = fresh()
    const name = await nameOf(flag.child)
    await send(asAnalyst, formOf(flag.id), WHY)
    const [row] = await served.query<{ minutes: number }>(
      'select round(extract(epoch from until - recorded) / 60)::int as minutes from kith.return_naming where child = $1',
      [flag.child],
    )
    assert.equal(row?.minutes, 60)
    await served.query(`update kith.return_naming set until = now() where child = $1`, [flag.child])
    await gone(flag, name)
  })

  test('with the last thing that was wrong, at the next look', async () => {
    const flag = fresh()
    const name = await nameOf(flag.child)
    await send(asAnalyst, formOf(flag.id), WHY)
    await served.query(`update kith.return_flag set gone = now() where child = $1 and id <> $2 and gone is null`, [
      flag.child,
      flag.id,
    ])
    assert.ok((await get(asAnalyst, NAMED)).html.includes(name))
    const [code] = await served.query<{ id: string }>(
      `select id from kith.identity_code_current where child = $1 and kind = 'ethnicity for the return'`,
      [flag.child],
    )
    await served.door.asService(served.council.council, 'command line', async (asking) => {
      await correct(asking, 'kith.identity_code', { id: code?.id ?? '', columns: { code: 'WBRI' } })
    })
    await gone(flag, name)
    assert.equal((await get(asAnalyst, formOf(flag.id))).status, 404)
  })

  test('when the part of analyst is taken away', async () => {
    const leaving = await served.worker('analyst')
    const flag = fresh()
    const name = await nameOf(flag.child)
    await send(appOf(leaving), formOf(flag.id), WHY)
    await served.query(
      `insert into kith.standing_relation (council, id, line, supersedes, person, relation, since, until, retracted, reason, recorded_by)
       select council, kith.new_id(), line, id, person, relation, since, until, true, 'role', person from kith.standing_relation where person = $1`,
      [leaving.person],
    )
    assert.equal((await get(appOf(leaving), NAMED)).status, 403)
    const told = await served.door.as(leaving, async ({ record }) => {
      return (await sql`select * from kith.names_to_mend()`.execute(record)).rows
    })
    assert.deepEqual([told, name.length > 0], [[], true])
  })

  test('when the record is closed or hidden meanwhile', async () => {
    for (const kind of ['closed', 'hidden'] as const) {
      const flag = fresh()
      const name = await nameOf(flag.child)
      await send(asAnalyst, formOf(flag.id), WHY)
      assert.ok((await get(asAnalyst, NAMED)).html.includes(name))
      const manager = await served.worker('manager-line', flag.child)
      const kept = { kind, named: [manager.person], ask: manager.person, why: 'A risk from somebody.', decided: TODAY }
      await served.door.as(manager, async (asking) => await restrict(asking, flag.child, kept))
      await gone(flag, name)
      assert.equal((await get(asAnalyst, formOf(flag.id))).status, 404)
    }
  })
})

describe('never', () => {
  for (const who of [
    'director',
    'quality-lead',
    'administrator',
    'member',
    'out-of-hours',
    'allocated-worker',
    'manager-line',
    'business-support',
  ] as const)
    test(`to the ${who}, by page or by the database`, async () => {
      const flag = fresh()
      const wide = ['director', 'quality-lead', 'administrator', 'member', 'out-of-hours'].includes(who)
      const person = await served.worker(who, wide ? undefined : flag.child)
      for (const path of [formOf(flag.id), NAMED]) assert.equal((await get(appOf(person), path)).status, 403, path)
      const { hidden } = await get(asAnalyst, formOf(flag.id))
      assert.equal((await post(appOf(person), formOf(flag.id), { ...hidden, ...WHY, _do: 'send' })).status, 403)
      await assert.rejects(
        served.door.as(person, async ({ record }) => {
          await sql`select kith.name_to_mend(${flag.id}::uuid, kith.new_id(), 'ask their worker')`.execute(record)
        }),
      )
      assert.deepEqual(await served.query('select 1 from kith.return_naming where child = $1', [flag.child]), [])
    })

  test('of one’s own family, of what is unknown, mended, or another council’s: all look alike', async () => {
    const flag = fresh()
    await served.query('insert into kith.own_family (council, person, child, recorded_by) values ($1, $2, $3, $2)', [
      analyst.council,
      analyst.person,
      flag.child,
    ])
    const mended = fresh()
    await served.query('update kith.return_flag set gone = now() where id = $1', [mended.id])
    const pages = []
    for (const id of [flag.id, mended.id, '00000000-0000-7000-8000-000000000000', 'x']) {
      const { status, html } = await get(asAnalyst, formOf(id))
      assert.equal(status, 404, id)
      pages.push(html.replaceAll(/(?:value|data-idle-left)="[^"]*"/g, ''))
      if (id === 'x') continue
      const answer = await served.door.as(analyst, async ({ record }) => {
        return (
          await sql<{
            answer: string
          }>`select kith.name_to_mend(${id}::uuid, kith.new_id(), 'two records') as answer`.execute(record)
        ).rows
      })
      assert.deepEqual(answer, [{ answer: 'not found' }])
    }
    assert.equal(new Set(pages).size, 1)
  })

  test('of more than twenty children in a day', async () => {
    const busy = await served.worker('analyst')
    const app = appOf(busy)
    const many = flags.slice(taken, taken + 21)
    assert.equal(many.length, 21)
    for (const { id } of many.slice(0, 20)) assert.equal((await send(app, formOf(id), WHY)).status, 303)
    const more = await send(app, formOf(many[20]?.id ?? ''), WHY)
    assert.equal(more.status, 422)
    assert.match(more.html, /twenty names in a day/)
    // One who was named before may be asked for again.
    assert.equal((await send(app, formOf(many[0]?.id ?? ''), WHY)).status, 303)
    await served.query(`update kith.return_naming set recorded = recorded - interval '24 hours' where person = $1`, [
      busy.person,
    ])
    assert.equal((await send(app, formOf(many[20]?.id ?? ''), WHY)).status, 303)
  })

  test('by writing the row oneself, or reading another’s', async () => {
    const flag = fresh()
    await assert.rejects(
      served.door.as(analyst, async (asking) => {
        const { council, person } = asking.who
        const row = { council, child: flag.child, person, year: 2027, rule: '103', reason: 'two records' }
        await asking.insert('kith.return_naming', [{ ...row, until: '2099-01-01T00:00:00Z', recorded_by: person }])
      }),
    )
    const own = await served.door.as(analyst, async ({ record }) => {
      return await record.selectFrom('kith.return_naming').select('id').execute()
    })
    assert.deepEqual(own, [])
  })
})
