// Insight as leaders meet it: before the first night, after it, who is behind a number and who may see them, what is usual decided, and who is kept out.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, day } from '#calendar'
import { type Door, makeCouncil } from '#database'
import { insightForms, insightRoutes } from '#insight'
import { makeQueue } from '#jobs'
import { figuresOf, lastNight, loadForFigures, makeFigures, nightFigures } from '#record-figures'
import { COUNTED_BASES } from '../../src/record-figures/child-year.ts'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, routesOf, send } from './filling.ts'
import { composedAlone } from './whole-app.ts'

const TODAY = day('2027-03-31')
const FAR = '/insight/measures/distance_over20_pct'
const DECIDED = { measure: 'cla_count', first: '2025-10-01', last: '2026-09-01', aim: '', because: 'A quiet year.' }
const routes = () => [
  ...insightRoutes(async () => 'Decisions stand here', { invented: true }),
  ...routesOf(insightForms),
]

let served: Served
let director: Browser
const count = async (of: string): Promise<number> =>
  (await served.query<{ n: number }>(`select count(*)::int as n from ${of}`))[0]?.n ?? 0

before(async () => {
  served = await servedCouncil('insight')
  director = served.appFor(served.who, routes())
})
after(async () => await served.close())

test('before the first night every page says so, and offers what stands without it', async () => {
  const { status, html } = await get(director, '/insight')
  assert.equal(status, 200)
  assert.match(html, /The first night has not run yet/)
  assert.match(html, /Decisions stand here/)
  for (const path of ['/insight/measures', FAR, '/insight/missing-facts', '/insight/outside', '/insight/published'])
    assert.match((await get(director, path)).html, /The first night has not run yet/, path)
  assert.equal((await get(director, `${FAR}/children`)).status, 404)
})

test('the first night tells of its day and of two years of months; run again it adds nothing', async () => {
  const { door, council } = served
  const task = nightFigures(door, () => addDays(TODAY, 1))
  // It breaks off once, after what was asked and five months were kept, and goes on from there.
  let left = 6
  const breaking: Door = {
    ...door,
    asService: async (...given) => {
      left -= 1
      if (left < 0) throw new Error('the power failed')
      return await door.asService(...given)
    },
  }
  await assert.rejects(
    makeFigures(breaking, council.council, { day: TODAY, on: addDays(TODAY, 1) }),
    /the power failed/,
  )
  assert.equal(await count('(select distinct day from kith.night_figure) d'), 5)
  await task.work({ council: council.council, child: undefined })
  const days = await served.query<{ day: string }>('select distinct day::text as day from kith.night_figure order by 1')
  assert.deepEqual([days.length, days[0]?.day, days.at(-1)?.day], [25, '2025-03-31', TODAY])
  const told = [await count('kith.night_figure'), await count('kith.night_standing')]
  await makeFigures(door, council.council, { day: TODAY, on: TODAY })
  assert.deepEqual([await count('kith.night_figure'), await count('kith.night_standing')], told)
  assert.equal(await door.asService(council.council, 'command line', lastNight), TODAY)
})

test('each council has a job of its own, so that one which fails stops no other', async () => {
  const other = await makeCouncil(served.at.connection, { code: 'E06000903', name: 'Elsewhere' })
  await makeQueue(served.at.connection)
  const task = nightFigures(served.door, () => addDays(TODAY, 1))
  for (let time = 0; time < 2; time += 1) await task.work({ council: undefined, child: undefined })
  const jobs = await served.query<{ task: string; council: number }>(
    `select t.identifier as task, (j.payload ->> 'council')::int as council
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by 2`,
  )
  assert.deepEqual(
    jobs,
    [served.council.council, other].map((one) => ({ task: 'night-figures', council: one })),
  )
  await task.work({ council: other, child: undefined })
  assert.equal(await count(`kith.night_figure where council = ${other} and indicator = 'cla_count' and above = 0`), 25)
})

test('the numbers are those of the record itself, and of those children', async () => {
  const [row] = await served.query<{ n: number }>(
    `select count(distinct p.child)::int as n from kith.care_period_current p
     where coalesce(p.began, p.began_by) <= '2027-03-31' and (p.ended is null or p.ended > '2027-03-31')
       and not exists (select from kith.legal_basis_current b where b.child = p.child and b.kind like 'short breaks%')`,
  )
  const [own] = await served.query<{ above: number }>(
    `select above from kith.night_figure where council = $1 and indicator = 'cla_count' and day = '2027-03-31'`,
    [served.council.council],
  )
  assert.equal(own?.above, row?.n)
  const [behind] = await served.query<{ n: number }>(
    `select count(*)::int as n from (select distinct on (child) stands from kith.night_standing order by child, day desc) s
     where s.stands ->> 'cla_count' = 'a'`,
  )
  assert.equal(behind?.n, own?.above)
})

