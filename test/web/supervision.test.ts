// Supervision in the browser: a child thought about, one line refused, earlier actions answered, both sign, and then nothing changes; who may not.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { correct, type Who } from '#database'
import { inTrayForms } from '#in-tray'
import { storyRoutes } from '#story'
import { supervisionForms, supervisionRoutes } from '#supervision/pages'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { routesOf } from './filling.ts'
import { type Fields, get, joinTeam, makeTeam, post, send } from './form-posting.ts'

let served: Served
let people: Record<'priya' | 'dawn' | 'head' | 'other' | 'auditor' | 'officer', Who>
let as: Record<keyof typeof people, Browser>
let children: readonly string[]
const text = (html: string): string =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const shown = async (who: Browser, path: string): Promise<string> => text((await get(who, path)).html)
const taken = async (who: Browser, path: string, fields: Fields): Promise<string> => {
  const { status, html, to } = await send(who, path, fields)
  assert.equal(status, 303, `${path}: ${text(html).slice(0, 1500)}`)
  return to
}
const refusedWith = async (who: Browser, path: string, fields: Fields): Promise<string> => {
  const { status, html } = await send(who, path, fields)
  assert.equal(status, 422, `${path}: ${text(html).slice(0, 600)}`)
  return text(html)
}
const one = async (question: string): Promise<string> =>
  (await served.query<{ found: string }>(question))[0]?.found ?? ''

before(async () => {
  served = await servedCouncil('supervision')
  const rows = await served.query<{ child: string }>(
    `select child from kith.placement_current where during @> date '2027-03-31' order by child limit 3`,
  )
  children = rows.map(({ child }) => child)
  const service = await makeTeam(served, 'Children in care')
  const [north, south] = [await makeTeam(served, 'North', service), await makeTeam(served, 'South', service)]
  const [priya, dawn, head, other] = [
    ...[await served.worker('allocated-worker', children[0]), await served.worker(undefined)],
    ...[await served.worker(undefined), await served.worker('allocated-worker', children[2])],
  ]
  const officer = await served.worker('reviewing-officer', children[0])
  assert.ok(priya && dawn && head && other)
  people = { priya, dawn, head, other, officer, auditor: await served.worker('auditor', children[0]) }
  for (const [child, worker] of [
    [children[0], priya],
    [children[1], priya],
    [children[2], other],
  ] as const)
    await served.query(
      `insert into kith.allocation (council, id, line, child, worker, role, during, recorded_by)
       select $1, i, i, $2, $3, 'allocated-worker', '[2026-10-01,)', $3 from (select kith.new_id() as i) x`,
      [served.council.council, child, worker.person],
    )
  for (const [who, team, role] of [
    [priya, north, 'worker'],
    [dawn, north, 'manager'],
    [head, service, 'manager'],
    [other, south, 'worker'],
  ] as const)
    await joinTeam(served, { person: who.person, team, role })
  const routes = [...supervisionRoutes(), ...storyRoutes(), ...routesOf([...supervisionForms, ...inTrayForms])]
  const appOf = (who: Who): Browser => served.appFor(who, routes)
  as = {
    ...{ priya: appOf(priya), dawn: appOf(dawn), head: appOf(head), other: appOf(other) },
    ...{ auditor: appOf(people.auditor), officer: appOf(officer) },
  }
})
after(async () => {
  if (served.logged.length > 0) console.log(JSON.stringify(served.logged))
  await served.close()
})

const FULL: Fields = {
  life: 'Settled with Jo and Pete. Sleeping through since half-term. Asks every Sunday if he is going home.',
  ...{ theirs: 'I growed 14 carrots.', permanence: 'late', nearer: 'The panel in May.', well: 'School.' },
  ...{ worries: 'Dad has missed three times.', thinking: 'Sunday follows missed family time.' },
  ...{ decision: 'One more planned family time with Dad.', reasons: 'He wants it; missed ones hurt him more.' },
  ...{
    next: 'Explain to him why Dad has not come',
    intended: 'He stops thinking that it is his fault',
    by_when: '20 Apr',
  },
}
let session = ''
let entry = ''

