// Practice audits as they are served: from the draw to what changed, what the database refuses whatever a page says, and who sees what.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { correct, recordFirst, type Who } from '#database'
import { homeRoutes } from '#home'
import { outOfHoursRoutes } from '#out-of-hours'
import { writeWording } from '#practice-audits'
import { auditForms, auditRoutes } from '#practice-audits/pages'
import { makeFinder } from '#search'
import { signInForms } from '#sign-in'
import { saveTelephone } from '#workforce'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { type Fields, get, post, routesOf, send } from './filling.ts'

let served: Served
let lead: Who
let auditors: readonly Who[]
const apps = new Map<string, Browser>()
const finder = makeFinder()
const routes = () => [
  ...auditRoutes(),
  ...homeRoutes([]),
  ...outOfHoursRoutes(finder, auditForms),
  ...routesOf([...auditForms, ...signInForms({ way: { kind: 'choose', people: async () => [] } })]),
]
const as = (who: Who): Browser => {
  const app = apps.get(who.person) ?? served.appFor(who, routes())
  apps.set(who.person, app)
  return app
}
const text = (html: string): string =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const shown = async (who: Who, path: string): Promise<string> => text((await get(as(who), path)).html)
async function taken(who: Who, path: string, fields: Fields): Promise<string> {
  const { status, html } = await send(as(who), path, fields)
  assert.equal(status, 303, `${path}: ${text(html).slice(0, 1200)}`)
  return path
}
async function refused(who: Who, path: string, [fields, says]: readonly [Fields, RegExp]): Promise<void> {
  const { status, html } = await send(as(who), path, fields)
  assert.equal(status, 422, path)
  assert.match(text(html), says)
}
type Row = { readonly line: string; readonly child: string; readonly auditor: string; readonly place: number }
const audits = async (): Promise<readonly Row[]> =>
  await served.query<Row>('select line, child, auditor, place from kith.practice_audit_current order by place')

before(async () => {
  served = await servedCouncil('audits')
  lead = await served.worker('quality-lead')
  auditors = [await served.worker(undefined), await served.worker(undefined), await served.worker(undefined)]
})
after(async () => await served.close())

let round = ''
let one: Row
let auditor: Who
let moderator: Who
const at = (rest: string): string => `/children/${one.child}/audits/${one.line}${rest}`
const THEME_FIELDS = ['voice', 'relationships', 'plan', 'safety', 'home', 'growing', 'oversight']
const whoIs = (person: string): Who => ({ ...lead, person })

test('a round is planned, refused with everything kept, and drawn once; the same seed gives the same children', async () => {
  assert.match(await shown(lead, '/audits'), /No round is planned\. Plan the first/)
  const plan = {
    ...{
      title: 'November round',
      kind: 'case',
      month: '1 Apr 2027',
      due: '30 Apr 2027',
      wanted: '18',
      scale: 'inspectorate',
    },
    ...{
      strata: ['age', 'far'],
      auditors: auditors.map(({ person }) => person),
      seed: 'November round, one',
      why: 'To learn.',
    },
  }
  await refused(lead, '/audits/record', [
    { ...plan, wanted: '0', seed: '<b>' },
    /whole number from 1 to 400[\s\S]*letters and digits/,
  ])
  await taken(lead, '/audits/record', plan)
  const [row] = await served.query<{ line: string }>('select line from kith.audit_round_current')
  round = row?.line ?? ''
  const opened = await get(as(lead), `/audits/${round}/change`)
  await taken(lead, `/audits/${round}/change`, { ...plan, why: 'To learn together.' })
  const late = { ...opened.hidden, ...plan, why: 'To learn from each other.', _do: 'send' }
  const both = text(await (await post(as(lead), `/audits/${round}/change`, late)).text())
  assert.match(both, /learn from each other/)
  assert.match(both, /learn together/)
  assert.match(await shown(lead, `/audits/${round}/draw`), /Seed November round, one/)
  await taken(lead, `/audits/${round}/draw`, { sure: 'yes' })
  const drawn = await audits()
  assert.equal(drawn.length, 18)
  await refused(lead, `/audits/${round}/draw`, [{}, /drawn already/])
  const page = await shown(lead, `/audits/${round}`)
  assert.match(page, /Child 1 of the sample[\s\S]*Mark of the frame/)
  const parts = await served.query(
    `select from kith.practice_audit a join kith.allocation w on w.child = a.child and w.worker = a.auditor`,
  )
  assert.equal(parts.length, 0)
  // Not every child who may be drawn has a worker now.
  const having = await served.query<{ child: string }>(
    `select child from kith.allocation_current where role = 'allocated-worker' and upper_inf(during)`,
  )
  const first = drawn.find(({ child }) => having.some((other) => other.child === child))
  assert.ok(first !== undefined)
  one = first
  auditor = whoIs(one.auditor)
  moderator = auditors.find(({ person }) => person !== one.auditor) ?? lead
})