test('the next night adds its figures, and the standing only of who stands otherwise', async () => {
  const { door, council } = served
  const [before, children] = [await count('kith.night_standing'), await count('kith.child')]
  await makeFigures(door, council.council, { day: addDays(TODAY, 1), on: addDays(TODAY, 1) })
  assert.equal(
    await count(`kith.night_figure where council = ${council.council} and day = '2027-04-01'`),
    await count(`kith.night_figure where council = ${council.council} and day = '2027-03-31'`),
  )
  assert.ok((await count('kith.night_standing')) - before < children)
})

test('what is usual is decided with a reason; what is wrong is said beside its field, and nothing is recorded', async () => {
  for (const [more, words] of [
    [{ measure: '' }, /Choose the figure/],
    [{ last: '2025-12-01' }, /fewer than 6 months do not say what is usual/],
    [{ aim: 'many' }, /Write the aim as a number/],
    [{ measure: FAR.split('/').at(-1) ?? '', aim: '140' }, /Write 100 or less/],
    [{ because: ' ' }, /Say who decided it, and why these months/],
  ] as const) {
    const { status, html } = await send(director, '/insight/baseline', { ...DECIDED, ...more })
    assert.equal(status, 422)
    assert.match(html, words)
  }
  assert.equal(await count('kith.baseline'), 0)
  assert.match((await get(director, '/insight')).html, /Nobody has decided yet what is usual/)
  assert.equal((await send(director, '/insight/baseline', DECIDED)).status, 303)
  const { html } = await get(director, '/insight/measures/cla_count')
  assert.match(html, /Now: Oct 25 to Sep 26/)
  assert.match(html, /A quiet year\./)
  assert.match(html, /kith-control__range/)
})

test('every number opens its children by name, each look is logged, and who may not be seen is not there', async () => {
  const moved = '/insight/measures/placements_3plus_pct/children?how=a'
  const { html } = await get(director, moved)
  const shown = [...html.matchAll(/href="\/children\/([0-9a-f-]{36})"/g)].map(([, id]) => id)
  assert.ok(shown.length > 5)
  const logged = await served.query<{ child: string }>(
    `select child from kith.access_entry where what = 'saw a figure that counts the child' and person = $1`,
    [served.who.person],
  )
  assert.deepEqual(new Set(logged.map(({ child }) => child)), new Set(shown))
  const [hidden = ''] = shown
  await served.query('insert into kith.own_child (council, person, child) values ($1, $2, $3)', [
    served.council.council,
    served.who.person,
    hidden,
  ])
  const again = await get(director, moved)
  assert.ok(!again.html.includes(hidden))
  assert.match((await get(director, `${FAR}/children?how=u`)).html, /Not known: how far the placement lies from home/)
})