test('before it: a worker writes how they see a child in their own name, and how they are for themselves alone', async () => {
  const at = `/children/${children[0]}/supervision`
  assert.match(await shown(as.priya, '/supervision'), /Before your next time together 2/)
  assert.equal((await get(as.dawn, `${at}-views/record`)).status, 404, 'only whoever works with the child')
  assert.equal((await get(as.other, `${at}-views/record`)).status, 403)
  assert.match(await refusedWith(as.priya, `${at}-views/record`, { worries: 'Sundays' }), /Say what life is like for/)
  await taken(as.priya, `${at}-views/record`, { life: 'He waits at the window.', ask: 'May I go on Sunday?' })
  assert.match(await shown(as.dawn, at), /Before the next time together[\s\S]*He waits at the window/)
  // no word can be read for a moment: to show a day none has to be
  const swapped = (said: string): string =>
    `set session_replication_role = replica; update kith.supervision_view set said = ${said}; set session_replication_role = origin`
  await served.query(swapped(`'\\x00' || said`))
  assert.match(await shown(as.priya, '/supervision'), /You wrote how you see it on Wed 31 Mar 2027/)
  await served.query(swapped('substring(said from 2)'))
  const [mine] = await served.query<{ id: string }>('select id from kith.supervision_view_current')
  assert.equal((await get(as.dawn, `${at}-views/${mine?.id}/correct`)).status, 404)
  await assert.rejects(
    served.door.as(people.dawn, async (asking) => {
      await correct(asking, 'kith.supervision_view', { id: mine?.id ?? '', columns: {}, words: 'Another text.' })
    }),
    { kind: 'not allowed' },
  )
  await assert.rejects(
    served.query(
      `insert into kith.supervision_view select (jsonb_populate_record(r, jsonb_build_object('id', kith.new_id(), 'supersedes', r.id,
         'change', 'correction', 'worker', $1::text, 'recorded_by', $1::text))).* from kith.supervision_view r`,
      [people.dawn.person],
    ),
    { constraint: 'only_by_whose_view_it_is' },
  )
  await taken(as.priya, '/supervision/personal/record', { being: 'Tired since the spring.' })
  await taken(as.priya, '/supervision/personal/record', { being: 'Tired since February.' })
  const seen = async (who: keyof typeof people): Promise<number> =>
    await served.door.as(
      people[who],
      async ({ record }) => (await sql`select from kith.supervision_personal_current`.execute(record)).rows.length,
    )
  assert.deepEqual([await seen('priya'), await seen('dawn'), await seen('head')], [1, 0, 0])
})

test('a time begins: who is supervised, what is due, and what the record knows of each child', async () => {
  const list = await shown(as.dawn, '/supervision')
  assert.match(list, /Whom you supervise 1/)
  assert.match(list, /no supervision is recorded, nor since when they work here/)
  assert.match(
    await refusedWith(as.dawn, `/supervision/workers/${people.priya.person}/record`, {
      took_place: 'yes',
      held: 'today',
    }),
    /how many minutes/,
  )
  session = (
    await taken(as.dawn, `/supervision/workers/${people.priya.person}/record`, {
      took_place: 'yes',
      held: 'today',
      minutes: '90',
    })
  )
    .replace(/\?.*$/, '')
    .replace('/supervision/sessions/', '')
  const page = await shown(as.dawn, `/supervision/sessions/${session}`)
  assert.match(page, /Children 2 0 spoken of/)
  assert.match(page, /What life is like He waits at the window/)
  assert.match(page, /Tired since February/, 'now it is of the two')
  assert.match(await shown(as.dawn, `/children/${children[0]}/supervision/${session}/record`), /He waits at the window/)
  assert.match(page, /what the record knows since/)
  assert.match(page, /not yet agreed by/)
  assert.equal((await get(as.head, `/supervision/workers/${people.priya.person}/record`)).status, 200)
  assert.equal((await get(as.dawn, `/supervision/workers/${people.other.person}/record`)).status, 404)
})

