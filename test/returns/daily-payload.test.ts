// The daily payload: held to the published schema, sent to a server on this machine, retried with care, and told again only where it changed.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { day } from '#calendar'
import { recordFirst, retract } from '#database'
import { type Answer, type Sender, sendAll } from '../../src/daily-payload/batches.ts'
import { changesSince, type Sent, type ToSend, tooManyToRemove } from '../../src/daily-payload/changes.ts'
import { sendToDepartment } from '../../src/daily-payload/jobs.ts'
import { type Body, departmentsIdOf, type Told } from '../../src/daily-payload/payload.ts'
import { keepReceipts, sendings } from '../../src/daily-payload/store.ts'
import { makeChildren } from '../../src/imports/store.ts'
import { type TestCouncil, testCouncil } from '../../src/imports/test-council.ts'
import { departmentAt } from '../../src/worker.ts'

const spec = join(import.meta.dirname, '../../../shared/specs/dfe-csc-api-openapi-1.0.1.json')
const skip = existsSync(spec) ? false : `no ${spec}`
const TODAY = day('2027-03-31')
const RETURN = join(import.meta.dirname, '../../src/demonstration/return')

function schema(): ValidateFunction {
  const { components } = JSON.parse(readFileSync(spec, 'utf8'))
  const { example: _, ...items } = components.schemas.CSC.items
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats.default(ajv)
  return ajv.compile({ ...components.schemas.CSC, items })
}

describe('what is sent', () => {
  const told = (child: string, parts: readonly string[], more: Body = {}): Told => ({
    ...{ child, sentAs: child.toUpperCase(), parts },
    body: { la_child_id: child.toUpperCase(), social_care_episodes: episodes(parts), ...more },
  })
  const episodes = (parts: readonly string[]): readonly Body[] =>
    [...Map.groupBy(parts, (part) => part.split('/')[0] ?? '')].map(([id, own]) => ({
      social_care_episode_id: id,
      child_looked_after_placements: own.map((part) => ({ child_looked_after_placement_id: part.split('/')[1] ?? '' })),
    }))
  const named = (all: readonly Told[], sent: readonly Sent[]) => changesSince({ all, unnamed: [] }, sent)
  const asSent = (sending: readonly ToSend[]): readonly Sent[] => sending.filter(({ removed }) => !removed)

  test('new, the same, changed, gone; and inside a child an episode and a placement that are gone', () => {
    const first = named([told('a', ['e1/p1', 'e1/p2', 'e2/p3']), told('b', [])], [])
    assert.deepEqual([first.send.length, first.same], [2, 0])
    const again = named([told('a', ['e1/p1', 'e1/p2', 'e2/p3']), told('b', [])], asSent(first.send))
    assert.deepEqual([again.send.length, again.same], [0, 2])
    const { send } = named([told('a', ['e1/p1'])], asSent(first.send))
    assert.deepEqual(
      send.map(({ body }) => body),
      [
        { la_child_id: 'B', purge: true },
        {
          la_child_id: 'A',
          social_care_episodes: [
            {
              social_care_episode_id: 'e1',
              child_looked_after_placements: [
                { child_looked_after_placement_id: 'p1' },
                { child_looked_after_placement_id: 'p2', purge: true },
              ],
            },
            { social_care_episode_id: 'e2', purge: true },
          ],
        },
      ],
    )
    assert.deepEqual(named([told('a', ['e1/p1'])], asSent(send)), { send: [], same: 1 })
  })

  test('a child under another id is removed under the old one, unless somebody else has it now', () => {
    const before = asSent(named([told('a', []), told('b', [])], []).send)
    const renamed = { ...told('a', []), sentAs: 'Z', body: { la_child_id: 'Z' } }
    assert.deepEqual(
      named([renamed, told('b', [])], before).send.map(({ body }) => body),
      [{ la_child_id: 'A', purge: true }, { la_child_id: 'Z' }],
    )
    const taken = { ...told('b', []), sentAs: 'A', body: { la_child_id: 'A' } }
    assert.deepEqual(
      named([taken], before).send.map(({ body }) => body),
      [{ la_child_id: 'B', purge: true }, { la_child_id: 'A' }],
    )
  })

  test('a child who has no id now stays as they are there; one who is gone does not', () => {
    const before = asSent(named([told('a', []), told('b', [])], []).send)
    assert.deepEqual(
      changesSince({ all: [], unnamed: ['a'] }, before).send.map(({ body }) => body),
      [{ la_child_id: 'B', purge: true }],
    )
  })

  test('more than ten and more than a tenth are too many to remove', () => {
    const sent = (count: number) =>
      asSent(
        named(
          Array.from({ length: count }, (_, at) => told(`c${at}`, [])),
          [],
        ).send,
      )
    const tooMany = (of: number, gone: number): boolean => {
      const before = sent(of)
      const left = before.slice(gone).map(({ child }) => told(child, []))
      return tooManyToRemove(named(left, before), before)
    }
    const cases: [number, number][] = [
      [10, 10],
      [11, 11],
      [110, 11],
      [109, 11],
      [1000, 100],
      [1000, 101],
    ]
    assert.deepEqual(
      cases.map(([of, gone]) => tooMany(of, gone)),
      [false, true, false, true, false, true],
    )
  })
})

