// Where we stand with what is to improve: numbers of a hand-made set, each opening the very children behind it; nobody else reads them; each look is logged.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Asking, writeParts } from '#database'
import { improvementRoutes } from '#improvement'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get } from './filling.ts'

let served: Served
let director: Browser
let children: readonly string[]
const text = (html: string): string =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const child = (at: number): string => children[at] ?? ''

type Row = Readonly<Record<string, unknown>>
/** Of the service, as an import brings them: rows of one table with their words. */
async function add(asking: Asking, table: string, rows: readonly (Row & { readonly words?: object })[]) {
  const ids = await asking.newIds(rows.length)
  const worded = rows.flatMap(({ words, child: of = null }, at) =>
    words === undefined
      ? []
      : [
          {
            record: ids[at] ?? '',
            child: of as string | null,
            text: writeParts(words as Record<string, string>) ?? '',
          },
        ],
  )
  const said = await asking.keepWords(worded)
  const { council, person: recorded_by } = asking.who
  await asking.insert(
    `kith.${table}` as 'kith.action',
    rows.map((row, at) => {
      const id = ids[at] ?? ''
      const columns = Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'words'))
      return { council, id, line: id, recorded_by, said: said.get(id) ?? null, ...columns } as never
    }),
  )
  return ids
}

async function makeRecord(asking: Asking, [worker, manager]: readonly [string, string]): Promise<void> {
  for (const whose of [child(0), child(1), child(2)])
    await served.query(
      `insert into kith.allocation (council, id, line, child, worker, role, during, recorded_by)
       select $1, i, i, $2, $3, 'allocated-worker', '[2026-10-01,)', $3 from (select kith.new_id() as i) x`,
      [asking.who.council, whose, worker],
    )
  const time = { kind: 'one to one', worker, supervisor: manager, minutes: 90, people: [] }
  const [first = '', last = ''] = await add(asking, 'supervision', [
    { ...time, held: '2027-02-01' },
    { ...time, held: '2027-03-15' },
  ])
  const full = { session: last, kind: 'full', held: '2027-03-15', worker, supervisor: manager, permanence: 'clear' }
  const [entry = '', other = ''] = await add(asking, 'supervision_entry', [
    { ...full, child: child(0), words: { life: 'Up early.', theirs: '“Me too.”' } },
    { ...full, child: child(1), words: { life: 'Up early.' } },
  ])
  const action = {
    owned_by: 'worker',
    owner: worker,
    due: '2027-03-20',
    origin: 'supervision',
    on_table: 'supervision_entry',
  }
  const words = { what: 'Ring', intended: 'Calm' }
  const [done = ''] = await add(asking, 'action', [
    { ...action, child: child(0), on_line: entry, words },
    { ...action, child: child(1), on_line: other, words },
  ])
  await add(asking, 'action_outcome', [{ child: child(0), action: done, outcome: 'done', happened: '2027-03-19' }])
  const signing = { session: first, answer: 'agreed', signed: '2027-02-02' }
  await add(asking, 'supervision_signature', [
    { ...signing, part: 'supervisor', signer: manager },
    { ...signing, part: 'worker', signer: worker },
  ])
  const auditor = (await served.worker(undefined)).person
  const [round = ''] = await add(asking, 'audit_round', [
    {
      kind: 'case',
      month: '2027-01-01',
      due: '2027-01-31',
      wanted: 2,
      strata: [],
      auditors: [auditor],
      scale: 'inspectorate',
      seed: 'one',
    },
  ])
  const drawn = { round, auditor, drawn: 'at random', stratum: 'all', due: '2027-01-31' }
  const [audit = ''] = await add(asking, 'practice_audit', [
    { ...drawn, child: child(3) },
    { ...drawn, child: child(4) },
  ])
  await add(asking, 'audit_grade', [{ child: child(3), audit, stage: 'first', grade: 'good', given: '2027-01-30' }])
  const of = { child: child(3), audit }
  const [finding] = await add(asking, 'audit_finding', [{ ...of, kind: 'to improve', tag: 'voice' }])
  const from = { on_table: 'audit_finding', on_line: finding, origin: 'audit', owned_by: 'worker' }
  const [promised] = await add(asking, 'action', [{ child: child(3), ...from, owner: worker, due: '2027-02-20' }])
  await add(asking, 'action_outcome', [{ child: child(3), action: promised, outcome: 'done', happened: '2027-02-10' }])
  await add(asking, 'action_verification', [
    { ...of, action: promised, result: 'verified', read: '2027-02-20', evidence: [] },
  ])
}