test('a child is thought about: asked shortly, kept when refused, on the record at once and not yet agreed', async () => {
  const path = `/children/${children[0]}/supervision/${session}/record`
  const wrong = await send(as.dawn, path, { ...FULL, life: '', thinking: '', intended: '', reasons: '' })
  assert.equal(wrong.status, 422)
  assert.match(
    text(wrong.html),
    /Say what life is like for[\s\S]*Say what you think[\s\S]*Say why[\s\S]*meant to change/,
  )
  assert.match(wrong.html, /14 carrots/)
  await taken(as.dawn, path, { ...FULL, owner: people.priya.person })
  entry = await one('select line as found from kith.supervision_entry_current')
  const page = await shown(as.priya, `/children/${children[0]}/supervision`)
  assert.match(page, /not yet agreed by[\s\S]*Settled with Jo[\s\S]*Decided:\s*One more planned family time/)
  assert.match(page, /Meant to change: He stops thinking/)
  assert.match(
    await refusedWith(as.dawn, path, { ...FULL, owner: people.priya.person, life: 'He has a new bed.' }),
    /thought about at this time already/,
  )
  const [row] = await served.query<{ said: Buffer }>('select said from kith.supervision_entry')
  assert.doesNotMatch(row?.said.toString('latin1') ?? '', /Settled|Sunday/)
})

test('one line: not for a child who was never thought about, and it says why', async () => {
  const path = `/children/${children[1]}/supervision/${session}/nothing-changed`
  assert.match(await shown(as.dawn, path), /has not been thought about in supervision yet/)
  assert.match(await refusedWith(as.dawn, path, { why: 'All is well', allegation: 'no' }), /has not been thought about/)
})

test('the personal part is of the two: nobody above, beside or elsewhere, and the database says so', async () => {
  const path = `/supervision/sessions/${session}/personal`
  await taken(as.priya, path, { being: 'Tired since the spring.', learning: 'Life story work.' })
  assert.match(await shown(as.dawn, `/supervision/sessions/${session}`), /Tired since the spring/)
  assert.match(await shown(as.priya, '/supervision/personal'), /Tired since the spring/)
  assert.match((await get(as.priya, '/supervision/personal/take')).html, /Life story work/)
  const before = await shown(as.priya, '/supervision/personal/record')
  assert.match(before, /is open[\s\S]*whoever leads it, at once: write it at that time/)
  assert.doesNotMatch(before, /Nobody but you reads this/)
  assert.match(
    await refusedWith(as.priya, '/supervision/personal/record', { being: 'Else.' }),
    /would read this at once/,
  )
  for (const who of ['head', 'other', 'auditor', 'officer'] as const) {
    assert.equal((await get(as[who], path)).status, 404, who)
    assert.doesNotMatch((await get(as[who], `/supervision/sessions/${session}`)).html, /Tired/, who)
    const seen = await served.door.as(
      people[who],
      async ({ record }) => (await sql`select from kith.supervision_personal`.execute(record)).rows,
    )
    assert.deepEqual(seen, [], who)
  }
  assert.equal(
    (await get(as.head, `/supervision/sessions/${session}`)).status,
    200,
    'that it was held, those above see',
  )
  assert.equal((await get(as.other, `/supervision/sessions/${session}`)).status, 404)
  await assert.rejects(
    served.door.as(people.head, async (asking) => {
      const row = {
        council: served.council.council,
        id: session,
        line: session,
        session,
        said: '\\x00',
        recorded_by: people.head.person,
      }
      await asking.insert('kith.supervision_personal', [row])
    }),
    { kind: 'not allowed' },
  )
})