test('an id that the Department does not take is none: letters and figures, twenty at most', () => {
  const known = (value: string) => {
    const version = { id: '', line: '', source: null, recordedBy: '', recorded: '' }
    const columns = { issuer: 'ssda903', value }
    return {
      child: 'x',
      held: [{ table: 'child_identifier' as const, ...version, columns }],
      more: [],
      distances: new Map(),
      hidden: new Set<string>(),
    }
  }
  for (const value of ['A1', 'a', '12345678901234567890']) assert.equal(departmentsIdOf(known(value)), value)
  for (const value of ['A-1', 'A 1', '', '123456789012345678901', '=1'])
    assert.equal(departmentsIdOf(known(value)), undefined)
})

describe('sending with care', () => {
  const child = (n: number): ToSend => ({
    ...{ child: `c${n}`, sentAs: `C${n}`, hash: '', parts: [], removed: false },
    body: { la_child_id: `C${n}` },
  })
  async function against(count: number, answer: (ids: readonly string[], turn: number) => Partial<Answer> | undefined) {
    const [waits, batches, got]: [number[], number[], string[]] = [[], [], []]
    let turn = 0
    const sender: Sender = {
      wait: async (seconds) => void (await Promise.resolve(waits.push(seconds))),
      received: async (batch) => void (await Promise.resolve(got.push(...batch.map(({ sentAs }) => sentAs)))),
      post: async (body) => {
        const ids = (JSON.parse(body) as { la_child_id: string }[]).map((one) => one.la_child_id)
        batches.push(ids.length)
        turn += 1
        const given = answer(ids, turn)
        return await Promise.resolve(given && { status: 200, receipt: undefined, waitSeconds: undefined, ...given })
      },
    }
    const sending = await sendAll(
      Array.from({ length: count }, (_, n) => child(n)),
      sender,
    )
    return { sending, waits, batches, got }
  }

  test('a hundred at a time', async () => {
    const { batches, sending } = await against(230, () => ({}))
    assert.deepEqual([batches, sending.received], [[100, 100, 30], 230])
  })
  test('waits as long as it is asked to, else longer each time, and stops after the third', async () => {
    const asked = await against(1, (_, turn) => (turn === 1 ? { status: 429, waitSeconds: 7 } : {}))
    assert.deepEqual([asked.waits, asked.sending.received], [[7], 1])
    const silent = await against(150, () => undefined)
    assert.deepEqual([silent.waits, silent.sending.stopped, silent.batches.length], [[2, 10, 60], 'no answer', 4])
    const broken = await against(1, () => ({ status: 503 }))
    assert.equal(broken.sending.stopped, '503')
  })
  test('one child whom they refuse is found, and all others are received', async () => {
    const { sending, got } = await against(120, (ids) => (ids.includes('C37') ? { status: 400 } : {}))
    assert.deepEqual([sending.refused, sending.received, got.length, sending.stopped], [['c37'], 119, 119, undefined])
  })
  test('where nobody is let in it stops at once, and follows no redirect', async () => {
    for (const status of [401, 403, 404, 302]) {
      const { sending, batches } = await against(150, () => ({ status }))
      assert.deepEqual([sending.stopped, batches.length], [String(status), 1])
    }
  })
})