test('the worker is asked to be part of it, and answers for themselves alone; nobody writes a reminder', async () => {
  const [allocated] = await served.query<{ worker: string }>(
    `select worker from kith.allocation_current where child = $1 and role = 'allocated-worker' and upper_inf(during)`,
    [one.child],
  )
  const worker = whoIs(allocated?.worker ?? '')
  const other = await served.worker('manager-line', one.child)
  const [open, invited] = [await shown(auditor, at('')), { meets: '20 Apr 2027', at: '14:30', met_how: 'by video' }]
  assert.match(open, /Nobody is asked yet. An audit is done with the worker/)
  await refused(auditor, at('/invite'), [
    { ...invited, worker: lead.person, meets: 'yesterday' },
    /Choose who is asked[\s\S]*over/,
  ])
  assert.equal((await get(as(worker), at('/answer'))).status, 404)
  await taken(auditor, at('/invite'), { ...invited, worker: worker.person, about: 'Her plan.' })
  assert.match(await shown(worker, '/'), /asks you to look at our work with .* together Tue 20 Apr 2027, 14:30/)
  assert.match(await shown(worker, at('')), /By video. Her plan\./)
  assert.doesNotMatch(await shown(other, '/'), /asks you to look/)
  for (const who of [other, auditor, lead]) assert.ok([403, 404].includes((await get(as(who), at('/answer'))).status))
  const [row] = await served.query<{ line: string; id: string }>('select line, id from kith.audit_invitation')
  const columns = {
    invitation: row?.line ?? '',
    asked: row?.id ?? '',
    answer: 'comes' as const,
    answered: '2027-03-31',
  }
  for (const who of [other, auditor, lead])
    await assert.rejects(
      served.door.as(who, async (asking) => {
        await recordFirst(asking, 'kith.audit_invitation_answer', { child: one.child, columns })
      }),
      /not allowed/,
    )
  await refused(worker, at('/answer'), [{ answer: 'another time', instead: '22 Apr 2027' }, /Say why, in a line/])
  await taken(worker, at('/answer'), { answer: 'another time', instead: '22 Apr 2027', why: 'In court that day.' })
  assert.match(
    await shown(auditor, at('')),
    /Asks for another time[\s\S]*In court that day. \(Thu 22 Apr 2027 would do\)/,
  )
  assert.match(await shown(auditor, '/'), /Asks for another time/)
  await taken(auditor, at('/invite'), { ...invited, meets: '22 Apr 2027', worker: worker.person })
  assert.match(await shown(auditor, at('')), /Thu 22 Apr 2027, 14:30 Not answered yet asked for by/)
  await taken(worker, at('/answer'), { answer: 'comes' })
  assert.match(await shown(auditor, at('')), /Thu 22 Apr 2027, 14:30 Comes/)
  await refused(auditor, at('/withdraw'), [{}, /Choose whom[\s\S]*Say why/])
  const [stands] = await served.query<{ id: string }>('select id from kith.audit_invitation_current')
  const asked = stands?.id ?? ''
  await taken(auditor, at('/withdraw'), { asked, why: 'She is on leave in April.' })
  assert.doesNotMatch(await shown(worker, '/'), /asks you to look/)
  await taken(auditor, at('/invite'), { ...invited, worker: worker.person })
})