test('both sign, one of them in disagreement; then nothing changes, by nobody', async () => {
  const path = `/supervision/sessions/${session}/sign`
  assert.match(await refusedWith(as.priya, path, { answer: 'disagreed' }), /with what you disagree/)
  await taken(as.priya, path, { answer: 'disagreed', why: 'A visit by me would do more than one more meeting.' })
  assert.match(await shown(as.dawn, `/children/${children[0]}/supervision`), /not yet agreed by/)
  const version = await one(`select id as found from kith.supervision_entry_current`)
  const put = `/children/${children[0]}/supervision-entries/${version}/correct`
  const { hidden } = await get(as.dawn, `${put}?fresh=1`)
  await taken(as.dawn, path, { answer: 'agreed' })
  assert.match(
    await shown(as.officer, `/children/${children[0]}/supervision`),
    /signed by both[\s\S]*disagreed with part of it/,
  )
  assert.match(await shown(as.head, `/supervision/sessions/${session}`), /disagrees:[\s\S]*A visit by me would do more/)
  const view = await one('select id as found from kith.supervision_view_current')
  assert.match(
    await refusedWith(as.priya, `/children/${children[0]}/supervision-views/${view}/correct`, { life: 'Else.' }),
    /signed by both/,
  )
  await assert.rejects(
    served.door.as(people.priya, async (asking) => {
      await correct(asking, 'kith.supervision_view', { id: view, columns: {}, words: 'Another text.' })
    }),
    { constraint: 'signed_is_closed' },
  )
  const late = await post(as.dawn, put, { ...hidden, ...FULL, decision: 'Something else.', _do: 'send' })
  assert.equal(late.status, 422)
  assert.match(text(late.html), /signed by both, and nothing of it changes any more/)
  assert.match(late.html, /Something else\./)
  const closed = { constraint: 'signed_is_closed' }
  for (const table of ['supervision', 'supervision_entry', 'supervision_personal', 'decision', 'action'])
    await assert.rejects(
      served.query(`insert into kith.${table} select (jsonb_populate_record(r, jsonb_build_object('id', kith.new_id(), 'supersedes', r.id, 'change', 'correction'))).*
        from kith.${table}_current v join kith.${table} r on r.id = v.id ${table === 'decision' || table === 'action' ? `where r.on_table = 'supervision_entry'` : ''} limit 1`),
      closed,
      table,
    )
  for (const change of ['update kith.supervision_entry set kind = kind', 'delete from kith.supervision_signature'])
    await assert.rejects(
      served.door.as(people.dawn, async ({ record }) => void (await sql.raw(change).execute(record))),
      { kind: 'not allowed' },
    )
})

test('a time written down afterwards, of an earlier day and by another manager, takes nothing from the one that both signed', async () => {
  await served.query(`set session_replication_role = replica; update kith.supervision_personal set written = '2027-03-10' where written is not null;
    update kith.supervision_view set written = '2027-03-10'; set session_replication_role = origin`)
  const stand = async (): Promise<readonly unknown[]> =>
    await served.query(`select kith.time_of_personal(council, line, session, worker, written) as at from kith.supervision_personal_current
      union all select kith.supervision_after(council, worker, written, recorded) from kith.supervision_view_current`)
  const was = await stand()
  assert.deepEqual(new Set(was.map((row) => JSON.stringify(row))), new Set([JSON.stringify({ at: session })]))
  const to = await taken(as.head, `/supervision/workers/${people.priya.person}/record`, {
    ...{ took_place: 'yes', held: '15 Mar', minutes: '60' },
  })
  assert.deepEqual(await stand(), was)
  assert.match(await shown(as.dawn, `/supervision/sessions/${session}`), /Tired since February/)
  assert.doesNotMatch(await shown(as.head, to), /Tired|waits at the window/)
})

test('a month on: the earlier action is answered or carried with its reason, the same words are asked about, drift is seen above', async () => {
  await served.query(`set session_replication_role = replica; update kith.action set due = '2027-03-20'; update kith.supervision set held = '2027-03-01';
    update kith.supervision_entry set held = '2027-03-01'; set session_replication_role = origin`)
  const again = (
    await taken(as.dawn, `/supervision/workers/${people.priya.person}/record`, {
      took_place: 'yes',
      held: 'today',
      minutes: '100',
    })
  )
    .replace(/\?.*$/, '')
    .replace('/supervision/sessions/', '')
  assert.match(
    await shown(as.dawn, `/supervision/sessions/${again}`),
    /Earlier actions without an answer 1 Explain to him/,
  )
  assert.match(
    await refusedWith(as.priya, `/supervision/sessions/${again}/sign`, { answer: 'agreed' }),
    /say what became of “Explain to him/,
  )
  const action = await one('select line as found from kith.action_current')
  const path = `/children/${children[0]}/supervision/${again}/record`
  const same = { ...FULL, next: '', intended: '', by_when: '', owner: people.priya.person }
  const asked = await refusedWith(as.dawn, path, same)
  assert.match(asked, /No earlier action is left without an answer/)
  assert.match(asked, /nearly what was written on Mon 1 Mar 2027/)
  await saidWhileWriting(path, same)
  const carried = {
    [`came_${action}`]: 'carried on',
    [`said_${action}`]: 'Dad could not be reached.',
    [`until_${action}`]: '9 Apr',
  }
  await taken(as.dawn, path, {
    ...same,
    life: 'Two new friends come to play after school, and he laughs a lot.',
    ...carried,
  })
  await taken(as.priya, `/children/${children[0]}/actions/${action}/carry-on`, { due: '20 Apr', why: 'Away.' })
  assert.match(await shown(as.head, '/supervision'), /Actions that drift 1/)
  assert.match(await shown(as.priya, `/children/${children[0]}/supervision`), /It drifts carried 2 times/)
  await taken(as.priya, `/supervision/sessions/${again}/sign`, { answer: 'agreed' })
})

