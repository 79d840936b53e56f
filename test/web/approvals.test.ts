// Approvals of homes asked for and decided; reasons why a child was not spoken with alone: each followed by the clock; and who may not.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { day } from '#calendar'
import { careEventForms, careEventRoutes } from '#care-events'
import { childRoutes } from '#child-pages'
import { changeFrom, recordFirst, retract, type Who } from '#database'
import { askApproval } from '#decisions'
import { formRoutes } from '#forms'
import { inTrayForms, inTrayRoutes } from '#in-tray'
import { partsOf } from '#plan-kinds'
import { beginPlan, carePlanForms, editionById, latestParts, planRoutes, savePlan, sendForApproval } from '#plans'
import { visitForms } from '#visits/pages'
import type { Route } from '#web'
import { writingForms, writingRoutes } from '#writing'
import { type CareCouncil, careCouncil } from './care-served.ts'
import { get, send } from './form-posting.ts'

const forms = () => [...careEventForms, ...inTrayForms, ...writingForms, ...visitForms, ...carePlanForms]
const routes = (): readonly Route[] => [
  ...[...childRoutes(), ...careEventRoutes(), ...inTrayRoutes(), ...writingRoutes(), ...planRoutes()],
  ...formRoutes(forms(), async () => new Map()),
]
let council: CareCouncil
let director: Who
before(async () => {
  council = await careCouncil('approvals_web', routes)
  director = await council.served.worker('director')
})
after(async () => await council?.served.close())

type Request = { line: string; kind: string; of_person: string | null; on_table: string }
const requests = async (child: string) =>
  await council.standing<Request>('approval_request', child, 'line, kind, of_person, on_table')