const THEME = { answer0: 'good', answer1: 'good', answer2: 'good', seen0: 'A', seen1: 'B', seen2: 'C', why: 'So.' }
const REST = ['relationships', 'plan', 'safety', 'home', 'growing', 'oversight']
test('each theme with its evidence; the whole is no better than what decides it', async () => {
  await refused(auditor, at('/voice'), [{ ...THEME, grade: 'good' }, /Tick at least one row of the record/])
  const { html } = await get(as(auditor), at('/voice'))
  const [, key = ''] =
    /name="evidence" type="checkbox" value="([^"]+)"/.exec(html) ?? /value="([a-z_]+\/[0-9a-f-]{36})"/.exec(html) ?? []
  const graded = (grade: string): Fields => ({
    ...THEME,
    grade,
    ...(key === '' ? { grade: 'not enough to tell' } : { evidence: [key] }),
  })
  await taken(auditor, at('/voice'), graded('good'))
  await refused(auditor, at('/hand-in'), [{ grade: 'good', why: 'Well.' }, /Not written yet: People who stay/])
  for (const theme of REST) await taken(auditor, at(`/${theme}`), graded(theme === 'safety' ? 'inadequate' : 'good'))
  if (key !== '')
    await refused(auditor, at('/hand-in'), [{ grade: 'good', why: 'Well.' }, /cannot be good: inadequate in Safe/])
  await assert.rejects(
    served.door.as(auditor, async (asking) => {
      await recordFirst(asking, 'kith.audit_theme', {
        child: one.child,
        columns: { audit: one.line, theme: 'plan', grade: 'good', answers: [], evidence: [] },
      })
    }),
    /one_standing|corrected already/,
  )
  assert.equal((await get(as(lead), at('/voice'))).status, 404)
  const reader = await served.worker('manager-line', one.child)
  const themesSeen = async (who: Who): Promise<number> =>
    await served.door.as(who, async ({ record }) => {
      return (await record.selectFrom('kith.audit_theme').select('id').where('audit', '=', one.line).execute()).length
    })
  assert.deepEqual([await themesSeen(reader), await themesSeen(auditor), await themesSeen(lead)], [0, 7, 7])
  assert.match(
    await shown(reader, `/children/${one.child}/audits`),
    /7 of 7 parts/,
    'how far it is, and not what it says',
  )
  await taken(auditor, at('/talk'), {
    worker: moderator.person,
    state: 'held',
    happens: 'today',
    says: 'I will go and see her.',
  })
  const voice = {
    whose: 'carer',
    asked_by: auditor.person,
    asked: 'today',
    part: 'said',
    words: 'Kind, and late.',
    named: 'no',
  }
  await taken(auditor, at('/said'), voice)
  assert.match(await shown(auditor, at('')), /Somebody around the child “?Kind, and late/)
  await putRight(voice)
  await taken(auditor, at('/hand-in'), { grade: 'inadequate', why: 'Nobody acted.' })
  assert.equal(await themesSeen(reader), 7)
  assert.equal((await get(as(auditor), at('/send-back'))).status, 404)
  await refused(lead, at('/send-back'), [{}, /Say what is missing/])
  await refused(lead, at('/send-back'), [{ why: 'Read the spring once more.' }, /the day/i])
  await taken(lead, at('/send-back'), { why: 'Read the spring once more.', due: '20 Apr' })
  const [put] = await served.query<{ due: string }>(
    `select due::text from kith.practice_audit_current where line = '${one.line}'`,
  )
  assert.equal(put?.due, '2027-04-20')
  assert.match(await shown(auditor, at('')), /· Hand in[\s\S]*Sent back by Dawn Test,.* Read the spring once more/)
  assert.equal(await themesSeen(reader), 0)
  await taken(auditor, at('/safety'), graded(key === '' ? 'good' : 'inadequate'))
  await taken(auditor, at('/hand-in'), { grade: 'inadequate', why: 'Nobody acted.' })
})