/** Each time a draft is kept: to whoever leads that time and reads the entry before, and to nobody else a word of it. */
async function saidWhileWriting(path: string, same: Fields): Promise<void> {
  const { hidden } = await get(as.dawn, `${path}?fresh=1`)
  type Kept = {
    readonly revision: number
    readonly notes: readonly { readonly field: string; readonly says: string }[]
  }
  const keep = async (app: Browser, draft: string, more: Fields): Promise<Kept> => {
    const { status, html } = await post(app, `/drafts/${draft}/save`, { ...hidden, ...same, ...more, _draft: draft })
    return status === 200 ? JSON.parse(html) : { revision: 0, notes: [] }
  }
  const draft = hidden['_draft'] ?? ''
  const kept = await keep(as.dawn, draft, {})
  assert.deepEqual(
    kept.notes.map(({ field }) => field),
    ['life'],
  )
  assert.match(kept.notes[0]?.says ?? '', /nearly the words of Mon 1 Mar 2027/)
  const now = await keep(as.dawn, draft, { life: 'Two new friends come to play.', _revision: String(kept.revision) })
  assert.deepEqual(now, { ...now, revision: 2, notes: [] })
  // The worker may keep a draft of anything, reads the entry of their child, and does not write it; a head of service leads another time.
  for (const app of [as.priya, as.head, as.other]) assert.deepEqual((await keep(app, randomUUID(), {})).notes, [])
}

test('a decision between in one step, how often, a dip sample by somebody who was not there', async () => {
  const at = `/children/${children[0]}`
  assert.match(
    await refusedWith(as.dawn, `${at}/oversight/record`, {
      asked_by: 'move',
      decision: 'Stays',
      next: 'Ring',
      by_when: '1 Apr',
    }),
    /Say why[\s\S]*meant to change/,
  )
  await taken(as.dawn, `${at}/oversight/record`, {
    asked_by: 'move',
    decision: 'He stays; a visit this week.',
    reasons: 'He said so.',
  })
  await taken(as.dawn, `${at}/supervision-intervals/record`, {
    weeks: '8',
    decided: 'today',
    why: 'Settled for four years.',
  })
  assert.match(await shown(as.priya, `${at}/supervision`), /every 8 weeks[\s\S]*He stays; a visit this week/)
  const sample = `${at}/supervision-samples/${entry}/record`
  const marks = {
    lived: '2',
    plan: '1',
    actions: '1',
    thinking: '2',
    decision: '2',
    intended: '2',
    drift: '0',
    challenge: '0',
  }
  assert.equal((await get(as.dawn, sample)).status, 404, 'not by who led it')
  await taken(as.head, sample, { ...marks, good: 'He is there in every line.' })
  assert.match(
    await shown(as.head, '/supervision/quality'),
    /Too few to tell whether anything changed[\s\S]*North, Jan to Mar 2027 1[\s\S]*nothing can be read from so few/,
  )
  assert.match((await get(as.head, '/supervision/quality?period=two-years')).html, /aria-current[^>]*>\s*Two years/)
  assert.equal((await get(as.other, `${at}/supervision`)).status, 403)
})