describe('an approval of a home', () => {
  const WHY = { for: 'ahead', why: 'Her aunt lives there. We looked at two homes nearer.', by_when: '10 Apr' }
  test('asked of a named director, who decides; the home says so, and whoever asked does not decide', async () => {
    const child = await council.childInCare()
    const ana = council.as(council.ana)
    const form = (await get(ana, `/children/${child}/approvals/ask`)).html
    assert.match(form, new RegExp(`value="${director.person}"`))
    assert.doesNotMatch(form, new RegExp(`value="${council.ana.person}"`), 'not the asker')
    const asked = { ...WHY, kind: 'placement at a distance', decider: director.person }
    const sent = await send(ana, `/children/${child}/approvals/ask`, asked)
    assert.deepEqual([sent.status, sent.to.split('?')[0]], [303, `/children/${child}/where`], sent.html)
    const [request] = await requests(child)
    assert.deepEqual([request?.of_person, request?.on_table], [director.person, 'care_period'])
    assert.match((await get(ana, `/children/${child}/where`)).html, /Waits for/)
    const answer = `/children/${child}/approvals/${request?.line}/answer`
    const own = await send(ana, answer, { answer: 'approved', reasons: 'Mine.' })
    assert.deepEqual([own.status, /Somebody else has to answer/.test(own.html)], [422, true])
    const wrong = await send(council.as(council.manager), answer, { answer: 'approved', reasons: 'Fine.' })
    assert.deepEqual([wrong.status, /not yours to answer/.test(wrong.html)], [422, true])
    assert.match((await get(council.as(director), '/approvals')).html, /placement at a distance/)
    const given = { answer: 'approved with conditions', conditions: 'She sees her sister weekly.', reasons: 'Kin.' }
    assert.equal((await send(council.as(director), answer, given)).status, 303)
    const where = (await get(ana, `/children/${child}/where`)).html
    assert.match(where, /Approved with conditions by/)
    assert.match((await get(ana, `/children/${child}/requests/${request?.line}`)).html, /She sees her sister weekly/)
  })

  test('what cannot be asked is said; the same is not asked twice', async () => {
    const child = await council.childInCare()
    const ana = council.as(council.ana)
    const path = `/children/${child}/approvals/ask`
    const [home] = await council.standing<{ line: string }>('placement', child, 'line')
    const cases = [
      [{ kind: '' }, /Say what is to be approved/],
      [{ kind: 'placement at a distance', why: '' }, /Say why this needs them/],
      [{ kind: 'placement at a distance', decider: council.manager.person }, /They may not decide this/],
      [{ kind: 'placement at a distance', by_when: '1 Mar 2027' }, /cannot be needed before today/],
      [{ kind: 'leaving care', for: home?.line ?? '' }, /about no one home/],
      [{ kind: 'permission' }, /Say what is to be approved/],
    ] as const
    for (const [more, says] of cases) {
      const sent = await send(ana, path, { ...WHY, ...more })
      assert.equal(sent.status, 422, String(says))
      assert.match(sent.html, says)
    }
    assert.deepEqual(await requests(child), [])
    const once = { ...WHY, kind: 'placement outside the area' }
    assert.equal((await send(ana, path, once)).status, 303)
    assert.match((await send(ana, path, once)).html, /asked already/)
    const other = council.as(await council.served.worker('health-team', child))
    assert.notEqual((await get(other, path)).status, 200)
  })

  test('given before the child moves out of the area, it meets the duty of the home that begins then', async () => {
    const child = await council.childInCare()
    const asked = { ...WHY, kind: 'placement at a distance', decider: '' }
    assert.equal((await send(council.as(council.ana), `/children/${child}/approvals/ask`, asked)).status, 303)
    const [request] = await requests(child)
    const answer = `/children/${child}/approvals/${request?.line}/answer`
    assert.equal((await send(council.as(director), answer, { answer: 'approved', reasons: 'Kin.' })).status, 303)
    const move = { since: '31 Mar 2027', home_kind: 'K2', how_it_came: 'planned', why: 'CARPL', who_may_know: 'all' }
    const moved = await send(council.as(council.ana), `/children/${child}/homes/record`, {
      ...move,
      place_postcode: 'LS1 4AP',
    })
    assert.equal(moved.status, 303, moved.html)
    const homes = await council.standing<{ line: string }>('placement', child, 'line')
    const line = homes.at(-1)?.line
    // Measured at night: here, by hand, far away.
    await council.served.query(
      `insert into kith.placement_distance (council, placement, child, metres, miles, band, inside, adjoining, edition, recorded_by)
       values ($1, $2, $3, 90000, 56, 'over 50 miles', false, false, 'test', $4)
       on conflict (council, placement) do update set inside = false, adjoining = false, missing = null`,
      [council.served.council.council, line, child, council.ana.person],
    )
    // Any change of the child counts its duties anew.
    await send(council.as(council.ana), `/children/${child}/nights/record`, { night: 'at home', since: '31 Mar 2027' })
    const found = await council.served.query<{ standing: string }>(
      `select standing from kith.duty where child = $1 and basis = 'PL-02/director' and occurrence = $2`,
      [child, line],
    )
    assert.deepEqual(found, [{ standing: 'doneOnTime' }])
  })
})