/** What was said, until the audit is closed, each with what was wrong in it. */
async function putRight(voice: Fields): Promise<void> {
  const newest = async (table: string): Promise<string> =>
    (await served.query<{ id: string }>(`select id from kith.${table}_current order by id desc limit 1`))[0]?.id ?? ''
  const said = `/children/${one.child}/audit-voices/${await newest('audit_voice')}/correct`
  await refused(auditor, said, [{ ...voice, words: 'Kind, and early.' }, /Say what was wrong in it/])
  await taken(auditor, said, { ...voice, words: 'Kind, and late at times.', because: 'I left out two words.' })
  assert.match(await shown(auditor, at('')), /Kind, and late at times/)
  const talk = { worker: moderator.person, state: 'held', happens: 'today', says: 'I will go and see them.' }
  await taken(auditor, `/children/${one.child}/audit-talks/${await newest('audit_talk')}/correct`, {
    ...{ ...talk, because: 'Them, not her.' },
  })
  assert.match(await shown(auditor, at('')), /go and see them\. · Put right: Them, not her/)
}

test('who audits no more sees the record no more; unless they audit something else of that child', async () => {
  const next = (await audits()).find(({ child, auditor: by }) => child !== one.child && by === one.auditor)
  assert.ok(next)
  const sees = async (): Promise<number> =>
    await served.door.as(whoIs(next.auditor), async ({ record }) => {
      return (await record.selectFrom('kith.practice_audit').select('id').where('child', '=', next.child).execute())
        .length
    })
  assert.equal(await sees(), 1)
  await taken(lead, `/children/${next.child}/audits/${next.line}/auditor`, {
    ...{ auditor: moderator.person, due: '28 Apr 2027', why: 'On leave.' },
  })
  assert.equal(await sees(), 0)
  assert.notEqual((await get(as(whoIs(next.auditor)), `/children/${next.child}/audits`)).status, 200)
})

/** Whoever may have to act for this child sees it, with the manager’s number; others do not; hours are counted, not days. */
async function atNight(line: string): Promise<void> {
  const night = await served.worker('out-of-hours', undefined)
  const tonight = await shown(night, '/tonight')
  assert.match(tonight, /A worry without an answer[\s\S]*Dawn Test answers \( ?01733 555 010 ?\) · Waits for an answer/)
  assert.match(await shown(night, `/children/${one.child}/tonight`), /A worry without an answer/)
  assert.match(await shown(night, `/children/${one.child}/concerns/${line}/answer`), /Answer a concern/)
  const [other] = await served.query<{ child: string }>(
    'select child from kith.placement_current where child <> $1 order by child limit 1',
    [one.child],
  )
  const elsewhere = await served.worker('allocated-worker', other?.child)
  assert.doesNotMatch(await shown(elsewhere, '/tonight'), /without an answer/)
  const hours = async (since: number): Promise<string> => {
    await served.query(
      `update kith.practice_concern set kind = 'not safeguarded', recorded = now() - make_interval(hours => $1, mins => 1) where line = $2`,
      [since, line],
    )
    return await shown(night, '/tonight')
  }
  assert.match(await hours(23), /23 hours ago; .*Waits for an answer/)
  assert.match(await hours(24), /24 hours ago; .*Late: 24 hours are over/)
  await served.query(
    `update kith.practice_concern set kind = 'may not be safe now', recorded = now() where line = $1`,
    [line],
  )
}

test('a telephone at work: one’s own, or by an administrator; what is no number is refused; nobody else’s', async () => {
  await refused(moderator, '/account/telephone', [{ number: 'ring Dawn' }, /Write a telephone number/])
  await taken(moderator, '/account/telephone', { number: '01733 555 000' })
  await taken(moderator, '/account/telephone', { number: '01733 555 010' })
  const of = `/settings/people/${auditor.person}/telephone`
  assert.equal((await get(as(moderator), of)).status, 403)
  await taken(await served.worker('administrator'), of, { number: '01733 555 020' })
  assert.match(await shown(moderator, '/account'), /01733 555 010/)
  await assert.rejects(
    served.door.as(moderator, async (asking) => await saveTelephone(asking, auditor.person, '01733 555 030')),
    /not allowed/,
  )
  const raise = await shown(auditor, at('/concern'))
  assert.match(raise, /Dawn Test, 01733 555 010/)
})