before(async () => {
  served = await servedCouncil('improvement')
  const rows = await served.query<{ child: string }>(
    `select child from kith.placement_current where during @> date '2027-03-31' and kind ~ '^U' order by child limit 6`,
  )
  children = rows.map((row) => row.child)
  await served.query(
    "update kith.placement_distance set miles = 3, metres = 4800, band = 'under 5 miles', inside = true, adjoining = null, missing = null",
  )
  await served.query(
    `update kith.placement_distance set miles = 31.4, metres = 50532, band = 'over 20 miles', inside = false, adjoining = false
     where child = any ($1) and placement in (select line from kith.placement_current where during @> date '2027-03-31')`,
    [[child(4), child(5)]],
  )
  const [worker, manager] = [await served.worker(undefined), await served.worker(undefined)]
  await served.door.asService(served.council.council, 'import', async (asking) => {
    await makeRecord(asking, [worker.person, manager.person])
  })
  director = served.appFor(await served.worker('director'), improvementRoutes())
})
after(async () => await served.close())

const HERE = '/improvement'
const idsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<th[^>]*scope="row"[\s\S]*?<\/th>/g)].flatMap(
    ([head]) => /href="\/children\/([0-9a-f-]{36})/.exec(head)?.[1] ?? [],
  )
test('each number of the hand-made set, and the very children behind it', async () => {
  const expected: readonly (readonly [string, string, string, readonly number[]])[] = [
    ['thought-about', '2 of 3: 67 %', 'yes', [0, 1]],
    ['thought-about', '2 of 3: 67 %', 'no', [2]],
    ['lived', '1 of 2: 50 %', 'yes', [0]],
    ['lived', '1 of 2: 50 %', 'no', [1]],
    ['plan-progress', 'None to count', 'unknown', [0, 1]],
    ['intended', '2 of 2: 100 %', 'yes', [0, 1]],
    ['answered', '1 of 2: 50 %', 'no', [1]],
    ['changed', '1 of 1: 100 %', 'yes', [0]],
    ['handed-in', '1 of 2: 50 %', 'yes', [3]],
    ['handed-in', '1 of 2: 50 %', 'no', [4]],
    ['verified', '1 of 1: 100 %', 'yes', [3]],
    ['far-why', '0 of 2: 0 %', 'no', [4, 5]],
    ['approved', '0 of 2: 0 %', 'no', [4, 5]],
  ]
  for (const [id, words, show, who] of expected) {
    const { status, html } = await get(director, `${HERE}/${id}?show=${show}&all=1`)
    assert.equal(status, 200, id)
    assert.match(text(html), new RegExp(words), id)
    assert.deepEqual([...new Set(idsIn(html))].toSorted(), who.map(child).toSorted(), `${id} ${show}`)
  }
  assert.match(
    text((await get(director, `${HERE}/signed`)).html),
    /1 of 2: 50 %[\s\S]*owed since Mon 22 Mar 2027 by the supervisor and the worker/,
  )
})

test('every number on the page opens as many as it says', async () => {
  const { status, html } = await get(director, HERE)
  assert.equal(status, 200)
  assert.match(text(html), /Wednesday 31 March 2027/)
  const links = [...html.matchAll(/<a href="(\/improvement\/[^"]*)">([\s\S]*?)<\/a>/g)]
  assert.ok(links.length >= 20, `only ${links.length} numbers`)
  for (const [, to = '', words = ''] of links) {
    const path = to.replaceAll('&amp;', '&')
    const behind = (await get(director, `${path}${path.includes('?') ? '&' : '?'}all=1`)).html
    const rows = [...behind.matchAll(/<th[^>]*scope="row"/g)].length
    assert.equal(rows, Number(/^\s*(\d+)/.exec(words)?.[1]), `${path}: ${words}`)
  }
})

test('each child who is shown is logged; what is asked wrongly shows all, what is not there is not found', async () => {
  const logged = await served.query(
    "select from kith.access_entry where what = 'read where we stand with them' and child = $1",
    [child(2)],
  )
  assert.ok(logged.length > 0)
  assert.equal((await get(director, `${HERE}/far?show=toString&group=__proto__&page=x&year=before`)).status, 200)
  for (const no of ['toString', 'nothing']) assert.equal((await get(director, `${HERE}/${no}`)).status, 404)
})

test('what the council has chosen of the rules is what is counted by', async () => {
  await served.query(
    `insert into kith.rule_choice (council, id, switch, choice, since, because, recorded_by)
     select $1, kith.new_id(), s, c, '2027-03-01', 'So decided.', $2 from (values ('supervisionSigned', '10'), ('childDiscussed', '2')) v (s, c)`,
    [served.council.council, served.who.person],
  )
  assert.match(text((await get(director, `${HERE}/signed`)).html), /1 of 1: 100 %/)
  assert.match(text((await get(director, `${HERE}/thought-about`)).html), /0 of 3: 0 %/)
})

