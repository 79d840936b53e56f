// Two records of one child: proposed by one and confirmed by another, closed to writing, counted once, and parted again.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openRecord } from '#access'
import { day, numberOf } from '#calendar'
import { childRoutes } from '#child-pages'
import { factsKnown } from '#clock'
import { correct, currentOf, recordFirst, type Who } from '#database'
import { formRoutes } from '#forms'
import { joiningForms, joiningRoutes } from '#joining'
import { childrenChosen } from '#lists'
import { recordIdentifier, recordName } from '#people'
import { figuresOf, loadForFigures } from '#record-figures'
import { returnKnown } from '#return-making'
import { makeFinder } from '#search'
import { storyRoutes } from '#story'
import { writeWords } from '../../src/documents/document.ts'
import { filterIn } from '../../src/lists/filters.ts'
import { eachChildHeld } from '../../src/return-making/store.ts'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, joinTeam, makeTeam, send } from './form-posting.ts'

const TODAY = day('2027-03-31')
let served: Served
let [earlier, goesOn] = ['', '']
let people: Record<'director' | 'officer' | 'head' | 'north' | 'ana' | 'ben', Who>
const as = (who: Who): Browser =>
  served.appFor(who, [
    ...formRoutes(joiningForms, async () => new Map()),
    ...[...joiningRoutes(), ...childRoutes(), ...storyRoutes()],
  ])

type Made = { readonly name: string; readonly number: string; readonly born: string; readonly care: readonly string[] }
async function record({ name, number, born, care }: Made, worker: Who): Promise<string> {
  const [made] = await served.query<{ id: string }>(
    'insert into kith.person (council, recorded_by) values ($1, kith.new_id()) returning id',
    [served.council.council],
  )
  const child = made?.id ?? ''
  await served.query('insert into kith.child (council, id, recorded_by) values ($1, $2, $2)', [
    served.council.council,
    child,
  ])
  await served.door.asService(served.council.council, 'import', async (asking) => {
    await recordName(asking, child, { kind: 'given', name, since: null })
    await recordIdentifier(asking, child, { issuer: 'ssda903', value: number })
    await recordFirst(asking, 'kith.birth_claim', { child, columns: { born, basis: 'told', standing: 'in force' } })
    const [began = '', ended = null] = care
    await recordFirst(asking, 'kith.care_period', { child, columns: { began, ended } })
    const work = { worker: worker.person, role: 'allocated-worker', during: '[2020-01-01,)' }
    await recordFirst(asking, 'kith.allocation', { child, columns: work })
  })
  return child
}

before(async () => {
  served = await servedCouncil('joined records', { filled: false })
  const service = await makeTeam(served, 'Service')
  const [north, south] = [await makeTeam(served, 'North', service), await makeTeam(served, 'South', service)]
  people = {
    ...{ director: await served.worker('director'), officer: await served.worker('director') },
    ...{ head: await served.worker(undefined), north: await served.worker(undefined) },
    ...{ ana: await served.worker(undefined), ben: await served.worker(undefined) },
  }
  await joinTeam(served, { person: people.head.person, team: service, role: 'manager' })
  await joinTeam(served, { person: people.north.person, team: north, role: 'manager' })
  await joinTeam(served, { person: people.ana.person, team: north, role: 'worker' })
  await joinTeam(served, { person: people.ben.person, team: south, role: 'worker' })
  earlier = await record(
    { name: 'Ottilie', number: '700100', born: '2012-05-01', care: ['2025-01-05', '2026-06-01'] },
    people.ana,
  )
  goesOn = await record({ name: 'Tilly', number: '700101', born: '2012-05-10', care: ['2026-05-20'] }, people.ben)
})
after(async () => await served.close())