test('one that fell out says why and counts for nothing; a group; who stands in', async () => {
  await taken(as.dawn, `/supervision/workers/${people.priya.person}/record`, {
    took_place: 'no',
    held: 'today',
    cancelled: 'court',
    about: 'Hearing.',
  })
  assert.match(await shown(as.dawn, '/supervision'), /fell out: Court/)
  await taken(as.head, `/supervision/workers/${people.dawn.person}/away`, {
    stands_in: people.head.person,
    since: '1 Apr',
    until: '9 Apr',
  })
  assert.match(await shown(as.dawn, '/supervision'), /Who stands in[\s\S]*Thu 1 Apr 2027 to Fri 9 Apr 2027/)
  const group = (
    await taken(as.head, '/supervision/group/record', {
      held: 'today',
      minutes: '60',
      people: [people.priya.person, people.other.person],
      about: 'Sundays.',
    })
  ).replace(/\?.*$/, '')
  assert.match(await shown(as.other, group), /Supervision with a group/)
  await taken(as.head, `/children/${children[2]}/supervision/${group.replace('/supervision/sessions/', '')}/record`, {
    ...FULL,
    owner: people.other.person,
  })
  await taken(as.head, `${group}/sign`, { answer: 'agreed' })
  assert.match(await shown(as.other, `/children/${children[2]}/supervision`), /signed by who led it/)
  assert.deepEqual(served.logged, [])
})

test('after going missing a decision is asked of the manager, by the rule, until it is there', async () => {
  const child = children[1] ?? ''
  await served.query(
    `insert into kith.missing_episode (council, id, line, child, kind, since, until, recorded_by)
     select $1, i, i, $2, 'missing', day, day, $3 from (select kith.new_id() as i, day from unnest(array[date '2027-03-31', '2027-02-20']) day) x`,
    [served.council.council, child, people.priya.person],
  )
  const asked = /Decisions asked of you 1[\s\S]*went missing on Wed 31 Mar 2027 a decision by Fri 2 Apr 2027/
  assert.match(await shown(as.dawn, '/supervision'), asked)
  assert.match(await shown(as.dawn, `/children/${child}/supervision`), /went missing on Wed 31 Mar 2027/)
  assert.doesNotMatch(await shown(as.dawn, `/children/${child}/supervision`), /missing on Sat 20 Feb/, 'not known then')
  const set = async (choice: string, of = 'managersDecision'): Promise<void> => {
    await served.query(
      `insert into kith.rule_choice (council, id, switch, choice, since, because, recorded_by)
       values ($1, kith.new_id(), $4, $2, '2027-03-30', 'So decided.', $3)`,
      [served.council.council, choice, people.head.person, of],
    )
  }
  await set('off')
  assert.match(await shown(as.dawn, '/supervision'), /Decisions asked of you 0/)
  await set('1')
  assert.match(await shown(as.dawn, '/supervision'), /a decision by Thu 1 Apr 2027/)
  const [base] = await served.query<{ line: string }>(
    'select line from kith.legal_basis_current where child = $1 order by line desc limit 1',
    [child],
  )
  await served.query(`update kith.legal_basis set hearing = '2027-04-08' where line = $1`, [base?.line])
  await served.query(
    `insert into kith.allocation (council, id, line, child, worker, role, during, recorded_by)
     select $1, i, i, $2, $3, 'allocated-worker', '[2027-03-31,2027-04-30)', $3 from (select kith.new_id() as i) x`,
    [served.council.council, child, people.other.person],
  )
  assert.match(await shown(as.dawn, '/supervision'), /Decisions asked of you 1 /)
  await set('work', 'decidedAlso')
  assert.match(await shown(as.dawn, '/supervision'), /a worker was allocated on Wed 31 Mar 2027/)
  assert.doesNotMatch(await shown(as.dawn, '/supervision'), /in court/)
  await set('all', 'decidedAlso')
  assert.match(await shown(as.dawn, '/supervision'), /in court on Thu 8 Apr 2027 a decision by Wed 7 Apr 2027/)
  await served.query(
    `update kith.review set next_proposed = case when id = (select id from kith.review_current where child = $1 order by held desc, id desc limit 1)
       then date '2027-04-12' end where child = $1`,
    [child],
  )
  assert.doesNotMatch(await shown(as.dawn, '/supervision'), /a review on/)
  await set('reviews', 'decidedAlso')
  const asks = await shown(as.dawn, '/supervision')
  assert.match(asks, /a review on Mon 12 Apr 2027 a decision by Sun 11 Apr 2027/)
  assert.match(asks, /in court on Thu 8 Apr/)
  await taken(as.dawn, `/children/${child}/oversight/record`, {
    ...{ asked_by: 'missing', decision: 'She is met at the gate for a week.', reasons: 'She asked for it.' },
  })
  assert.match(await shown(as.dawn, '/supervision'), /Decisions asked of you 0/)
  assert.deepEqual(served.logged, [])
})