test('a worry is raised, answered, and cannot be withdrawn', async () => {
  const worry = { kind: 'may not be safe now', seen: 'Bruises in the note.', named: moderator.person, rung: 'no' }
  await refused(auditor, at('/concern'), [{ ...worry, named: '' }, /Choose the manager who answers/])
  await taken(auditor, at('/concern'), worry)
  const [concern] = await served.query<{ line: string; id: string }>('select line, id from kith.practice_concern')
  assert.match(await shown(lead, '/audits'), /A worry without an answer/)
  await atNight(concern?.line ?? '')
  await assert.rejects(
    served.door.as(auditor, async (asking) => {
      const row = {
        council: lead.council,
        id: (await asking.newIds(1))[0],
        line: concern?.line,
        supersedes: concern?.id,
        change: 'retraction',
      }
      const rest = {
        child: one.child,
        kind: 'not safeguarded',
        raised: '2027-03-31',
        named: moderator.person,
        rung: true,
      }
      await asking.insert('kith.practice_concern', [{ ...row, ...rest, recorded_by: auditor.person }])
    }),
    /a_concern_stays/,
  )
  const answer = {
    answer: 'safe, seen today',
    answered_by: moderator.person,
    answered: 'today',
    answered_time: '16:10',
    seen: 'today',
    decided: 'Seen at school.',
  }
  await refused(auditor, `/children/${one.child}/concerns/${concern?.line}/answer`, [
    { ...answer, seen: '' },
    /on which somebody saw/,
  ])
  await taken(auditor, `/children/${one.child}/concerns/${concern?.line}/answer`, answer)
})

test('moderation is blind, then both grades stand side by side, and the first one stays', async () => {
  await refused(lead, at('/moderator'), [{ moderator: auditor.person, due: '20 Apr 2027' }, /Choose somebody else/])
  // Who leads quality may not know the name, and what they keep while they write is theirs all the same.
  const { hidden } = await get(as(lead), `${at('/moderator')}?fresh=1`)
  const kept = { ...hidden, moderator: moderator.person, due: '20 Apr 2027' }
  assert.equal((await post(as(lead), `/drafts/${hidden['_draft']}/save`, kept)).status, 200)
  assert.equal((await post(as(lead), at('/moderator'), { ...kept, _revision: '1', _do: 'send' })).status, 303)
  const blind = await shown(moderator, at(''))
  assert.match(blind, /first grade is kept from you/)
  assert.doesNotMatch(blind, /Nobody acted/)
  const firstSeen = await served.door.as(
    moderator,
    async ({ record }) => await record.selectFrom('kith.audit_grade').select('grade').execute(),
  )
  assert.deepEqual(firstSeen, [])
  assert.equal((await get(as(auditor), at('/second-grade'))).status, 404)
  await taken(moderator, at('/second-grade'), { grade: 'requires improvement', why: 'Some acted.' })
  assert.match(
    await shown(lead, at('')),
    /First grade Inadequate[\s\S]*Second grade, blind: reported Requires improvement[\s\S]*1 step higher than the first/,
  )
  const givenOn = async (day: string): Promise<void> => {
    await served.query(
      `set session_replication_role = replica; update kith.audit_grade set given = '${day}' where stage = 'second'; set session_replication_role = origin`,
    )
  }
  assert.doesNotMatch(await shown(lead, '/audits'), /To look at again/)
  await givenOn('2026-12-01')
  assert.match(await shown(lead, '/audits'), /To look at again nobody yet Tue 23 Feb 2027 The head of service/)
  await givenOn('2027-03-31')
  for (const change of ['correction', 'retraction'])
    await assert.rejects(
      served.door.as(auditor, async (asking) => {
        const [grade] = await served.query<{ id: string; line: string }>(
          `select id, line from kith.audit_grade_current where stage = 'first'`,
        )
        const row = {
          council: lead.council,
          id: (await asking.newIds(1))[0],
          line: grade?.line,
          supersedes: grade?.id,
          change,
          child: one.child,
        }
        await asking.insert('kith.audit_grade', [
          { ...row, audit: one.line, stage: 'first', grade: 'good', given: '2027-03-31', recorded_by: auditor.person },
        ])
      }),
      /first_grade_stays/,
    )
})

