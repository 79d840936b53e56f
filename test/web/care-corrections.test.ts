// What was recorded wrongly of nights, missing times, talks and agreements: put right or taken back, with what follows from it.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { careEventForms, careEventRoutes } from '#care-events'
import { childRoutes } from '#child-pages'
import type { Who } from '#database'
import { formRoutes } from '#forms'
import { storyRoutes } from '#story'
import { type CareCouncil, careCouncil } from './care-served.ts'
import type { Served } from './council-served.ts'
import { type Fields, get, post, send } from './form-posting.ts'

let served: Served
let ana: Who
let as: CareCouncil['as']
let childInCare: CareCouncil['childInCare']
let standing: CareCouncil['standing']

const routes = () => [
  ...formRoutes(careEventForms, async () => new Map()),
  ...[...careEventRoutes(), ...childRoutes(), ...storyRoutes()],
]
before(async () => {
  ;({ served, ana, as, childInCare, standing } = await careCouncil('care corrections', routes))
})
after(async () => await served?.close())

const plain = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
// biome-ignore lint/complexity/useMaxParams: read as a sentence: of whom, which form, with what, by whom
const by = async (child: string, path: string, fields: Fields, who = ana) =>
  await send(as(who), `/children/${child}/${path}`, fields)
const sent = async (...of: Parameters<typeof by>): Promise<void> => {
  const answer = await by(...of)
  assert.equal(answer.status, 303, plain(answer.html).slice(0, 4000))
}
// biome-ignore lint/complexity/useMaxParams: as above, and what is said
const refused = async (child: string, path: string, fields: Fields, says: RegExp, who = ana): Promise<void> => {
  const answer = await by(child, path, fields, who)
  assert.equal(answer.status, 422)
  assert.match(plain(answer.html), says)
}
const page = async (child: string, path: string, who = ana): Promise<string> => {
  const answer = await get(as(who), `/children/${child}/${path}`)
  assert.equal(answer.status, 200)
  return plain(answer.html)
}
const idOf = async (table: string, child: string, at = -1): Promise<string> =>
  (await standing<{ id: string }>(table, child, 'id')).at(at)?.id ?? ''
const LONDON = (column: string) => `to_char(${column} at time zone 'Europe/London', 'DD Mon HH24:MI') as ${column}`
type Night = { kind: string; since: string; until: string | null }
const nights = async (child: string): Promise<readonly (string | null)[][]> =>
  (await standing<Night>('night_place', child, `kind, ${LONDON('since')}, ${LONDON('until')}`)).map((night) =>
    Object.values(night),
  )
/** To the hour, but for the steps while a child is missing. */
const owed = async (child: string): Promise<string> =>
  JSON.stringify(
    await served.query(
      `select due_at at time zone 'utc' as at from kith.duty_reason where child = $1 and due_at is not null and basis not like 'MI-11%'`,
      [child],
    ),
  )

const GONE = { kind: 'missing', since: '27 Mar', since_time: '22:15', reported_by: 'Ann', done: 'Rang the police.' }
const BACK = { until: '28 Mar', until_time: '07:30', found_where: 'At the station', how_they_are: 'Cold' }
const TALK = { offered: '29 Mar', happened: '29 Mar', outcome: 'held', by: 'Sam of the charity', independent: 'yes' }
const AT_HOME = ['at home', '01 Feb 00:00', null]

/** Gone from 22:15 on 27 March, and back at 07:30 the next day; the clocks went forward that night. */
async function wentMissing(): Promise<{ child: string; report: string }> {
  const child = await childInCare()
  await sent(child, 'missing/record', GONE)
  await sent(child, `missing/${await idOf('missing_episode', child)}/found`, { ...BACK, back: 'home' })
  return { child, report: await idOf('missing_episode', child) }
}
const away = async (child: string) =>
  await standing<object>('missing_episode', child, `kind, since::text, until::text, ${LONDON('until_at')}`)