test('a worker takes their own supervision along: times, signatures, with what they disagreed, their own part, and no child', async () => {
  const { html } = await get(as.priya, '/supervision/personal/take')
  assert.match(
    html,
    /Worker and manager, led by[\s\S]*90 minutes[\s\S]*disagreed by[\s\S]*You disagreed: A visit by me/,
  )
  assert.match(html, /As a group, led by/)
  assert.match(html, /Life story work/)
  assert.doesNotMatch(html, /Jo and Pete|carrots|waits at the window/)
  assert.doesNotMatch((await get(as.other, '/supervision/personal/take')).html, /Tired|disagreed/)
})

test('what was written down wrongly is put right: a decision between with what was wrong, and what became of an action', async () => {
  const at = `/children/${children[1]}`
  const decision = await one(
    `select id as found from kith.decision_current where child = '${children[1]}' and on_table is null and kind = 'management oversight'`,
  )
  const path = `${at}/oversight/${decision}/correct`
  const right: Fields = {
    asked_by: 'missing',
    decision: 'She is met at the gate for two weeks.',
    reasons: 'She asked.',
  }
  assert.match(await refusedWith(as.dawn, path, right), /Say what was wrong in it/)
  await taken(as.dawn, path, { ...right, because: 'I wrote one week.' })
  assert.match(await shown(as.head, `${at}/supervision`), /for two weeks[\s\S]*Put right: I wrote one week/)
  for (const who of ['head', 'priya'] as const) assert.notEqual((await get(as[who], path)).status, 200, who)
  const [action] = await served.query<{ line: string; child: string }>(`select line, child from kith.action_current
    where on_table = 'supervision_entry' and child = '${children[0]}' order by id limit 1`)
  const of = `/children/${children[0]}`
  await taken(as.priya, `${of}/actions/${action?.line}/end`, {
    outcome: 'done',
    happened: 'today',
    said: 'He nos why.',
  })
  const outcome = await one('select id as found from kith.action_outcome_current')
  const put = `${of}/action-outcomes/${outcome}/correct`
  assert.match(await refusedWith(as.priya, put, { said: '' }), /changed/)
  assert.match(
    await taken(as.priya, put, { outcome: 'done', happened: 'today', said: 'He knows why.' }),
    /\/supervision/,
  )
  assert.match(await shown(as.dawn, `${of}/supervision`), /He knows why\.\s*· Put right/)
})

test('who manages a team sees what was held while somebody worked in it, not later, and no personal part', async () => {
  const [north] = await served.query<{ team: string }>(
    `select team from kith.team_membership where person = $1 and role = 'worker'`,
    [people.priya.person],
  )
  const later = await served.worker(undefined)
  assert.ok(later && north)
  await joinTeam(served, { person: later.person, team: north.team, role: 'manager' })
  const held = async (): Promise<readonly string[]> =>
    await served.door.as(later, async ({ record }) => {
      const { rows } = await sql<{ held: string }>`
        select held::text as held from kith.supervision_current where worker = ${people.priya.person}::uuid order by 1`.execute(
        record,
      )
      const { rows: personal } = await sql`select from kith.supervision_personal`.execute(record)
      assert.deepEqual(personal, [])
      return rows.map((row) => row.held)
    })
  await served.query(
    `set session_replication_role = replica; update kith.supervision set held = '2020-01-10' where held = '2027-03-01'; set session_replication_role = origin`,
  )
  const all = await held()
  await served.query(
    `set session_replication_role = replica;
     update kith.team_membership set during = '[2020-01-01,2020-02-01)' where person = '${people.priya.person}' and role = 'worker';
     set session_replication_role = origin`,
  )
  const then = await held()
  assert.deepEqual(
    then,
    all.filter((day) => day < '2020-02-01'),
  )
  assert.ok(then.length > 0 && then.length < all.length, all.join())
  assert.deepEqual(served.logged, [])
})