describe('an answer on paper, of somebody who does not use Kith', () => {
  const paper = {
    ...{ answer: 'approved', by: 'Ruth Okafor', office: 'director of children’s services', given: '25 Mar 2027' },
    ...{ kept: 'Room 4', reasons: 'She knows her aunt well.' },
  }
  const asked = async () => {
    const child = await council.childInCare()
    const ask = { for: 'ahead', why: 'Her aunt.', by_when: '', kind: 'placement at a distance', decider: '' }
    assert.equal((await send(council.as(council.ana), `/children/${child}/approvals/ask`, ask)).status, 303)
    const [request] = await requests(child)
    return { child, line: request?.line ?? '', at: `/children/${child}/approvals/${request?.line}/on-paper` }
  }
  /** As if its file had been put there. */
  const scanOf = async (child: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> =>
    await council.served.door.as(council.ana, async (asking) => {
      const columns = { kind: 'letter', from_whom: 'our council', terms: 'own', ...more }
      const words = JSON.stringify({ title: 'The signed approval' })
      return (await recordFirst(asking, 'kith.document', { child, columns, words })).line
    })

  test('read by the manager, who did not ask: it stands as given on paper, on its day, and nobody answers again', async () => {
    const { child, line, at } = await asked()
    const wrong = await send(council.as(council.manager), at, { ...paper, by: '', given: '5 Apr 2027', kept: '' })
    assert.equal(wrong.status, 422)
    for (const says of [
      'Write the name of who gave it',
      'given after today',
      'where the paper is kept',
      'knows her aunt',
    ])
      assert.ok(wrong.html.includes(says), says)
    assert.equal((await send(council.as(council.manager), at, paper)).status, 303)
    const { html } = await get(council.as(council.ana), `/children/${child}/requests/${line}`)
    assert.match(html, /Approved by Ruth Okafor \(director of children’s services\) on paper, written down by/)
    assert.match(html, /Given on Thu 25 Mar 2027[\s\S]*Room 4/)
    const [row] = await council.standing<Record<string, unknown>>('approval_answer', child, 'answered::text, on_paper')
    assert.deepEqual(row, { answered: '2027-03-25', on_paper: true })
    assert.match(
      (await send(council.as(director), at.replace('on-paper', 'answer'), { answer: 'refused', reasons: 'No.' })).html,
      /answered already/,
    )
  })

  test('who asked writes nothing down, nor gave it; the paper is one of this child', async () => {
    const { child, at } = await asked()
    assert.notEqual((await get(council.as(council.ana), at)).status, 200)
    const manager = council.as(council.manager)
    const [me] = await council.served.query<{ name: string }>('select name from kith.worker where id = $1', [
      council.ana.person,
    ])
    assert.match((await send(manager, at, { ...paper, by: me?.name ?? '' })).html, /Whoever asked cannot have given it/)
    const other = await council.childInCare()
    assert.match(
      (await send(manager, at, { ...paper, document: await scanOf(other) })).html,
      /Choose a document of this child/,
    )
    const kept = await scanOf(child, {
      audience: ['allocated-worker', 'manager-line'],
      audience_because: 'safety of the child',
    })
    assert.ok(!(await get(manager, at)).html.includes(kept), 'one that few may read is no paper for others')
    const years = await send(manager, at, { ...paper, given: '25 Mar 1997' })
    assert.match(years.html, /more than a year before this child was born/)
    assert.equal((await send(manager, at, { ...paper, document: await scanOf(child) })).status, 303)
  })

  test('the database lets nobody write one who asked, who wrote what it is about, or has no part; nor one that sends back, nor the paper be taken back', async () => {
    const { child, line } = await asked()
    type More = {
      readonly request?: string | undefined
      readonly on_paper?: boolean
      readonly paper_document?: string
      readonly answer?: string
    }
    const write = async (who: Who, more: More) =>
      await council.served.door.as(who, async (asking) => {
        const columns = {
          answer: 'approved',
          answered: day('2027-03-25'),
          on_paper: true,
          ...more,
          request: more.request ?? line,
        }
        await recordFirst(asking, 'kith.approval_answer', { child, columns, words: 'x' })
      })
    const nobody = await council.served.worker('co-worker', child)
    await assert.rejects(write(council.ana, { paper_document: await scanOf(child) }), { kind: 'not allowed' })
    await assert.rejects(write(council.ana, { on_paper: false }), { kind: 'not allowed' })
    await assert.rejects(write(nobody, { paper_document: await scanOf(child) }), { kind: 'not allowed' })
    await assert.rejects(write(council.manager, { paper_document: await scanOf(await council.childInCare()) }), {
      kind: 'not allowed',
    })
    assert.notEqual((await get(council.as(nobody), `/children/${child}/approvals/${line}/on-paper`)).status, 200)
    await assert.rejects(write(council.manager, { paper_document: await scanOf(child), answer: 'sent back' }))
    // The manager wrote where the child lives, so that what is asked of it is their own too.
    const [home] = await council.standing<{ line: string }>('placement', child, 'line')
    const typed = {
      ...{ kind: 'placement at a distance', on: { table: 'placement', line: home?.line ?? '' }, ofRelation: null },
      ...{ ofPerson: null, byWhen: '', why: 'Her aunt.', view: null, askedBefore: null, whoMayKnow: null },
    } as const
    const about = await council.served.door.as(
      council.ana,
      async (asking) => await askApproval(asking, child, { typed, today: day('2027-03-31') }),
    )
    assert.ok('ok' in about, JSON.stringify(about))
    const ofHome = (
      await council.standing<{ line: string; on_table: string }>('approval_request', child, 'line, on_table')
    ).find(({ on_table }) => on_table === 'placement')?.line
    await assert.rejects(write(council.manager, { request: ofHome }), { kind: 'not allowed' })
    await write(director, { request: ofHome })
    const scan = await scanOf(child)
    await write(council.manager, { paper_document: scan })
    await assert.rejects(
      council.served.door.as(
        council.ana,
        async (asking) => await retract(asking, 'kith.document', { id: scan, reason: 'The wrong one.' }),
      ),
      { constraint: 'an_answer_stands_on_this_paper' },
    )
  })
})

describe('a plan that was agreed on paper', () => {
  const paper = {
    ...{ by: 'Ruth Okafor', office: 'head of fostering', given: '20 Mar 2027', kept: 'Room 4' },
    reasons: 'Agreed with the carers.',
  }
  const WRITTEN = partsOf('placement plan').flatMap(({ part, needed, fields }) =>
    fields === undefined
      ? needed === 'always'
        ? [part]
        : []
      : Object.keys(fields).map((field) => `${part}/1/${field}`),
  )
  /** Written and sent by Ana, with the child in a home since before. */
  const sent = async () => {
    const child = await council.childInCare()
    const [home] = await council.standing<{ line: string }>('placement', child, 'line')
    const { edition, versions } = await council.served.door.as(council.ana, async (asking) => {
      // Another plan was ready on the day, so that nobody has to say why this one came late.
      const columns = { placement: home?.line ?? '', prepared: day('2027-01-29') }
      await recordFirst(asking, 'kith.placement_plan', { child, columns })
      const begun = await beginPlan(asking, child, 'placement plan')
      assert.ok('ok' in begun, JSON.stringify(begun))
      const saves = WRITTEN.map((part) => ({ part, read: 0, text: 'Her carers decide.' }))
      assert.ok('ok' in (await savePlan(asking, begun.ok.edition, saves)))
      const done = await sendForApproval(asking, begun.ok.edition)
      assert.ok('ok' in done, JSON.stringify(done))
      return { edition: begun.ok.edition, versions: (await latestParts(asking, begun.ok.plan)).map(({ id }) => id) }
    })
    return { child, edition, versions, at: `/children/${child}/plan/${edition}/on-paper` }
  }
  const counted = async (child: string) =>
    await council.served.door.as(council.ana, async ({ record }) => {
      const { rows } = await sql<{ standing: string; done: string | null }>`
        select standing, done::text from kith.duty where child = ${child} and basis = 'PL-22'`.execute(record)
      return rows
    })

  test('a second person writes it down: agreed on the day of the paper, which is what the clock counts', async () => {
    const { child, edition, versions, at } = await sent()
    const manager = council.as(council.manager)
    const [ana] = await council.served.query<{ name: string }>('select name from kith.worker where id = $1', [
      council.ana.person,
    ])
    assert.notEqual((await get(council.as(council.ana), at)).status, 200, 'not who wrote and sent it')
    const nobody = council.as(await council.served.worker('co-worker', child))
    assert.notEqual((await get(nobody, at)).status, 200)
    const wrong = await send(manager, at, { ...paper, by: ana?.name ?? '', given: '5 Apr 2027', kept: '' })
    assert.equal(wrong.status, 422)
    for (const says of ['Whoever asked cannot', 'given after today', 'where the paper is kept', 'with the carers'])
      assert.ok(wrong.html.includes(says), says)
    const stale = await send(manager, at, { ...paper, versions: versions.slice(1) })
    assert.match(stale.html, /Somebody changed the plan after you opened it/)
    assert.equal((await send(manager, at, { ...paper, versions })).status, 303)
    const read = (await get(manager, `/children/${child}/plan/read?edition=${edition}`)).html
    assert.match(read, /agreed Sat 20 Mar 2027 on paper, written down by/)
    assert.match(read, /Ruth Okafor \(head of fostering\)/)
    assert.match((await send(manager, at, { ...paper, versions })).html, /This edition is approved/)
    assert.deepEqual(await counted(child), [{ standing: 'doneOnTime', done: '2027-03-20' }])
    // Known since the moment of writing: as the record was known before it, nothing had been agreed.
    const decides = async (at: string) =>
      (
        await council.served.query<{ said: string }>(
          `select json_typeof(k.facts -> 'delegated') as said
           from kith.plan_state s, kith.facts_known(s.council, array[s.child], ${at}) k where s.edition = $1 and s.on_paper`,
          [edition],
        )
      ).map(({ said }) => said)
    assert.deepEqual(
      [await decides('s.recorded'), await decides(`s.recorded - interval '1 second'`)],
      [['array'], ['null']],
    )
  })

  test('the database lets nobody write one who wrote or sent it or has no part, and holds it as every approval', async () => {
    const { child, edition } = await sent()
    type More = Readonly<Record<string, unknown>>
    const write = async (who: Who, more: More = {}) =>
      await council.served.door.as(who, async (asking) => {
        const found = await editionById(asking, edition)
        const versions = (await latestParts(asking, found?.plan ?? '')).map(({ id }) => id)
        const step = { state: 'approved', versions, on_paper: true, agreed: '2027-03-20', paper_document: null }
        const done = await changeFrom(asking, 'kith.plan_state', {
          id: found?.step ?? '',
          columns: { ...step, ...more },
          words: 'x',
        })
        assert.ok('ok' in done, JSON.stringify(done))
      })
    await assert.rejects(write(council.ana), { kind: 'not allowed' })
    const nobody = await council.served.worker('co-worker', child)
    await assert.rejects(write(nobody), { kind: 'not allowed' })
    await assert.rejects(write(council.manager, { paper_document: edition }), { kind: 'not allowed' })
    await assert.rejects(write(council.manager, { agreed: null }), { constraint: 'what_is_on_paper_has_its_day' })
    await assert.rejects(write(council.manager, { versions: [] }), { constraint: 'an_approval_names_what_stands' })
    const sentBack = { state: 'sent back', versions: null }
    await assert.rejects(write(council.manager, sentBack), { constraint: 'only_an_approval_is_on_paper' })
    await write(council.manager)
  })
})

describe('the page of approvals and notices', () => {
  test('child by child what waits and for how long, each with one thing to do; not for whoever neither leads nor manages', async () => {
    const child = await council.childInCare({ given: 'Tilda', family: 'Marsh' })
    const asked = { for: 'ahead', why: 'Near her aunt.', kind: 'placement outside the area', decider: '' }
    assert.equal((await send(council.as(council.ana), `/children/${child}/approvals/ask`, asked)).status, 303)
    const [request] = await requests(child)
    const manager = (await get(council.as(council.manager), '/approvals-and-notices')).html
    assert.match(manager, /Tilda Marsh/)
    assert.match(manager, /Notice of this home/)
    assert.ok(manager.includes(`/children/${child}/approvals/${request?.line}/answer`), 'theirs to decide')
    assert.ok(manager.includes(`/children/${child}/where`), 'who writes the notices is somebody else')
    const lead = (await get(council.as(director), '/approvals-and-notices')).html
    assert.match(lead, /Tilda Marsh/)
    assert.ok(lead.includes(`/children/${child}/approvals/${request?.line}/answer`))
    assert.equal((await get(council.as(council.ana), '/approvals-and-notices')).status, 403)
    const shown = await council.served.query(
      `select 1 from kith.access_entry where child = $1 and person = $2 and what = 'saw in a list'`,
      [child, director.person],
    )
    assert.ok(shown.length > 0, 'whose names a list has shown is logged')
  })
  test('of very many it counts all, and the newest are on a page', async () => {
    const old = await council.childInCare()
    await council.childInCare({ given: 'Wren', family: 'Last' })
    await council.served.query(
      `insert into kith.duty (council, child, basis, occurrence, rule, scope, standing, due, covered_until, shown_late)
       select council, child, basis, 'many ' || n, rule, scope, standing, '2026-12-01', '2027-12-31', true
       from kith.duty, generate_series(1, 600) n where child = $1 and basis = 'PL-04/before'`,
      [old],
    )
    const browser = council.as(director)
    const { html } = await get(browser, '/approvals-and-notices')
    assert.ok(Number(html.match(/(\d+) things wait for/)?.[1]) > 600, html.match(/.{0,80}things? waits?/)?.[0])
    const pages = [...html.matchAll(/approvals-and-notices\?page=(\d+)/g)].map(([, page]) => Number(page))
    const last = (await get(browser, `/approvals-and-notices?page=${Math.max(1, ...pages)}`)).html
    assert.match(last, /Wren Last/)
    await council.served.query(`delete from kith.duty where child = $1 and occurrence like 'many %'`, [old])
  })
})

const VISIT = { happened: '30 Mar', mode: 'in person', seen: 'seen', role: 'representative', what: 'They slept.' }
describe('why a child was not spoken with alone', () => {
  test('a reason of the law excuses the visit; put right, and taken back', async () => {
    const child = await council.childInCare()
    const ana = council.as(council.ana)
    const visit = { happened: '30 Mar', mode: 'in person', seen: 'seen', role: 'representative', what: 'They slept.' }
    const sent = await send(ana, `/children/${child}/visits/record`, visit)
    assert.equal(sent.status, 303, sent.html)
    const [made] = await council.standing<{ line: string }>('visit', child, 'line')
    const state = async () =>
      (
        await council.served.query<{ standing: string }>(
          `select standing from kith.duty where child = $1 and rule = 'CP-25' and occurrence = $2`,
          [child, made?.line],
        )
      )[0]?.standing
    assert.equal(await state(), 'unknown')
    const page = `/children/${child}/notes/${made?.line}`
    assert.match((await get(ana, page)).html, /Say why/)
    const path = `/children/${child}/visits/${made?.line}/not-alone`
    for (const [more, says] of [
      [{ reason: '', why: 'x' }, /Choose the reason/],
      [{ reason: 'unable', why: '' }, /Say what happened/],
      [{ reason: 'whim', why: 'x' }, /Choose the reason/],
    ] as const) {
      const refused = await send(ana, path, more)
      assert.equal(refused.status, 422)
      assert.match(refused.html, says)
    }
    assert.equal((await send(ana, path, { reason: 'unable', why: 'The room was full.' })).status, 303)
    assert.equal(await state(), 'excused')
    assert.match((await send(ana, path, { reason: 'unable', why: 'Again.' })).html, /A reason stands already/)
    assert.match((await get(ana, page)).html, /It was not possible: The room was full\./)
    const [reason] = await council.standing<{ id: string }>('excuse', child, 'id')
    const right = await send(ana, `/children/${child}/not-alone/${reason?.id}/correct`, {
      reason: 'refused',
      why: 'She said no.',
    })
    assert.equal(right.status, 303, right.html)
    const [now] = await council.standing<{ id: string; reason: string }>('excuse', child, 'id, reason')
    assert.equal(now?.reason, 'refused')
    assert.equal(
      (await send(ana, `/children/${child}/not-alone/${now?.id}/retract`, { reason: 'Wrong child.' })).status,
      303,
    )
    assert.equal(await state(), 'unknown')
    const other = council.as(await council.served.worker(undefined))
    assert.equal((await get(other, path)).status, 403)
  })

  test('a duty worker reads the reason that stands, so writes none beside it, and takes their own back', async () => {
    const child = await council.childInCare()
    assert.equal((await send(council.as(council.ana), `/children/${child}/visits/record`, VISIT)).status, 303)
    const [made] = await council.standing<{ line: string }>('visit', child, 'line')
    const duty = council.as(await council.served.worker('duty', child))
    const path = `/children/${child}/visits/${made?.line}/not-alone`
    assert.equal((await send(duty, path, { reason: 'unable', why: 'The room was full.' })).status, 303)
    assert.match((await send(duty, path, { reason: 'refused', why: 'Again.' })).html, /A reason stands already/)
    assert.match((await get(duty, `/children/${child}/notes/${made?.line}`)).html, /The room was full\./)
    const [reason] = await council.standing<{ id: string }>('excuse', child, 'id')
    await assert.rejects(
      council.served.query(
        `insert into kith.excuse (council, id, line, child, rule, occurrence, reason, decided, recorded_by)
         select council, i, i, child, rule, occurrence, reason, decided, recorded_by from kith.excuse, kith.new_id() i where id = $1`,
        [reason?.id],
      ),
      /one stands already/,
    )
    const [stood] = await council.standing<{ id: string }>('visit', child, 'id')
    const right = await send(council.as(council.ana), `/children/${child}/visits/${stood?.id}/correct`, {
      ...VISIT,
      seen: 'alone',
    })
    assert.equal(right.status, 303, right.html)
    assert.match((await get(duty, `/children/${child}/notes/${made?.line}`)).html, /a reason why not still stands/)
    assert.equal((await get(duty, path)).status, 404, 'no reason is asked any more')
    const back = await send(duty, `/children/${child}/not-alone/${reason?.id}/retract`, { reason: 'She was.' })
    assert.equal(back.status, 303, back.html)
    assert.deepEqual(await council.standing('excuse', child, 'id'), [])
  })

  test('before a review: shown beside it, put right and taken back from there, not written a second time', async () => {
    const child = await council.childInCare()
    const { query, worker, council: of } = council.served
    const officer = council.as(await worker('reviewing-officer', child))
    const [review] = await query<{ line: string }>(
      `insert into kith.review (council, id, line, child, held, adjourned, recorded_by)
       select $1, i, i, $2, '2027-03-01', false, $3 from kith.new_id() i returning line`,
      [of.council, child, council.ana.person],
    )
    const said = { reason: 'refused', decided: '28 Feb', why: 'He had football.' }
    const sent = await send(officer, `/children/${child}/reviews/${review?.line}/not-spoken`, said)
    assert.equal(sent.status, 303, sent.html)
    const [reason] = await council.standing<{ id: string }>('excuse', child, 'id')
    const page = (await get(officer, `/children/${child}/plan`)).html
    assert.match(page, /Not spoken with alone before it:.*?He had football\./)
    assert.doesNotMatch(page, /reviews\/[^/"]+\/not-spoken/)
    const at = `/children/${child}/not-spoken/${reason?.id}`
    for (const form of ['correct', 'retract']) assert.ok(page.includes(`href="${at}/${form}"`), form)
    assert.equal((await send(officer, `${at}/retract`, { reason: 'He came.' })).status, 303)
    assert.match((await get(officer, `/children/${child}/plan`)).html, /reviews\/[^/"]+\/not-spoken/)
  })
})