describe('a council', () => {
  let kith: TestCouncil
  let server: Server
  let at = ''
  const got: { path: string; authorization: string | undefined; body: Body[] }[] = []
  let answer: (ids: readonly unknown[]) => number = () => 200
  before(async () => {
    kith = await testCouncil()
    await kith.take(join(RETURN, 'this_year'), join(RETURN, 'last_year'))
    server = createServer((request, response) => {
      let text = ''
      request.on('data', (chunk: Buffer) => (text += chunk.toString()))
      request.on('end', () => {
        const body: Body[] = JSON.parse(text)
        got.push({ path: request.url ?? '', authorization: request.headers.authorization, body })
        response.statusCode = answer(body.map((one) => one.la_child_id))
        response.setHeader('content-type', 'application/json')
        response.end('"0197f0a0-0000-7000-8000-00000000000a"')
      })
    })
    await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    at = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/api`
  })
  after(async () => {
    server.close()
    server.closeAllConnections()
    await kith.close()
  })
  const send = async (removals?: number) => {
    got.length = 0
    const department = departmentAt({ url: new URL(at), laCode: '874', authorization: 'Bearer of a test' })
    const given = { council: kith.council, today: TODAY, service: 'command line', removals } as const
    return await sendToDepartment(kith.door, given, { ...department, wait: async () => await Promise.resolve() })
  }
  const childOf = async (code: string): Promise<string> =>
    String((await kith.query('select child from kith.child_identifier where value = $1', [code]))[0]?.child)

  test('is sent whole, each batch as the schema wants it; then nothing; then who changed', { skip }, async () => {
    const valid = schema()
    assert.equal(valid([{ la_child_id: 'A B' }]), false, 'the schema refuses what it should')
    const sent = await send()
    const inYear = new Set(
      readFileSync(join(RETURN, 'this_year', 'episodes.csv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split(',')[0]),
    )
    assert.deepEqual(
      [sent?.outcome, sent?.asked, sent?.received, sent?.unnamed],
      ['all received', inYear.size, inYear.size, 0],
    )
    for (const { path, authorization, body } of got) {
      assert.deepEqual([path, authorization], ['/api/children_social_care_data/874/children', 'Bearer of a test'])
      assert.ok(valid(body), JSON.stringify(valid.errors?.slice(0, 3)))
    }
    const placements = got
      .flatMap(({ body }) => body)
      .flatMap((one) => JSON.stringify(one).match(/child_looked_after_placement_id/g) ?? [])
    assert.ok(placements.length > 300)
    const again = await send()
    assert.deepEqual([again?.asked, again?.same, got.length], [0, sent?.asked, 0])

    const code = String(
      sent && (await kith.query('select sent_as from kith.department_receipt order by sent_as limit 1'))[0]?.sent_as,
    )
    const child = await childOf(code)
    await kith.door.asService(kith.council, 'command line', async (asking) => {
      await recordFirst(asking, 'kith.child_name', { child, columns: { kind: 'given' }, words: 'Oda' })
    })
    const changed = await send()
    assert.deepEqual([changed?.asked, changed?.received], [1, 1])
    assert.ok(valid(got[0]?.body))
    assert.match(JSON.stringify(got[0]?.body), /"first_name":"Oda"/)
  })

  test('whoever was brought in by mistake is removed there, and what was refused is sent again', async () => {
    const [{ sent_as: code, child } = { sent_as: '', child: '' }] = await kith.query(
      'select sent_as, child from kith.department_receipt order by sent_as desc limit 1',
    )
    await kith.door.asService(kith.council, 'command line', async (asking) => {
      const periods = await asking.record
        .selectFrom('kith.care_period_current')
        .select('id')
        .where('child', '=', String(child))
        .execute()
      for (const { id } of periods)
        await retract(asking, 'kith.care_period', { id: String(id), reason: 'Another child.' })
    })
    answer = () => 400
    const refused = await send()
    assert.deepEqual([refused?.outcome, refused?.refusedChildren], ['some refused', [child]])
    answer = () => 200
    const removed = await send()
    assert.deepEqual([removed?.received, removed?.removed, got[0]?.body], [1, 1, [{ la_child_id: code, purge: true }]])
    assert.equal((await send())?.asked, 0)
  })

  test('nobody else sends meanwhile, and no transaction is held open while it waits', async () => {
    const given = { council: kith.council, today: TODAY, service: 'command line' } as const
    const turns: unknown[] = []
    const department = {
      host: 'localhost',
      wait: async () => await Promise.resolve(),
      post: async () => {
        turns.push(await sendToDepartment(kith.door, given, department))
        turns.push(
          (
            await kith.query(
              `select count(*)::int as n from pg_stat_activity where state like 'idle in transaction%' and datname = current_database()`,
            )
          )[0]?.n,
        )
        return await Promise.resolve({ status: 503, receipt: undefined, waitSeconds: undefined })
      },
    }
    const [{ child } = { child: '' }] = await kith.query(
      'select child from kith.department_receipt where not removed order by sent_as limit 1',
    )
    await kith.door.asService(kith.council, 'command line', async (asking) => {
      await recordFirst(asking, 'kith.child_name', {
        child: String(child),
        columns: { kind: 'family' },
        words: 'Oda',
      })
    })
    await sendToDepartment(kith.door, given, department)
    assert.deepEqual(turns.slice(0, 2), [undefined, 0])
  })

  test('where too many would be removed there, nothing is sent and the record says so, unless their number is given', async () => {
    const [{ source } = { source: '' }] = await kith.query('select source from kith.child limit 1')
    const gone = await kith.door.asService(kith.council, 'command line', async (asking) => {
      const ids = await asking.newIds(60)
      await makeChildren(asking, ids, String(source))
      const sent = { hash: '0'.repeat(64), parts: [], body: {}, removed: false }
      await keepReceipts(
        asking,
        ids.map((child, at) => ({ child, sentAs: `Gone${at}`, ...sent })),
        undefined,
      )
      return ids.length
    })
    answer = () => 200
    const refused = await send(gone - 1)
    assert.deepEqual([refused?.stopped_by, refused?.removals, got.length], ['too many to remove', gone, 0])
    const [kept] = await kith.door.asService(kith.council, 'command line', sendings)
    assert.deepEqual([kept?.outcome, kept?.stopped_by], ['stopped', 'too many to remove'])
    assert.equal((await send(gone))?.removed, gone)
  })

  test('what was sent, when and the answer are kept, and no word of a child; nobody but the service reads receipts', async () => {
    answer = () => 503
    await kith.door.asService(kith.council, 'command line', async (asking) => {
      const { child } = await asking.record
        .selectFrom('kith.placement_current')
        .select('child')
        .orderBy('child')
        .limit(1)
        .executeTakeFirstOrThrow()
      await recordFirst(asking, 'kith.child_name', { child, columns: { kind: 'family' }, words: 'Testname' })
    })
    assert.deepEqual([(await send())?.outcome, got.length], ['stopped', 4])
    const all = await kith.door.asService(kith.council, 'command line', sendings)
    assert.deepEqual([all[0]?.stopped_by, all[0]?.host], ['503', new URL(at).host])
    const everything =
      JSON.stringify(await kith.query('select * from kith.department_receipt, kith.department_sending')) +
      JSON.stringify(await kith.query(`select what, subject from kith.access_entry`))
    for (const word of ['Testname', 'Oda']) assert.ok(!everything.includes(word))
    const logged = await kith.query(
      `select distinct what from kith.access_entry where what like '%Department%' or what like '%department%' order by 1`,
    )
    assert.deepEqual(
      logged.map(({ what }) => what),
      ['read for what the Department is told', 'recorded department_receipt', 'recorded department_sending'],
    )
  })
})