describe('a night', () => {
  const HOSPITAL = { night: 'hospital', since: '30 Mar', since_time: '9pm', where: 'Ward 4' }
  test('is put right, with its end; and taken back, it is on no page any more', async () => {
    const child = await childInCare()
    await sent(child, 'nights/record', HOSPITAL)
    const path = `nights/${await idOf('night_place', child)}`
    const { html } = await get(as(ana), `/children/${child}/${path}/correct`)
    for (const kept of [/Ward 4/, /value="21:00"/, /value="hospital" checked/]) assert.match(html, kept)
    const early = { ...HOSPITAL, since_time: '20:00', until: '30 Mar', until_time: '19:00' }
    await refused(child, `${path}/correct`, early, /The end has to be after the start/)
    await sent(child, `${path}/correct`, { ...early, until_time: '23:30', where: 'Ward 5' })
    assert.deepEqual(await nights(child), [AT_HOME, ['hospital', '30 Mar 20:00', '30 Mar 23:30']])
    const now = `nights/${await idOf('night_place', child)}`
    assert.match(await page(child, 'record'), /Slept: hospital/)
    assert.match(await page(child, `${now}/retract`), /Hospital Since Tue 30 Mar 2027 at 20:00[\s\S]*Ward 5/)
    await sent(child, `${now}/retract`, { reason: 'It was her sister.' })
    assert.deepEqual(await nights(child), [AT_HOME])
    for (const tab of ['record', 'where']) assert.doesNotMatch(await page(child, tab), /[Hh]ospital|her sister/)
  })
  test('as missing follows from its report, and is neither put right nor taken back by itself', async () => {
    const { child, report } = await wentMissing()
    const before = await nights(child)
    const night = await idOf('night_place', child, 1)
    for (const [what, fields] of [
      ['correct', { night: 'hospital', since: '27 Mar', where: '' }],
      ['retract', { reason: 'Wrong' }],
    ] as const) {
      const opened = await get(as(ana), `/children/${child}/nights/${night}/${what}`)
      assert.match(opened.html, new RegExp(`follows from a report[\\s\\S]*/missing/${report}/correct`))
      await refused(child, `nights/${night}/${what}`, fields, /follows from a report that they are missing/)
    }
    assert.deepEqual(await nights(child), before)
  })
})