test('a finding, its action, verified by somebody else; closed only then; looked at again in time', async () => {
  const finding = {
    kind: 'to improve',
    found: 'No talk after missing.',
    tag: 'safety',
    what: 'Offer the talk',
    intended: 'She is heard',
    owner: moderator.person,
    due: '10 Apr 2027',
  }
  await refused(auditor, at('/finding'), [{ ...finding, owner: '' }, /Choose one person/])
  await taken(auditor, at('/finding'), finding)
  const [first] = await served.query<{ id: string }>('select id from kith.audit_finding_current limit 1')
  await taken(auditor, `/children/${one.child}/audit-findings/${first?.id}/correct`, {
    ...{ tag: 'safety', found: 'No talk after the missing night.', because: 'It was one night.' },
  })
  assert.match(await shown(auditor, at('')), /No talk after the missing night\..*Put right: It was one night/)
  // The page of an audit is found by what stands in it.
  assert.equal((await get(as(auditor), `/children/${one.child}/audits/${first?.id}`)).status, 303)
  await refused(auditor, at('/close'), [
    { sure: 'yes' },
    /An action is not verified by somebody else[\s\S]*what is different/,
  ])
  const [action] = await served.query<{ line: string }>(`select line from kith.action where origin = 'audit'`)
  const line = action?.line ?? ''
  await served.door.as(moderator, async (asking) => {
    await recordFirst(asking, 'kith.action_outcome', {
      child: one.child,
      columns: { action: line, outcome: 'done', happened: '2027-03-31' },
      words: 'She talked.',
    })
  })
  const check = { action: line, read: 'today', found: 'The talk of 30 March is there.', result: 'verified' }
  await refused(auditor, at('/verify'), [check, /somebody else verifies it/])
  for (const who of [auditor, moderator])
    await assert.rejects(
      served.door.as(who, async (asking) => {
        await recordFirst(asking, 'kith.action_verification', {
          child: one.child,
          columns: { audit: one.line, action: line, result: 'verified', read: '2027-03-31', evidence: [] },
        })
      }),
      /not allowed/,
    )
  const closing = async () =>
    await served.door.as(auditor, async (asking) => {
      await recordFirst(asking, 'kith.audit_closing', {
        child: one.child,
        columns: { audit: one.line, closed: '2027-03-31' },
      })
    })
  await taken(auditor, at('/impact'), { difference: 'clear', impact: 'She sleeps at home.', seen: 'today' })
  await assert.rejects(closing(), /closed_with_an_unverified_action/)
  const [third] = auditors.filter(({ person }) => person !== auditor.person && person !== moderator.person)
  assert.ok(third !== undefined)
  await taken(lead, at('/again'), { auditor: third.person, due: '23 Jun 2027' })
  await taken(third, at('/verify'), check)
  await taken(auditor, at('/close'), { sure: 'yes' })
  const [wrong] = await served.query<{ id: string }>('select id from kith.audit_finding_current limit 1')
  await refused(auditor, `/children/${one.child}/audit-findings/${wrong?.id}/correct`, [
    { tag: 'safety', found: 'No talk after going missing.', because: 'A word.' },
    /This audit is closed[\s\S]*No talk after going missing/,
  ])
  await assert.rejects(
    served.door.as(auditor, async (asking) => {
      await correct(asking, 'kith.audit_finding', { id: wrong?.id ?? '', columns: {}, words: 'Other words.' })
    }),
    { constraint: 'closed_audit_stays' },
  )
  const page = await shown(lead, at(''))
  assert.match(page, /Closed on[\s\S]*First grade Inadequate[\s\S]*Verified Offer the talk|Closed on[\s\S]*Inadequate/)
  assert.match(page, /She sleeps at home/)
})