const path = () => `/children/${earlier}/joins/record`
const proposal = (more: Record<string, string> = {}) => ({
  ...{ number: '700101', stays: 'other', why: 'Her aunt says that it is her.', ...more },
})
const standing = async () =>
  (
    await served.query<{ line: string; step: string }>(
      'select line, step from kith.record_join_current order by recorded desc, id desc limit 1',
    )
  )[0] ?? { line: '', step: '' }
const decide = async (who: Who, fields: Record<string, string>) =>
  await send(as(who), `/children/${earlier}/joins/${(await standing()).line}/decide`, { why: 'I looked.', ...fields })
const visit = async (child: string, who: Who) =>
  await served.door.as(who, async (asking) => {
    const columns = { happened: '2027-03-01', visitor_role: 'representative', mode: 'in person' }
    return await recordFirst(asking, 'kith.visit', { child, columns, words: 'We walked.' })
  })
const found = async (who: Who, typed: string) =>
  (await makeFinder().find(served.door, who, { typed, today: TODAY })).matches.map(({ child }) => child)
const listed = async (who: Who) =>
  (
    await served.door.as(
      who,
      async (asking) =>
        await childrenChosen(
          asking,
          TODAY,
          filterIn(() => undefined),
        ),
    )
  ).map(({ id }) => id)

describe('before it is confirmed', () => {
  test('what is missing or wrong is said beside its field; who does not see both is told to ask, and learns no more', async () => {
    const empty = await send(as(people.director), path(), proposal({ why: '', stays: '' }))
    assert.equal(empty.status, 422)
    assert.match(empty.html, /Say which record goes on[\s\S]*how you know/)
    assert.match((await send(as(people.director), path(), proposal({ number: '999' }))).html, /no other record/)
    const one = await send(as(people.north), path(), proposal())
    const none = await send(as(people.north), path(), proposal({ number: '999' }))
    for (const sent of [one, none]) assert.match(sent.html, /You see no other record with this number/)
    assert.equal((await get(as(people.ana), path())).status, 403)
    assert.equal((await get(as(people.north), `/children/${goesOn}/joins/record`)).status, 403)
  })
  test('days in care in both at once are refused, with which and what to do, also by the database', async () => {
    const sent = await send(as(people.director), path(), proposal())
    assert.match(sent.html, /In care in both at once: [^.]*1 Jun 2026, and [^.]*20 May 2026 to now/)
    assert.equal((await standing()).step, '')
    const columns = { goes_on: goesOn, step: 'proposed' }
    const direct = served.door.as(people.director, async (asking) => {
      return await recordFirst(asking, 'kith.record_join', { child: earlier, columns, words: 'So.' })
    })
    await assert.rejects(direct, { kind: 'not allowed' })
    await served.door.asService(served.council.council, 'import', async (asking) => {
      const [period] = await currentOf(asking, 'kith.care_period', earlier)
      await correct(asking, 'kith.care_period', { id: period?.id ?? '', columns: { ended: '2026-05-01' } })
    })
  })
  test('proposed by one, seen side by side; nobody confirms their own; different birth dates have to be answered', async () => {
    const sent = await send(as(people.director), path(), proposal())
    assert.equal(sent.status, 303, sent.html)
    const shown = await get(as(people.head), sent.to)
    for (const words of ['Ottilie', 'Tilly', '700100', '700101', '1 May 2012', '10 May 2012', 'different birth dates'])
      assert.ok(shown.html.includes(words), words)
    assert.equal((await get(as(people.north), sent.to)).status, 404)
    assert.match(
      (await decide(people.director, { answer: 'yes', births: 'goes on' })).html,
      /Somebody else has to say yes/,
    )
    assert.match((await decide(people.head, { answer: 'yes' })).html, /Put the birth date right/)
    assert.equal((await standing()).step, 'proposed')
    const { line } = await standing()
    const [row] = await served.query<{ id: string }>('select id from kith.record_join_current where line = $1', [line])
    for (const who of [people.director, people.north])
      await assert.rejects(
        served.door.as(who, async (asking) => {
          const [id = ''] = await asking.newIds(1)
          const shape = { council: served.council.council, id, line, supersedes: row?.id, change: 'change' }
          const own = { child: earlier, goes_on: goesOn, step: 'confirmed', births_answered: true }
          const by = { recorded_by: who.person, retention_class: 'child-in-care' }
          await asking.insert('kith.record_join', [{ ...shape, ...own, ...by }])
        }),
        { kind: 'not allowed' },
      )
  })
})