describe('a missing report', () => {
  test('is put right with the nights that follow from it, and the talk is owed by the new time', async () => {
    const { child, report } = await wentMissing()
    assert.deepEqual(await nights(child), [
      AT_HOME,
      ['missing', '27 Mar 22:15', '28 Mar 07:30'],
      ['at home', '28 Mar 07:30', null],
    ])
    assert.match(await owed(child), /2027-03-31 06:30/)
    assert.match(await page(child, `missing/${report}/correct`), /night as missing that was written with it follows it/)
    const right = { ...GONE, since_time: '21:00', ...BACK, until_time: '09:00', found_where: 'With her aunt' }
    await sent(child, `missing/${report}/correct`, right)
    assert.deepEqual(await nights(child), [
      AT_HOME,
      ['missing', '27 Mar 21:00', '28 Mar 09:00'],
      ['at home', '28 Mar 09:00', null],
    ])
    assert.match(await owed(child), /2027-03-31 08:00/)
    const now = await idOf('missing_episode', child)
    const shown = await get(as(ana), `/children/${child}/missing/${now}/correct`)
    for (const kept of [/With her aunt/, /Rang the police/, /value="21:00"/, /Cold/]) assert.match(shown.html, kept)
  })
  test('that they were away and not missing takes the night back; and missing after all, it is there again', async () => {
    const { child, report } = await wentMissing()
    await sent(child, `missing/${report}/correct`, { ...GONE, ...BACK, kind: 'away without authorisation' })
    assert.deepEqual(await nights(child), [AT_HOME, ['at home', '28 Mar 07:30', null]])
    await sent(child, `missing/${await idOf('missing_episode', child)}/correct`, { ...GONE, ...BACK })
    const again = (await nights(child)).find(([kind]) => kind === 'missing')
    assert.deepEqual(again, ['missing', '27 Mar 22:15', '28 Mar 07:30'])
  })
  test('that they were back when they were not: nobody is at home, and no talk is owed', async () => {
    const { child, report } = await wentMissing()
    await sent(child, `missing/${report}/correct`, { ...GONE, ...BACK, until: '', until_time: '' })
    assert.deepEqual(await nights(child), [AT_HOME, ['missing', '27 Mar 22:15', null]])
    assert.equal(await owed(child), '[]')
  })
  test('what cannot be is said: another time away within it, a return before it, a talk before the return', async () => {
    const { child, report } = await wentMissing()
    await sent(child, 'missing/record', { ...GONE, since: '30 Mar' })
    const right = { ...GONE, ...BACK }
    await refused(child, `missing/${report}/correct`, { ...right, until: '31 Mar' }, /missing again on Tue 30 Mar 2027/)
    await refused(child, `missing/${report}/correct`, { ...right, until: '26 Mar' }, /before the child went missing/)
    await sent(child, `missing/${await idOf('missing_episode', child, 0)}/return-talk`, TALK)
    await refused(
      child,
      `missing/${report}/correct`,
      { ...right, until: '30 Mar' },
      /The talk after it was on Mon 29 Mar/,
    )
    await refused(child, `missing/${report}/correct`, { ...right, until: '' }, /take the talk back first/)
    assert.equal((await nights(child)).length, 4)
  })
  test('whoever does not write where a child sleeps leaves the return as it is, and is told so', async () => {
    const { child, report } = await wentMissing()
    const cover = await served.worker('cover', child)
    const right = { ...GONE, ...BACK, since_time: '21:00' }
    const later = { ...right, until_time: '09:00' }
    await refused(child, `missing/${report}/correct`, later, /not for you to change. Ask their worker/, cover)
    await sent(child, `missing/${report}/correct`, right, cover)
    assert.deepEqual((await nights(child)).slice(1), [
      ['missing', '27 Mar 21:00', '28 Mar 07:30'],
      ['at home', '28 Mar 07:30', null],
    ])
  })
  test('a report of another system has no words: none are asked for when its days are put right', async () => {
    const child = await childInCare()
    const { council } = served.council
    await served.query(
      `with fresh as (select kith.new_id() as id) insert into kith.missing_episode
       (council, id, line, child, kind, since, until, recorded_by) select $1, id, id, $2, 'missing', '2027-03-10', '2027-03-12', $3 from fresh`,
      [council, child, ana.person],
    )
    const path = `missing/${await idOf('missing_episode', child)}/correct`
    await sent(child, path, { kind: 'missing', since: '9 Mar', until: '12 Mar', reported_by: '', done: '' })
    assert.deepEqual(await standing('missing_episode', child, 'since::text, until::text, said'), [
      { since: '2027-03-09', until: '2027-03-12', said: null },
    ])
    assert.deepEqual(await nights(child), [AT_HOME])
  })
  test('two who put it right at once are joined, and the nights follow both', async () => {
    const { child, report } = await wentMissing()
    const path = `/children/${child}/missing/${report}/correct`
    const [one, other] = [await get(as(ana), path), await get(as(ana), `${path}?fresh=1`)]
    const typed = { ...GONE, ...BACK, since: 'Sat 27 Mar 2027', until: 'Sun 28 Mar 2027', _do: 'send' }
    const quiet = { last_seen: '', worry: '', police_number: '', found_by: '' }
    const both = [
      { ...one.hidden, ...typed, ...quiet, since_time: '21:00' },
      { ...other.hidden, ...typed, ...quiet, until_time: '09:00' },
    ]
    for (const fields of both) assert.equal((await post(as(ana), path, fields)).status, 303)
    assert.deepEqual((await nights(child)).slice(1), [
      ['missing', '27 Mar 21:00', '28 Mar 09:00'],
      ['at home', '28 Mar 09:00', null],
    ])
  })
  test('is not taken back while a talk hangs on it; then with its nights, and from every page', async () => {
    const { child, report } = await wentMissing()
    await sent(child, `missing/${report}/return-talk`, TALK)
    assert.match(await page(child, `missing/${report}/retract`), /Take the talk back first/)
    await refused(child, `missing/${report}/retract`, { reason: 'Wrong' }, /Take the talk back first/)
    const talk = await idOf('return_interview', child)
    assert.match(
      await page(child, `return-talks/${talk}/retract`),
      /Sam of the charity[\s\S]*A talk is then owed again/,
    )
    await sent(child, `return-talks/${talk}/retract`, { reason: 'It was another child.' })
    assert.match(await owed(child), /2027-03-31 06:30/)
    assert.match(await page(child, 'story'), /Went missing/)
    await sent(child, `missing/${report}/retract`, { reason: 'It was her sister.' })
    assert.deepEqual([await away(child), await nights(child), await owed(child)], [[], [AT_HOME], '[]'])
    for (const tab of ['record', 'story', 'where'])
      assert.doesNotMatch(await page(child, tab), /Gone Sat|Went missing|Talk taken|her sister|another child/)
  })
  test('taken back by whoever does not write where: the night at home stays, as the form said', async () => {
    const { child, report } = await wentMissing()
    const cover = await served.worker('cover', child)
    assert.match(await page(child, `missing/${report}/retract`, cover), /The night at home after it stays/)
    await sent(child, `missing/${report}/retract`, { reason: 'Wrong record' }, cover)
    assert.deepEqual(await nights(child), [AT_HOME, ['at home', '28 Mar 07:30', null]])
  })
})