test('the page is small, its sentences are those of its charts, and a chart has its table', async () => {
  const { html } = await get(director, '/insight')
  assert.ok(Buffer.byteLength(html) < 60_000, String(Buffer.byteLength(html)))
  assert.match(html, /How our children are doing/)
  const own = await get(director, '/insight/measures/placements_3plus_pct')
  const label = /role="img" aria-label="[^."]*\. ([^"]*)"/.exec(own.html)?.[1]
  assert.ok(label !== undefined && own.html.includes(`>${label}</p>`))
  assert.equal([...own.html.matchAll(/reckoned afterwards/g)].length, 24)
})

test('the work says why it is heavier, page by page, and how many workers each child had', async () => {
  const workersOn = (html: string) => new Set([...html.matchAll(/worker=([0-9a-f-]{36})/g)].map(([, id]) => id))
  const [first, second] = [
    await get(director, '/insight/caseloads'),
    await get(director, '/insight/caseloads?team=none&page=2'),
  ]
  assert.match(first.html, /What makes it heavier/)
  assert.match(first.html, /Showing 1 to 50 of/)
  assert.equal(workersOn(first.html).size, 50)
  assert.ok(workersOn(second.html).isDisjointFrom(workersOn(first.html)))
  assert.match((await get(director, '/insight/missing-facts?page=2')).html, /Showing 51 to/)
  assert.match((await get(director, '/insight/changes/3')).html, /Three|three or more/)
  assert.equal((await get(director, '/insight/changes/9')).status, 404)
  assert.match((await get(director, '/insight/missing-facts')).html, /What is missing most, of how many/)
})

test('in a demonstration the findings of the letter stand beside what is published; where people sign in there is no such page', async () => {
  const { html } = await get(director, '/insight/published')
  assert.match(html, /“Once in care, children rarely move other than in a planned way\.”/)
  assert.match(html, /113 of 351/)
  assert.match(html, /href="\/insight\/measures\/distance_over20_pct\/children\?how=a"/)
  assert.match(html, /href="\/children\?status=care&amp;place=foster"/)
  assert.match(html, /Outside/)
  const isThere = (kind: 'choose' | 'provider') =>
    composedAlone(kind).routes.some(({ path }) => path === '/insight/published')
  assert.deepEqual([isThere('choose'), isThere('provider')], [true, false])
})

test('nobody else opens it; a member reads only what may leave the council, and no small number', async () => {
  const member = served.appFor(await served.worker('member'), routes())
  const outside = await get(member, '/insight/outside')
  assert.equal(outside.status, 200)
  const cells = [...outside.html.matchAll(/kith-table__cell">(\d+)</g)].map(([, n]) => Number(n))
  assert.deepEqual(
    cells.filter((n) => n > 0 && n < 6),
    [],
  )
  for (const relation of ['member', 'administrator', 'out-of-hours', undefined] as const) {
    const other = served.appFor(await served.worker(relation), routes())
    for (const path of [
      '/insight',
      FAR,
      `${FAR}/children`,
      '/insight/caseloads',
      '/insight/missing-facts',
      '/insight/published',
      '/insight/baseline',
    ])
      assert.equal((await get(other, path)).status, 403, `${relation} ${path}`)
  }
})

test('the tables keep who may not read them out, and nobody changes what a night told', async () => {
  const { door } = served
  for (const relation of ['member', 'administrator'] as const)
    await door.as(await served.worker(relation), async ({ record }) => {
      assert.deepEqual(await record.selectFrom('kith.night_figure').selectAll().execute(), [])
      assert.deepEqual(await record.selectFrom('kith.night_worker').selectAll().execute(), [])
      assert.deepEqual(await record.selectFrom('kith.night_standing').selectAll().execute(), [])
    })
  await assert.rejects(
    door.as(
      await served.worker('quality-lead'),
      async ({ insert, who: { council, person } }) =>
        await insert('kith.baseline', [
          {
            council,
            indicator: 'cla_count',
            first_month: '2025-01-01',
            last_month: '2025-12-01',
            because: 'I',
            recorded_by: person,
          },
        ]),
    ),
  )
  await assert.rejects(
    door.asService(
      served.council.council,
      'nightly refresh',
      async ({ record }) => await record.updateTable('kith.night_figure').set({ above: 1 }).execute(),
    ),
  )
})

test('a person’s own walls hold while figures are loaded: who sees nobody reckons with nobody', async () => {
  const asked = { from: day('2026-03-31'), to: TODAY }
  const of = async (relation: string | undefined) =>
    await served.door.as(await served.worker(relation), async (asking) => {
      const [night] = figuresOf(await loadForFigures(asking, asked), [TODAY])
      return night?.figures.find(({ indicator }) => indicator === 'cla_count')?.above
    })
  assert.equal(await of(undefined), 0)
  assert.ok(((await of('director')) ?? 0) > 100)
})

test('how an audit went is a figure for all who read figures; in whose record it was, for who reads audits', async () => {
  const { door, council } = served
  const [auditor, lead] = [await served.worker(undefined), await served.worker('quality-lead')]
  const [one] = await served.query<{ child: string; worker: string }>(
    `select child, worker from kith.allocation_current where role = 'allocated-worker' and during @> $1::date order by child limit 1`,
    [TODAY],
  )
  assert.ok(one)
  const round = await served.query<{ id: string }>(
    `insert into kith.audit_round (council, id, line, kind, month, due, wanted, strata, auditors, scale, seed, recorded_by)
     select $1, i, i, 'case', '2027-03-01', $2, 1, '{}', array[$3::uuid], 'inspectorate', 'a', $4 from kith.new_id() i returning id`,
    [council.council, TODAY, auditor.person, lead.person],
  )
  const audited = async (due: string, again: string | null, parts: Readonly<Record<string, string>>) => {
    const [audit] = await served.query<{ id: string }>(
      `insert into kith.practice_audit (council, id, line, child, round, auditor, drawn, stratum, due, again, recorded_by)
       select $1, i, i, $2, $3, $4::uuid, $7, '', $5, $6::uuid, $4::uuid from kith.new_id() i, set_config('app.person', $4::uuid::text, true) returning id`,
      [council.council, one.child, round[0]?.id, auditor.person, due, again, again ? 're-audit' : 'at random'],
    )
    for (const [part, grade] of Object.entries(parts))
      await served.query(
        `insert into kith.audit_theme (council, id, line, child, audit, theme, grade, answers, evidence, recorded_by)
         select $1, i, i, $2, $3, $4, $5, '{}', '{}', $6 from kith.new_id() i`,
        [council.council, one.child, audit?.id, part, grade, auditor.person],
      )
    return async (stage: string, grade: string, given: string): Promise<string> => {
      await served.query(
        `insert into kith.audit_grade (council, id, line, child, audit, stage, grade, given, recorded_by)
         select $1, i, i, $2, $3, $4, $5, $6, $7 from kith.new_id() i`,
        [council.council, one.child, audit?.id, stage, grade, given, auditor.person],
      )
      return audit?.id ?? ''
    }
  }
  const graded = await audited('2027-01-04', null, { voice: 'good', safety: 'inadequate' })
  await graded('first', 'requires improvement', '2027-01-04')
  const before = await graded('second', 'inadequate', '2027-01-08')
  const looked = await audited('2027-02-05', before, { voice: 'good', safety: 'requires improvement' })
  await looked('first', 'requires improvement', '2027-02-05')
  const next = addDays(TODAY, 2)
  // Four weeks before, to the day: this child was thought about, of the worker's others it is not known yet.
  const [session] = await served.query<{ id: string }>(
    `insert into kith.supervision (council, id, line, kind, worker, supervisor, held, minutes, recorded_by)
     select $1, i, i, 'one to one', $2::uuid, $3::uuid, $4::date - 28, 90, $3::uuid from kith.new_id() i returning id`,
    [council.council, one.worker, lead.person, next],
  )
  await served.query(
    `insert into kith.supervision_entry (council, id, line, child, session, kind, held, worker, supervisor, permanence, recorded_by)
     select $1, i, i, $2, $3, 'full', $4::date - 28, $5, $6, 'clear', $6 from kith.new_id() i`,
    [council.council, one.child, session?.id, next, one.worker, lead.person],
  )
  await makeFigures(door, council.council, { day: next, on: addDays(next, 1) })
  const told = await served.query<{ indicator: string; above: number; below: number }>(
    `select indicator, above, below from kith.night_figure where day = $1 and (indicator ^@ 'audit_' or indicator ^@ 'supervision_') and below > 0 order by 1`,
    [next],
  )
  assert.deepEqual(told, [
    { indicator: 'audit_completed_pct', above: 2, below: 2 },
    { indicator: 'audit_good_plus_pct', above: 0, below: 1 },
    { indicator: 'audit_impact_evidenced_pct', above: 1, below: 1 },
    { indicator: 'audit_moderation_change_pct', above: 1, below: 1 },
    { indicator: 'supervision_in_time_pct', above: 1, below: 1 },
  ])
  const BEHIND = '/insight/measures/audit_good_plus_pct/children?how=b'
  const inWords = `href="/children/${one.child}"`
  assert.ok((await get(served.appFor(lead, routes()), BEHIND)).html.includes(inWords))
  const analyst = await served.worker('analyst')
  const { html } = await get(served.appFor(analyst, routes()), BEHIND)
  assert.match(html, /read by who leads quality and by the director/)
  assert.ok(!html.includes(inWords))
  const rows = async (who: typeof lead) =>
    await door.as(who, async ({ record }) => await record.selectFrom('kith.night_audit_standing').selectAll().execute())
  assert.deepEqual([(await rows(lead)).length, (await rows(analyst)).length], [1, 0])
  assert.equal(await count(`kith.night_standing where stands::text like '%audit\\_%'`), 0)
})

test('the index of the ledger holds what figures count, and nothing else', async () => {
  const [index] = await served.query<{ words: string }>(
    `select indexdef as words from pg_indexes where indexname = 'duty_counted'`,
  )
  assert.deepEqual(/\{([^}]*)\}/.exec(index?.words ?? '')?.[1]?.split(','), COUNTED_BASES)
})