describe('joined', () => {
  test('a second person confirms: the earlier record takes no more writing, from nobody', async () => {
    await visit(earlier, people.ana)
    await served.door.as(people.ana, async (asking) => {
      const person = { relation: 'aunt', died: 'living' }
      await recordFirst(asking, 'kith.family_person', {
        child: earlier,
        columns: person,
        words: JSON.stringify({ name: 'Aunt Delphine', note: '' }),
      })
      const made = { kind: 'letter', from_whom: 'school', terms: 'own', made: '2025-03-01' } as const
      const words = writeWords({ title: 'A letter from Quarry School', from: '', caption: '' })
      await recordFirst(asking, 'kith.document', { child: earlier, columns: made, words })
      const limits = { audience: ['allocated-worker'], audience_because: 'safety of somebody else' }
      const kept = writeWords({ title: 'A letter kept to one', from: '', caption: '' })
      await recordFirst(asking, 'kith.document', { child: earlier, columns: { ...made, ...limits }, words: kept })
    })
    await served.door.asService(served.council.council, 'import', async (asking) => {
      const answer = async (child: string, question: string) => {
        const columns = { year_ending: '2027-03-31', question, answer: child === earlier ? '0' : '1' }
        await recordFirst(asking, 'kith.year_answer', { child, columns })
      }
      await answer(earlier, 'teeth-checked')
      await answer(earlier, 'health-assessed')
      await answer(goesOn, 'health-assessed')
    })
    const sent = await decide(people.head, { answer: 'yes', births: 'goes on' })
    assert.equal(sent.status, 303, sent.html)
    for (const who of [people.ana, people.head]) await assert.rejects(visit(earlier, who), { kind: 'not allowed' })
    const imported = served.door.asService(served.council.council, 'import', async (asking) => {
      await recordFirst(asking, 'kith.review', { child: earlier, columns: { held: '2026-02-01' } })
    })
    await assert.rejects(imported, { kind: 'not allowed' })
    await visit(goesOn, people.ben)
  })
  test('who saw one of the two sees no more; each page says where the other is, to whoever may know', async () => {
    const opened = async (who: Who, child: string) =>
      await served.door.as(who, async (asking) => await openRecord(asking, child, 'opened'))
    assert.deepEqual(await opened(people.ana, earlier), {
      kind: 'open',
      may: true,
      joined: { closed: true, other: null },
    })
    assert.equal((await opened(people.ana, goesOn)).kind, 'closed')
    assert.deepEqual(await opened(people.ben, goesOn), { kind: 'open', may: true })
    assert.deepEqual(await opened(people.head, earlier), {
      kind: 'open',
      may: true,
      joined: { closed: true, other: goesOn },
    })
    assert.deepEqual(await opened(people.head, goesOn), {
      kind: 'open',
      may: true,
      joined: { closed: false, other: earlier },
    })
  })
  test('the closed one offers nothing to fill in, also to who still oversees it; the other does', async () => {
    for (const [who, child, offers] of [
      [people.director, earlier, false],
      [people.ana, earlier, false],
      [people.ben, goesOn, true],
    ] as const) {
      const { html } = await get(as(who), `/children/${child}`)
      assert.match(html, /Not known yet/)
      assert.equal(/Record the home|Record what they said|Allocate/.test(html), offers)
    }
  })
  test('the search finds the one that goes on, by what either holds; lists count the child once', async () => {
    for (const typed of ['Ottilie', 'Tilly', '700100'])
      assert.deepEqual(await found(people.head, typed), [goesOn], typed)
    assert.deepEqual(await found(people.ana, 'Ottilie'), [earlier])
    assert.deepEqual(await listed(people.head), [goesOn])
    const working = await served.door.as(people.head, async ({ record: read }) =>
      (await read.selectFrom('kith.allocation_current').select('child').execute()).map(({ child }) => child),
    )
    assert.deepEqual(working, [goesOn])
  })
  test('the clock reads both as one child, with the birth date that goes on; of the closed one nothing is owed', async () => {
    const facts = await served.door.asService(served.council.council, 'command line', async (asking) => {
      return await factsKnown(asking, [earlier, goesOn], undefined)
    })
    assert.deepEqual(
      facts.map(({ child, periods, visits }) => [child, periods.length, visits.length]),
      [[goesOn, 2, 2]],
    )
    assert.ok(JSON.stringify(facts[0]?.birth).includes(String(numberOf(day('2012-05-10')))))
    const owed = await served.query<{ child: string }>('select distinct child from kith.duty')
    assert.deepEqual(owed, [{ child: goesOn }])
  })
  test('the return holds one child of the year, with both periods of care', async () => {
    const { children } = await served.door.asService(served.council.council, 'command line', async (asking) => {
      return await returnKnown(asking, { year: 2027, today: TODAY, knownAt: 'infinity' })
    })
    assert.deepEqual(
      children.map(({ child }) => child),
      [goesOn],
    )
    assert.equal(children[0]?.rows.get('Header')?.length, 1)
  })
  test('figures count one child, in care twice, with the birth date that goes on and the answers of both', async () => {
    const asked = { from: day('2025-03-31'), to: TODAY }
    const loaded = await served.door.asService(served.council.council, 'nightly refresh', async (asking) => {
      return await loadForFigures(asking, asked)
    })
    const [child, ...others] = loaded.children
    assert.deepEqual([child?.id, others], [goesOn, []])
    assert.deepEqual(child?.rows.periods?.length, 2)
    assert.deepEqual(
      child.rows.births?.map(([, born]) => born),
      [numberOf(day('2012-05-10'))],
    )
    const [night] = figuresOf(loaded, [TODAY])
    assert.deepEqual(
      ['cla_count', 'cla_started'].map((id) => night?.figures.find(({ indicator }) => indicator === id)?.above),
      [1, 1],
    )
    const [of, goingOn] = child.rows.yearAnswers ?? []
    assert.deepEqual(
      [of?.filter((said) => said === '0').length, goingOn?.filter((said) => said === '1').length],
      [2, 1],
    )
  })
  test('answers of a year are those of the record that goes on, and of the earlier one what it alone answers', async () => {
    const answers: unknown[] = []
    await served.door.asService(served.council.council, 'command line', async (asking) => {
      const year = { year: 2027, first: day('2026-04-01'), last: TODAY, today: TODAY, workersSince: day('2025-04-01') }
      await eachChildHeld(asking, year, ({ held }) => {
        for (const { table, columns } of held)
          if (table === 'year_answer') answers.push([columns.question, columns.answer])
      })
    })
    assert.deepEqual(answers, [
      ['health-assessed', '1'],
      ['teeth-checked', '0'],
    ])
  })
  test('read as one by whoever sees both: each entry says where it was written, and what is kept to few stays so', async () => {
    const pages: readonly (readonly [string, RegExp])[] = [
      ['story?show=all', /We walked\.[\s\S]*Written in the earlier record/],
      ['chronology', /Came into care/],
      ['documents', /A letter from Quarry School[\s\S]*Written in the earlier record/],
      ['family', /Written in the earlier record[\s\S]*Aunt Delphine/],
    ]
    const reads = async () =>
      (
        await served.query<{ n: number }>(
          `select count(*)::int as n from kith.access_entry where child = $1 and person = $2 and what like '%record that goes on'`,
          [earlier, people.head.person],
        )
      )[0]?.n
    for (const [at, says] of pages) {
      const both = (await get(as(people.head), `/children/${goesOn}/${at}`)).html
      assert.match(both, says, at)
      assert.ok(both.includes('Written in the earlier record'), at)
      assert.ok(!both.includes('kept to one'), at)
      const one = (await get(as(people.ben), `/children/${goesOn}/${at}`)).html
      for (const hidden of ['earlier record', 'Delphine', 'Quarry School', earlier])
        assert.ok(!one.includes(hidden), `${at} ${hidden}`)
    }
    assert.equal(await reads(), pages.length)
    const story = (await get(as(people.head), `/children/${goesOn}/story?show=all`)).html
    assert.match(story, /Came back into care/)
    assert.ok(story.includes(`href="/children/${earlier}/visits"`))
  })
  test('on paper both stand for whoever may print both; of one alone the other is left out and it is said', async () => {
    const print = async (who: Who) =>
      (await send(as(who), `/children/${goesOn}/chronology`, { why: 'review', for: 'council' })).html
    const [officer, reader] = [
      await served.worker('records-officer', goesOn),
      await served.worker('records-officer', goesOn),
    ]
    const alone = await print(officer)
    await served.door.asService(served.council.council, 'command line', async (asking) => {
      const relate = async ({ person }: Who, relation: string) => {
        const [id = ''] = await asking.newIds(1)
        const shape = { council: served.council.council, id, line: id, recorded_by: asking.who.person }
        await asking.insert('kith.standing_relation', [{ ...shape, person, child: earlier, relation, reason: 'role' }])
      }
      await relate(officer, 'records-officer')
      await relate(reader, 'manager-line')
    })
    assert.doesNotMatch(alone, /earlier record|Came back/)
    const both = await print(officer)
    assert.match(both, /Came into care[\s\S]*Written in the earlier record[\s\S]*Came back into care/)
    const one = await print(reader)
    assert.match(one, /is not yours to print[\s\S]*Came into care/)
    assert.doesNotMatch(one, /Written in the earlier record/)
  })
  test('no chain: neither record is joined to a third', async () => {
    const third = await record(
      { name: 'Odile', number: '700102', born: '2012-05-01', care: ['2019-01-05', '2019-02-01'] },
      people.ana,
    )
    for (const at of [`/children/${third}/joins/record`, `/children/${goesOn}/joins/record`]) {
      const number = at.includes(third) ? '700100' : '700102'
      const sent = await send(as(people.director), at, { number, stays: 'other', why: 'It is her.' })
      assert.equal(sent.status, 422, at)
      assert.match(sent.html, /could not be saved/)
    }
  })
})

test('parted by two people as well: each record is as before, and every step stays', async () => {
  const { line } = await standing()
  const sent = await send(as(people.officer), `/children/${earlier}/joins/${line}/part`, { why: 'A cousin.' })
  assert.equal(sent.status, 303, sent.html)
  assert.match((await decide(people.officer, { answer: 'yes' })).html, /Somebody else has to say yes/)
  assert.equal((await decide(people.director, { answer: 'yes' })).status, 303)
  await visit(earlier, people.ana)
  assert.deepEqual(new Set(await listed(people.head)).has(earlier), true)
  assert.deepEqual(await found(people.head, 'Ottilie'), [earlier])
  const steps = await served.query<{ step: string }>(
    'select step from kith.record_join where line = $1 order by recorded, id',
    [line],
  )
  assert.deepEqual(
    steps.map(({ step }) => step),
    ['proposed', 'confirmed', 'parting proposed', 'parted'],
  )
  const shown = await get(as(people.head), `/children/${earlier}/joins/${line}`)
  assert.match(shown.html, /Parted again[\s\S]*A cousin/)
})