test('a talk is put right: refused and not held, with the reason, on another day', async () => {
  const { child, report } = await wentMissing()
  await sent(child, `missing/${report}/return-talk`, { ...TALK, what: 'She misses her brother.' })
  const path = `return-talks/${await idOf('return_interview', child)}/correct`
  assert.match(
    (await get(as(ana), `/children/${child}/${path}`)).html,
    /She misses her brother[\s\S]*is put right apart/,
  )
  const declined = { ...TALK, outcome: 'declined', happened: '30 Mar' }
  await refused(child, path, declined, /Say why it was refused/)
  await refused(child, path, { ...TALK, happened: '27 Mar', offered: '' }, /cannot be before the return/)
  await sent(child, path, { ...declined, why_not: 'Twice', independent: 'no' })
  assert.deepEqual(await standing('return_interview', child, 'outcome, happened::text, independent, change'), [
    { outcome: 'declined', happened: '2027-03-30', independent: false, change: 'correction' },
  ])
})

describe('what somebody agreed', () => {
  const whole = async (child: string) => await standing('legal_basis', child, 'made::text, ended::text, end_reason')
  const given = async (child: string) => await standing('agreement', child, 'by, given::text, withdrawn::text')
  test('is put right, and the agreement as a whole begins with the first who agreed', async () => {
    const child = await childInCare()
    await sent(child, 'agreements/record', { by: 'father', name: 'Rhys', given: '5 Feb 2027' })
    const [mother, father] = [await idOf('agreement', child, 0), await idOf('agreement', child, 1)]
    assert.match(await page(child, `agreements/${mother}/correct`), /begins with the first who agreed/)
    await sent(child, `agreements/${mother}/correct`, { by: 'mother', name: 'Carys', given: '8 Feb 2027' })
    assert.deepEqual(await whole(child), [{ made: '2027-02-05', ended: null, end_reason: null }])
    await sent(child, `agreements/${father}/correct`, { by: 'another parent', name: 'Rhys', given: '6 Feb 2027' })
    assert.deepEqual(await whole(child), [{ made: '2027-02-06', ended: null, end_reason: null }])
    assert.deepEqual(await given(child), [
      { by: 'mother', given: '2027-02-08', withdrawn: null },
      { by: 'another parent', given: '2027-02-06', withdrawn: null },
    ])
    const young = { by: 'the child, at 16 or 17', name: 'Nia', given: '29 Mar 2026' }
    await refused(child, `agreements/${await idOf('agreement', child)}/correct`, young, /They are 15/)
  })
  test('was not withdrawn after all: the agreement stands, if it ended by that', async () => {
    const child = await childInCare()
    await sent(child, `agreements/${await idOf('agreement', child)}/withdraw`, { withdrawn: '29 Mar', ends: 'yes' })
    const right = { by: 'mother', name: 'Carys', given: '1 Feb 2027' }
    const path = async () => `agreements/${await idOf('agreement', child)}/correct`
    await sent(child, await path(), { ...right, withdrawn: '30 Mar' })
    assert.deepEqual(await whole(child), [{ made: '2027-02-01', ended: '2027-03-30', end_reason: 'withdrawn' }])
    await refused(child, await path(), { ...right, withdrawn: '31 Jan 2027' }, /before they gave it/)
    await sent(child, await path(), { ...right, withdrawn: '' })
    assert.deepEqual(await whole(child), [{ made: '2027-02-01', ended: null, end_reason: null }])
  })
  test('is not taken back where it is the last; the whole agreement is, and all that was agreed with it', async () => {
    const child = await childInCare()
    const [mother, basis] = [await idOf('agreement', child), await idOf('legal_basis', child)]
    const shown = await get(as(ana), `/children/${child}/agreements/${mother}/retract`)
    assert.match(shown.html, new RegExp(`section 20 rests on one[\\s\\S]*/orders/${basis}/retract`))
    await refused(child, `agreements/${mother}/retract`, { reason: 'Wrong' }, /section 20 rests on one/)
    await sent(child, 'agreements/record', { by: 'father', name: 'Rhys', given: '5 Feb 2027' })
    await sent(child, `agreements/${mother}/retract`, { reason: 'She never did.' })
    assert.deepEqual(await given(child), [{ by: 'father', given: '2027-02-05', withdrawn: null }])
    assert.match(await page(child, `orders/${basis}/retract`), /What was agreed goes with it: father/)
    await sent(child, `orders/${basis}/retract`, { reason: 'It was an order.' })
    assert.deepEqual([await given(child), await whole(child)], [[], []])
    assert.doesNotMatch(await page(child, 'record'), /Agreed|She never did|It was an order/)
  })
})