test('who leads quality reads the same numbers, and behind those of audits alone; no name of a child whom they may not know', async () => {
  const lead = served.appFor(await served.worker('quality-lead'), improvementRoutes())
  const { status, html } = await get(lead, HERE)
  assert.equal(status, 200)
  const numbers = (page: string): readonly string[] => text(page).match(/\d+ of \d+: \d+/g) ?? []
  assert.ok(numbers(html).length > 10)
  assert.deepEqual(numbers(html), numbers((await get(director, HERE)).html))
  const links = [...html.matchAll(/<a href="\/improvement\/([^"?]*)/g)].map(([, id = '']) => id)
  assert.ok(links.length > 0)
  for (const id of links) assert.equal((await get(lead, `${HERE}/${id}`)).status, 200, id)
  for (const id of ['thought-about', 'verified', 'signed', 'far', 'far-why', 'moves-planned', 'toString', 'nothing']) {
    assert.ok(!links.includes(id), id)
    assert.equal((await get(lead, `${HERE}/${id}`)).status, 404, id)
  }
  assert.match(text((await get(lead, `${HERE}/handed-in?all=1`)).html), /A child whose name you may not see/)
})

test('figures of a round’s children before it was drawn and after, against the rest; each number opens as many as it says', async () => {
  const [round] = await served.query<{ line: string }>('select line from kith.audit_round_current')
  const at = `${HERE}/rounds/${round?.line}`
  assert.match(text((await get(director, at)).html), /The round is not drawn/)
  await served.query(
    `update kith.audit_round set drawn = '2027-01-04', frame = 6, lately = 0, nobody = 0, fingerprint = '00000000'`,
  )
  assert.match(text((await get(director, at)).html), /There are no figures yet for Monday 29 March 2027/)
  const figure = 'dental_pct'
  for (const night of ['2027-01-03', '2027-02-01', '2027-03-30'])
    await served.query(
      `insert into kith.night_figure (council, day, indicator, version, since, above, below, value, unknown, made)
       values ($1, $2, $3, 1, $2::date - 364, 1, 2, 50, 0, $2)`,
      [served.council.council, night, figure],
    )
  const stood: readonly (readonly [number, string, string])[] = [
    ...([0, 1, 2, 5] as const).map((who) => [who, '2027-01-03', who === 0 ? 'a' : 'b'] as const),
    ...[[3, '2027-01-03', 'b'] as const, [4, '2027-01-03', 'when they were seen'] as const],
    ...[[3, '2027-02-01', 'a'] as const, [4, '2027-02-01', 'b'] as const, [1, '2027-03-30', 'a'] as const],
  ]
  for (const [who, night, how] of stood)
    await served.query('insert into kith.night_standing (council, child, day, stands) values ($1, $2, $3, $4)', [
      ...[served.council.council, child(who), night, JSON.stringify({ [figure]: how, cla_count: 'a' })],
    ])
  const shown = async (weeks: number) => (await get(director, `${at}?weeks=${weeks}`)).html
  const four = text(await shown(4))
  assert.match(four, /Children of the round 2 .*0 of 1: 0 % .* 1 of 2: 50 % .* Too few to tell/)
  assert.match(four, /The rest 4 .*1 of 4: 25 % .* 1 of 4: 25 % .* Too few to tell/)
  const lead = served.appFor(await served.worker('quality-lead'), improvementRoutes())
  const links = [...(await shown(4)).matchAll(/<a href="(\/improvement\/rounds\/[^"]*whose[^"]*)">([^<]*)/g)]
  assert.equal(links.length, 4)
  for (const [, to = '', words = ''] of links) {
    const behind = (await get(lead, to.replaceAll('&amp;', '&'))).html
    const known = [...behind.matchAll(/<th[^>]*scope="row"/g)].length - (behind.match(/Not known: /g) ?? []).length
    assert.equal(known, Number(/of (\d+)/.exec(words)?.[1]), `${to}: ${words}`)
  }
  for (const no of ['cla_count', 'toString', 'none'])
    assert.equal((await get(director, `${at}/${no}?weeks=4`)).status, 404)
  assert.equal((await get(director, `${HERE}/rounds/${'-'.repeat(36)}`)).status, 404)
  for (const relation of ['manager-line', 'auditor', 'analyst', 'member', 'allocated-worker']) {
    const somebody = served.appFor(await served.worker(relation, child(0)), improvementRoutes())
    for (const path of [at, `${at}/${figure}`]) assert.equal((await get(somebody, path)).status, 403, relation)
  }
})

test('not for those who do not answer for a service', async () => {
  for (const relation of ['auditor', 'analyst', 'member', 'placement-team', 'allocated-worker']) {
    const somebody = served.appFor(await served.worker(relation, child(0)), improvementRoutes())
    for (const path of [HERE, `${HERE}/far`])
      assert.equal((await get(somebody, path)).status, 403, `${relation} ${path}`)
  }
})