test('nobody audits where they have a part, whoever says so', async () => {
  const other = (await audits()).find(({ child }) => child !== one.child)
  assert.ok(other !== undefined)
  const [own] = await served.query<{ worker: string }>('select worker from kith.allocation where child = $1 limit 1', [
    other.child,
  ])
  await refused(lead, `/children/${other.child}/audits/${other.line}/auditor`, [
    { auditor: own?.worker ?? '', due: '30 Apr 2027', why: 'Ill.' },
    /have or had a part/,
  ])
  await assert.rejects(
    served.door.as(lead, async (asking) => {
      await recordFirst(asking, 'kith.practice_audit', {
        child: other.child,
        columns: {
          round,
          auditor: own?.worker ?? '',
          drawn: 'chosen',
          place: 0,
          stratum: 'x',
          due: '2027-04-30',
          again: null,
        },
      })
    }),
    /auditor_has_no_part/,
  )
  await assert.rejects(
    served.door.as(auditor, async (asking) => {
      await recordFirst(asking, 'kith.practice_audit', {
        child: one.child,
        columns: {
          round,
          auditor: auditor.person,
          drawn: 'chosen',
          place: 0,
          stratum: 'x',
          due: '2027-04-30',
          again: null,
        },
      })
    }),
    /not allowed/,
  )
})

test('themes with an owner, and the report; who may not read it is refused', async () => {
  await taken(lead, '/audits/themes/record', {
    title: 'Talks after missing',
    tag: 'safety',
    owner: moderator.person,
    due: '30 Jun 2027',
  })
  assert.match(await shown(lead, '/audits/themes'), /Talks after missing[\s\S]*Missing and safety/)
  assert.match(
    await shown(lead, '/audits/report'),
    /Practice audits: report to the board[\s\S]*Life is clearly different 1 of 1/,
  )
  assert.equal((await get(as(auditor), '/audits/report')).status, 403)
  const stranger = await served.worker(undefined)
  assert.notEqual((await get(as(stranger), at(''))).status, 200)
  assert.equal((await send(as(stranger), '/audits/record', {})).status, 403)
})