test('an order that is taken back suspends nothing: what it suspended stands again', async () => {
  const child = await childInCare()
  const court = { court: 'Family Court', number: 'NM27C0001' }
  await sent(child, 'orders/record', { power: 'care order', since: '10 Mar', ...court })
  const care = await idOf('legal_basis', child)
  await sent(child, 'orders/record', { power: 'placement order', since: '20 Mar', ...court, suspends: [care] })
  const placement = await idOf('legal_basis', child)
  assert.match(await page(child, `orders/${placement}/retract`), /which then stands again: Care order/)
  await sent(child, `orders/${placement}/retract`, { reason: 'It was her sister.' })
  const left = await standing('legal_basis', child, 'kind, suspended_by')
  assert.deepEqual(left.at(-1), { kind: 'care order', suspended_by: null })
  assert.equal(left.length, 2)
})

describe('who leads there, and who may', () => {
  test('the page on which something is recorded leads to putting each row right', async () => {
    const { child, report } = await wentMissing()
    await sent(child, `missing/${report}/return-talk`, TALK)
    const { html } = await get(as(ana), `/children/${child}/record`)
    for (const [table, path] of [
      ['night_place', 'nights'],
      ['missing_episode', 'missing'],
      ['return_interview', 'return-talks'],
      ['agreement', 'agreements'],
      ['allocation', 'worker'],
    ] as const) {
      const id = await idOf(table, child)
      for (const what of ['correct', 'retract'])
        assert.ok(html.includes(`href="/children/${child}/${path}/${id}/${what}"`), `${path} ${what}`)
    }
  })
  test('nobody who may not write that part opens or sends it, nor through another child', async () => {
    const { child, report } = await wentMissing()
    await sent(child, `missing/${report}/return-talk`, TALK)
    const elsewhere = await childInCare()
    const rows = [
      ['nights', await idOf('night_place', child, 0)],
      ['missing', report],
      ['return-talks', await idOf('return_interview', child)],
      ['agreements', await idOf('agreement', child)],
    ] as const
    const [plainWorker, inspector] = [await served.worker(undefined), await served.worker('inspector', child)]
    for (const [path, id] of rows)
      for (const what of ['correct', 'retract']) {
        const address = `/children/${child}/${path}/${id}/${what}`
        const { hidden } = await get(as(ana), `${address}?fresh=1`)
        for (const who of [plainWorker, inspector]) {
          assert.equal((await get(as(who), address)).status, 403, address)
          const forged = await post(as(who), address, { ...hidden, reason: 'x', _do: 'send' })
          assert.ok([403, 404].includes(forged.status), `${address} ${forged.status}`)
        }
        assert.equal((await get(as(ana), `/children/${elsewhere}/${path}/${id}/${what}`)).status, 404, address)
      }
    assert.deepEqual(served.logged, [])
  })
})