/** A round of one child, of a kind, drawn; the audit and who audits it. */
async function drawnRound(
  kind: string,
  more: Fields = {},
): Promise<{ readonly at: string; readonly by: Who; readonly round: string }> {
  const plan = {
    ...{ title: `A ${kind}`, kind, month: '1 Apr 2027', due: '30 Apr 2027', wanted: '1', scale: 'inspectorate' },
    ...{ auditors: auditors.map(({ person }) => person), seed: `A ${kind}`, why: '' },
  }
  await taken(lead, '/audits/record', { ...plan, ...more })
  const [row] = await served.query<{ line: string }>(
    'select line from kith.audit_round_current where kind = $1 order by line desc',
    [kind],
  )
  await taken(lead, `/audits/${row?.line}/draw`, { sure: 'yes' })
  const [audit] = await served.query<Row>(
    'select line, child, auditor, place from kith.practice_audit_current where round = $1',
    [row?.line],
  )
  assert.ok(audit !== undefined)
  return { at: `/children/${audit.child}/audits/${audit.line}`, by: whoIs(audit.auditor), round: row?.line ?? '' }
}
test('what audits ask is the council’s own, by kind and with its own words; a round keeps those of the day it was drawn', async () => {
  const before = await drawnRound('dip sample')
  for (const who of [auditor, await served.worker('director'), await served.worker('manager-line', one.child)]) {
    assert.equal((await get(as(who), '/audits/questions/dip-sample')).status, 403)
    await assert.rejects(
      served.door.as(who, async (asking) => await writeWording(asking, { kind: 'scale', words: { w0: 'Mine' } })),
      /not allowed/,
    )
  }
  assert.match(await shown(auditor, '/audits/questions'), /Dip sample As they ship with Kith/)
  await refused(lead, '/audits/questions/dip-sample', [
    { sample: Array.from({ length: 13 }, () => 'So?').join('\n') },
    /at most 12 questions: these are 13/,
  ])
  await refused(lead, '/audits/questions/thematic', [
    Object.fromEntries(['voice', 'safety'].map((part) => [part, ''])),
    /Ask at least one question/,
  ])
  const own = 'Does NAME ride a bicycle? Not a scooter.\nIs NAME warm at night?'
  await taken(lead, '/audits/questions/dip-sample', { sample: own })
  const scale = { w0: 'Shines', w1: 'Sound', w2: 'Uneven', w3: 'Fails', d0: 'A', d1: 'B', d2: 'C', d3: 'D' }
  await refused(lead, '/audits/questions/scale', [{ ...scale, w2: 'sound' }, /Each step needs a word of its own/])
  await taken(lead, '/audits/questions/scale', scale)
  assert.match(await shown(before.by, `${before.at}/sample`), /Was .* seen on time, each time\?/)
  const now = await drawnRound('dip sample')
  const form = await shown(now.by, `${now.at}/sample`)
  assert.match(form, /Does .* ride a bicycle\? Not a scooter[\s\S]*warm at night[\s\S]*Shines/)
  assert.doesNotMatch(form, /seen on time, each time/)
  assert.equal((await get(as(now.by), `${now.at}/voice`)).status, 404)
  const answers = { answer0: 'no', answer1: 'yes', why: 'Cold.' }
  await refused(now.by, `${now.at}/sample`, [{ ...answers, answer0: 'good' }, /Say yes, no, or not enough to tell/])
  await taken(now.by, `${now.at}/sample`, { ...answers, answer0: 'not enough to tell', answer1: 'not enough to tell' })
  assert.equal(
    (
      await as(now.by).request(`http://127.0.0.1:4444${now.at}/next`, { headers: { host: '127.0.0.1:4444' } })
    ).headers.get('location'),
    now.at,
  )
  await taken(now.by, `${now.at}/hand-in`, { grade: 'requires improvement', why: 'So.' })
  await taken(lead, '/audits/questions/dip-sample', { sample: 'Is it Tuesday?' })
  assert.match(await shown(now.by, now.at), /ride a bicycle\?[\s\S]*warm at night\?/)
  assert.match(await shown(now.by, now.at), /First grade Uneven/)
  assert.match(await shown(lead, '/audits/questions'), /The council’s own, written by/)
})

test('with other agencies part by part, and what one of them did inadequately decides; in a theme only what is asked', async () => {
  const { at: audit, by } = await drawnRound('multi-agency')
  const seen = { seen0: 'A', seen1: 'B', seen2: 'C', why: 'So.', answer0: 'good', answer1: 'good', answer2: 'good' }
  await refused(by, `${audit}/hand-in`, [
    { grade: 'good', why: 'So.' },
    /Not written yet: What children’s social care did/,
  ])
  for (const part of ['social-care', 'health-care', 'school', 'police', 'together'])
    await taken(by, `${audit}/${part}`, { ...seen, grade: 'not enough to tell' })
  await served.query(`update kith.audit_theme set grade = 'inadequate' where theme = 'police'`)
  await refused(by, `${audit}/hand-in`, [
    { grade: 'good', why: 'So.' },
    /cannot be good: inadequate in What the police did/,
  ])
  const [, child = '', line = ''] = /children\/([^/]+)\/audits\/(.+)/.exec(audit) ?? []
  await assert.rejects(
    served.door.as(by, async (asking) => {
      const columns = { audit: line, stage: 'first' as const, grade: 'good' as const, given: '2027-03-31' }
      await recordFirst(asking, 'kith.audit_grade', { child, columns })
    }),
    /overall_no_better_than_its_themes/,
  )
  await taken(lead, '/audits/questions/thematic', {
    ...Object.fromEntries(THEME_FIELDS.map((part) => [part, ''])),
    safety: 'Is NAME safe?',
  })
  const theme = await drawnRound('thematic', { scale: 'none' })
  assert.match(await shown(lead, `/audits/${theme.round}`), /Asks Safe, and feeling safe Without grades/)
  await taken(theme.by, `${theme.at}/safety`, { seen0: 'Yes.', why: 'So.' })
  await taken(theme.by, `${theme.at}/hand-in`, { why: 'So.' })
})
