// What a file of another system must never do: take away or open what the record holds, or stop because of one row.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '#calendar'
import { correct, recordFirst } from '#database'
import { keptRowsOf } from '#imports'
import { type TestCouncil, testCouncil } from '../imports/test-council.ts'
import { anotherChild, compare, type Line } from './compare.ts'
import type { Fact } from './facts.ts'
import { importNightly } from './import-nightly.ts'
import { readAnnexA } from './read-annex-a.ts'
import { readSsd } from './read-ssd.ts'
import { told } from './report.ts'
import type { Said, TakenTable } from './said.ts'

const TODAY = day('2027-03-31')
const csv = (name: string, ...rows: readonly string[]) => ({ name: `${name}.csv`, text: `${rows.join('\n')}\n` })
const VISITS =
  'clav_cla_visit_id,clav_cla_id,clav_person_id,clav_cla_visit_date,clav_cla_visit_seen,clav_cla_visit_seen_alone'
const HEALTH =
  'clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date,clah_health_check_status'
const PLACEMENTS =
  'clap_cla_placement_id,clap_person_id,clap_cla_placement_start_date,clap_cla_placement_end_date,clap_cla_placement_type,clap_cla_placement_provider,clap_cla_placement_urn,clap_cla_placement_postcode'
const PERSON = 'pers_person_id,pers_forename,pers_surname,pers_sex,pers_ethnicity,pers_dob'
const REVIEWS =
  'clar_cla_review_id,clar_cla_id,clar_cla_review_date,clar_cla_review_cancelled,clar_cla_review_participation'
const EPISODES =
  'clae_person_id,clae_cla_id,clae_cla_episode_start_date,clae_cla_episode_ceased_date,clae_entered_care_date,clae_cla_episode_start_reason,clae_cla_episode_ceased_reason,clae_cla_primary_need_code'

describe('what a file says is doubted where it is broken', () => {
  const refusals = (...files: Parameters<typeof readSsd>[0][number][]) => {
    const { children, strays, events, notes } = readSsd(files, TODAY)
    const refused = [...children.values()].flatMap((one) => one.refused)
    const facts = [...children.values()].flatMap((one) => one.facts.map(({ key }) => key))
    const reasons = [...strays, ...refused].map(({ reason }) => reason)
    return { reasons, events, facts, notes: notes.filter((note) => !note.startsWith('There is no')) }
  }
  const one = 'v1,p,1,2027-03-01,Y,N'
  const VISIT = 'ssd_cla_visits|v1'
  const unsure = 'ssd_cla_visits.csv was not read whole: it does not say tonight that nothing else happened.'
  for (const [name, rows, expected] of [
    ['whole', [VISITS, one], { reasons: [], events: ['visit'], facts: [VISIT], notes: [] }],
    [
      'a cell too many',
      [VISITS, one, 'v2,p,1,2027,03-01,Y,N'],
      { reasons: ['cells-out-of-step'], events: [], facts: [VISIT], notes: [unsure] },
    ],
    [
      'a quotation mark that never closes',
      [VISITS, one, 'v2,p,1,2027-03-02,"Y,N', 'v3,p,1,2027-03-03,Y,N'],
      { reasons: ['cells-out-of-step'], events: [], facts: [VISIT], notes: [unsure] },
    ],
    [
      'nobody named',
      [VISITS, one, 'v2,p,,2027-03-02,Y,N'],
      { reasons: ['no-child'], events: [], facts: [VISIT], notes: [unsure] },
    ],
    [
      'no column of ids',
      [VISITS.replace('clav_cla_visit_id', 'id'), one],
      {
        ...{ reasons: [], events: [], facts: [] },
        notes: ['ssd_cla_visits.csv has no column clav_cla_visit_id: nothing of it was read.'],
      },
    ],
    [
      'a blank id, and one id for two visits',
      [VISITS, one, ',p,1,2027-03-02,Y,N', 'v2,p,1,2027-03-03,Y,N', 'v2,p,1,2027-03-04,Y,N', one],
      { reasons: ['blank', 'said-twice', 'id-twice', 'id-twice'], events: ['visit'], facts: [VISIT], notes: [] },
    ],
    [
      'a column gone',
      [VISITS.replace('clav_cla_visit_seen,', 'seen,'), one],
      { reasons: ['no-column'], events: ['visit'], facts: [], notes: [] },
    ],
  ] as const)
    test(name, () => {
      assert.deepEqual(refusals(csv('ssd_cla_visits', ...rows)), expected)
    })

  test('a health check of a kind that is not understood is listed, and health of that child is not covered; dental checks are passed over', () => {
    const of = (type: string) => {
      const file = csv('ssd_cla_health', HEALTH, `h1,1,${type},2027-03-01,Completed`, 'h2,2,IHA,2027-03-01,Completed')
      const unread = [...readSsd([file], TODAY).children].map(([child, one]) => [child, ...(one.unread ?? [])])
      return { ...refusals(file), unread }
    }
    assert.deepEqual(of('Full check').reasons, ['not-a-code'])
    assert.deepEqual(of('Full check').unread, [['1', 'health-assessment'], ['2']])
    assert.deepEqual([of('Dental check').reasons, of('Dental check').unread.flat()], [[], ['1', '2']])
    for (const type of ['Full check', 'Dental check']) assert.deepEqual(of(type).events, ['health-assessment'])
  })

  test('reviews are covered only beside the episodes, which say whose they are', () => {
    const reviews = csv('ssd_cla_reviews', REVIEWS, 'r1,p,2027-03-01,,PN1')
    const episodes = csv('ssd_cla_episodes', EPISODES, '1,p,2026-05-01,,,S,,N1')
    assert.deepEqual(refusals(reviews).events, [])
    assert.deepEqual(refusals(reviews, episodes).events, ['review', 'care-period'])
    const backwards = csv('ssd_cla_episodes', EPISODES, '1,p,2026-05-01,2026-04-01,,S,E8,N1')
    assert.deepEqual(refusals(backwards).reasons, ['ends-before-it-begins'])
  })
})

describe('compared with the record', () => {
  const place = { file: 'f', sheet: 's', row: 2, words: '' }
  const fact = (table: TakenTable, said: Said): Fact => ({ table, key: 's|new', id: undefined, said, place })
  const line = (table: TakenTable, columns: Line['columns'], more: Partial<Line> = {}): Line => ({
    ...{ table, line: 'l', id: 'l', key: 's|old', ours: true, retracted: false, columns },
    ...more,
  })
  const told_ = (facts: Fact[], lines: Line[], more = {}) => {
    const all = { lastOnly: false, secret: new Set<string>(), whole: new Set<TakenTable>(), today: TODAY }
    const { same, vanished: _, incomplete: __, ...counts } = compare({ ...all, facts, lines, ...more })
    const found = Object.entries(counts).flatMap(([name, of]) => (of.length === 0 ? [] : [`${name} ${of.length}`]))
    return [...found, ...(same > 0 ? [`same ${same}`] : [])].join(', ')
  }
  const KITHS = { masters: { kith: new Set(['visit']), theirs: new Set<string>() } }
  const THEIRS = { masters: { kith: new Set<string>(), theirs: new Set(['visit']) } }
  const name = fact('child_name', { kind: 'given', words: 'Bo' })
  const there = { during: '[2027-01-01,)', start_known: true, kind: 'U1', place: 'QD19 3FZ' }
  const stays = { from: '2027-01-01', until: '', kind: 'U1', place: 'VD4 1QZ' }
  const moved = fact('placement', { ...stays, from: '2027-02-01' })
  const visit = fact('visit', { happened: '2027-03-01', role: 'representative', seen: 'N' })
  const visited = { happened: '2027-03-01', visitor_role: 'representative', seen: true }
  for (const [says, found, expected] of [
    [
      'words out of sight',
      told_([name], [line('child_name', { kind: 'given', words: null }, { unreadable: true })]),
      'same 1',
    ],
    [
      'a place that stands',
      told_([fact('placement', stays)], [line('placement', there, { placeStands: true })]),
      'contradicts 1',
    ],
    ['a secret postcode', told_([moved], [], { secret: new Set(['VD4 1QZ']) }), 'hidden 1'],
    [
      'an end before its beginning',
      told_([{ ...fact('placement', { until: '2026-12-01' }), key: 's|old' }], [line('placement', there)]),
      'contradicts 1',
    ],
    [
      'taken back here',
      told_([{ ...visit, key: 's|old' }], [line('visit', visited, { retracted: true })]),
      'contradicts 1',
    ],
    ['in the closed record', told_([visit], [line('visit', visited, { ours: false, closed: true })]), 'contradicts 1'],
    [
      'under the earlier id',
      told_([visit, { ...visit, earlier: true }, { ...visit, said: { ...visit.said, seen: 'Y' }, earlier: true }], []),
      'added 1, doubled 1, same 1',
    ],
    [
      'another system is master',
      told_([{ ...visit, key: 's|old' }], [line('visit', visited, { ours: false })], THEIRS),
      'changed 1',
    ],
    [
      'and what was taken back stands',
      told_([{ ...visit, key: 's|old' }], [line('visit', visited, { retracted: true })], THEIRS),
      'contradicts 1',
    ],
    ['Kith is master', told_([{ ...visit, key: 's|old' }], [line('visit', visited)], KITHS), 'contradicts 1'],
    ['Kith is master, and holds no such thing', told_([visit], [], KITHS), 'ofKith 1'],
    ['a move in a list', told_([moved], [line('placement', there)], { lastOnly: true }), 'added 1, changed 1'],
    [
      'a move in a list over what a person said',
      told_([moved], [line('placement', there, { ours: false })], { lastOnly: true }),
      'overlaps 1',
    ],
  ] as const)
    test(says, () => {
      assert.equal(found, expected)
    })

  test('another day of birth or sex is another child', () => {
    const born = line('birth_claim', { born: '2012-03-01' })
    const sex = line('identity_code', { kind: 'sex for the return', code: 'F' })
    const clash = (one: Fact) => anotherChild([one], [born, sex]) !== undefined
    const of = (code: string) => fact('identity_code', { kind: 'sex for the return', code })
    assert.deepEqual(
      [
        fact('birth_claim', { born: '2012-03-02' }),
        fact('birth_claim', { born: '2012-03-01' }),
        of('M'),
        of('F'),
        of('U'),
      ].map(clash),
      [true, false, true, false, false],
    )
  })
})

describe('in a record', () => {
  let kith: TestCouncil
  before(async () => {
    kith = await testCouncil()
  })
  after(async () => await kith.close())
  const take = async (...files: Parameters<typeof readSsd>[0][number][]) =>
    (
      await importNightly(kith.door, {
        council: kith.council,
        today: TODAY,
        since: day('2026-04-01'),
        file: readSsd(files, TODAY),
      })
    ).rows.map(({ kind, child, says }) => `${kind} ${child} ${says}`)
  const person = csv('ssd_person', PERSON, 'A1,Bo,Quill,M,WBRI,2012-03-01')
  const lives = (postcode: string, ...more: string[]) =>
    csv('ssd_cla_placement', PLACEMENTS, `p1,A1,2027-01-01,,U1,PR1,,${postcode}`, ...more)
  const keptOf = async (code: string) => {
    const [of] = await kith.query('select child from kith.child_identifier where value = $1', [code])
    return await kith.door.asService(
      kith.council,
      'import',
      async (asking) => await keptRowsOf(asking, String(of?.child)),
    )
  }
  const addresses = async () =>
    await kith.query(
      'select line = first_value(line) over (order by recorded, id) as same, postcode, audience from kith.address order by recorded, id',
    )

  test('a new postcode corrects the address; one that not everybody may know stands, and is not opened elsewhere', async () => {
    await take(person, lives('QD19 3FZ'))
    assert.deepEqual(await take(person, lives('VD4 1QZ')), ['changed A1 placement: place'])
    assert.deepEqual(await addresses(), [
      { same: true, postcode: 'QD19 3FZ', audience: null },
      { same: true, postcode: 'VD4 1QZ', audience: null },
    ])
    await kith.door.asService(kith.council, 'command line', async (asking) => {
      const { id, child } = await asking.record
        .selectFrom('kith.address_current')
        .select(['id', 'child'])
        .executeTakeFirstOrThrow()
      const columns = { power: 'safety of the child', decided: '2027-03-01' }
      const decision = await recordFirst(asking, 'kith.audience_decision', {
        child: String(child),
        columns,
        words: 'So.',
      })
      const secret = { audience: ['allocated-worker'], audience_decision: decision.id, postcode: 'QD19 4FZ' }
      await correct(asking, 'kith.address', { id: String(id), columns: secret })
    })
    assert.deepEqual(await take(person, lives('VD4 1QZ')), [
      'contradicts A1 placement: the record says otherwise (place), and stands',
    ])
    const ended = csv(
      'ssd_cla_placement',
      PLACEMENTS,
      'p1,A1,2027-01-01,2027-03-01,U1,PR1,,QD19 4FZ',
      'p2,A1,2027-03-01,,U1,PR1,,QD19 4FZ',
    )
    assert.match((await take(person, ended)).join('\n'), /not everybody may know/)
    const words = (await keptOf('A1')).map(({ said }) => said).join('\n')
    assert.match(words, /p2,A1,2027-03-01,,U1,PR1,,\(a place kept to few\)/)
    assert.doesNotMatch(words, /QD19\s*4FZ/)
    assert.deepEqual((await addresses()).at(-1), { same: true, postcode: 'QD19 4FZ', audience: ['allocated-worker'] })
    const [placed] = await kith.query('select place is not null as placed, during::text from kith.placement_current')
    assert.deepEqual(placed, { placed: true, during: '[2027-01-01,2027-03-01)' })
  })

  test('words taken out of sight do not come back', async () => {
    const names = 'select count(*)::int as n from kith.child_name'
    await kith.query("delete from kith.word_key where record in (select id from kith.child_name where kind = 'given')")
    const first = await kith.query(names)
    await take(csv('ssd_person', PERSON, 'A1,Boa,Quill,M,WBRI,2012-03-01'))
    assert.deepEqual(await kith.query(names), first)
  })

  test('rows of another child under the id are kept apart from the record', async () => {
    const rows = await take(csv('ssd_person', PERSON, 'A1,Wren,Sedge,M,WBRI,2014-09-09'))
    assert.match(rows[0] ?? '', /^not taken A1 The file gives this child another day of birth or sex/)
    const [kept] = await kith.query("select count(*)::int as n from kith.stray_row where reason = 'another-child'")
    assert.equal(kept?.n, 1)
  })

  test('what the database refuses is listed with its child, and the others are taken; of two joined records one is written', async () => {
    const people = csv(
      'ssd_person',
      PERSON,
      'B1,Ash,Fenn,F,WB\u0000RI,2013-01-01',
      'C1,Ida,Marl,F,WBRI,2013-01-02',
      'C2,Ida,Marl,F,WBRI,2013-01-02',
    )
    const episodes = csv('ssd_cla_episodes', EPISODES, 'B1,q,2026-05-01,,,S,,N1')
    const rows = await take(people, episodes, csv('ssd_cla_reviews', REVIEWS, 'r1,q,2027-03-01,,PN1'))
    assert.deepEqual(
      rows.filter((row) => row.startsWith('not taken')).map((row) => row.slice(0, 50)),
      ['not taken B1 Nothing of this child could be taken.'],
    )
    assert.equal(rows.filter((row) => /^added C[12]/.test(row)).length, 10)
    const of = async (code: string) =>
      (await kith.query('select child from kith.child_identifier where value = $1', [code]))[0]?.child
    await kith.query('insert into kith.joined_child (council, child, goes_on) values ($1, $2, $3)', [
      kith.council,
      await of('C2'),
      await of('C1'),
    ])
    const two = csv('ssd_person', PERSON, 'C1,Ida,Marl,F,WBRI,2013-01-02', 'C2,Ida,Marle,F,WBRI,2013-01-02')
    const visits = csv('ssd_cla_visits', VISITS, 'v1,p,C2,2027-03-01,Y,N')
    const joined = (await take(two, visits)).filter((row) => row.includes(' C'))
    assert.deepEqual(joined, [
      'added C1 visit',
      'contradicts C1 child_name: the record says otherwise (words), and stands',
    ])
    const [visit] = await kith.query('select child from kith.visit')
    assert.equal(visit?.child, await of('C1'))
    assert.deepEqual(
      (await take(two, visits)).filter((row) => row.includes('added')),
      [],
    )
  })

  test('what is gone is listed until somebody has seen it, with why; that it came again is noted; each night is counted', async () => {
    const [one, two] = ['g1,p,A1,2027-03-01,Y,N', 'g2,p,A1,2027-03-02,Y,N']
    await take(csv('ssd_cla_visits', VISITS, one, two))
    const without = async () => (await take(csv('ssd_cla_visits', VISITS, two))).filter((row) => row.includes('A1'))
    const gone = ['vanished A1 visit: no longer in the file; it stands in the record']
    assert.deepEqual([await without(), await without()], [gone, gone])
    const states = async () =>
      (await kith.query('select state from kith.nightly_gone where known_as = $1 order by recorded, id', ['g1'])).map(
        ({ state }) => state,
      )
    assert.deepEqual(await states(), ['gone'])
    await kith.query(
      `insert into kith.nightly_gone (council, kind, child, of_table, of_line, known_as, state, because, recorded_by)
       select council, kind, child, of_table, of_line, known_as, 'seen', 'Entered twice there.', recorded_by from kith.nightly_gone where known_as = 'g1'`,
    )
    assert.deepEqual(await without(), [])
    await take(csv('ssd_cla_visits', VISITS, one, two))
    assert.deepEqual(await states(), ['gone', 'seen', 'back'])
    assert.deepEqual(await without(), gone)
    const [last] = await kith.query(
      'select kind, rows_read, added, gone, began <= recorded as began from kith.nightly_take order by recorded desc, id desc',
    )
    assert.deepEqual(last, { kind: 'ssd', rows_read: 1, added: 0, gone: 2, began: true })
  })

  test('a row like one whose words were taken out of sight is not kept anew; a second one is, without its words', async () => {
    const bad = (id: string) => `${id},p,A1,2027-02-30,Y,N`
    const kept = async () =>
      await kith.query(
        "select count(*)::int as n from kith.kept_row where sheet = 'ssd_cla_visits' and reason = 'not-a-day'",
      )
    await take(csv('ssd_cla_visits', VISITS, bad('k1')))
    await kith.query(
      "delete from kith.word_key where record in (select id from kith.kept_row where sheet = 'ssd_cla_visits' and reason = 'not-a-day')",
    )
    await take(csv('ssd_cla_visits', VISITS, bad('k1')))
    assert.deepEqual(await kept(), [{ n: 1 }])
    for (const _ of [1, 2]) await take(csv('ssd_cla_visits', VISITS, bad('k1'), bad('k2')))
    assert.deepEqual(await kept(), [{ n: 2 }])
    const shown = await keptOf('A1')
    const words = shown.filter(({ reason }) => reason === 'not-a-day').map(({ said }) => said?.slice(0, 23) ?? null)
    assert.deepEqual(words, [null, 'Kept without its words:'])
  })

  test('a child of whom a health check was not understood is not covered that night, and the others are', async () => {
    await take(csv('ssd_cla_health', HEALTH, 'h1,A1,Full check,2027-03-01,Completed', 'h2,C1,IHA,2027-03-01,Completed'))
    const covered = async (code: string) => {
      const [child] = await kith.query('select child from kith.child_identifier where value = $1', [code])
      const [facts] = await kith.query(
        "select facts -> 'coverage' as covers from kith.facts_known($1::smallint, array[$2::uuid], now())",
        [kith.council, child?.child],
      )
      return JSON.stringify(facts?.covers).includes('health-assessment')
    }
    assert.deepEqual([await covered('A1'), await covered('C1')], [false, true])
  })

  test('the council’s word decides: of Kith nothing is taken, of the other system what a person said is put right', async () => {
    const file = (seen: string, ...more: string[]) =>
      csv('ssd_cla_visits', VISITS, `m1,p,C1,2027-03-09,${seen},N`, ...more)
    const said = async (master: string, system: string | null) =>
      await kith.query(
        `insert into kith.room_master (council, room, master, system, brings, because, recorded_by) values ($1, 'visits', $2, $3, $4, 'Agreed.', kith.new_id())`,
        [kith.council, master, system, system === null ? null : 'ssd'],
      )
    const ofVisits = async (...files: Parameters<typeof take>) =>
      (await take(...files)).filter((row) => / C1 visit/.test(row) && !row.startsWith('vanished'))
    await take(file('Y'))
    await said('kith', null)
    assert.deepEqual(await ofVisits(file('N', 'm2,p,C1,2027-03-10,Y,N')), [
      'contradicts C1 visit: the record says otherwise (seen), and stands',
      'contradicts C1 visit: Your council records this in Kith, and the record does not say so.',
    ])
    await kith.door.asService(kith.council, 'command line', async (asking) => {
      const { id } = await asking.record
        .selectFrom('kith.visit_current')
        .select('id')
        .where('source_key', '=', 'ssd_cla_visits|m1')
        .executeTakeFirstOrThrow()
      await correct(asking, 'kith.visit', { id: String(id), columns: { alone: true } })
    })
    await said('other', 'Mosaic')
    assert.deepEqual(await ofVisits(file('N', 'm2,p,C1,2027-03-10,Y,N')), [
      'added C1 visit',
      'changed C1 visit: seen, alone',
    ])
    await said('nobody', null)
  })

  test('the report of a list prints no key, which is made of days', async () => {
    const heading = [
      'Child Unique ID',
      'Date of Birth',
      'Date Started to be Looked After',
      "Child's Legal Status",
      'Start date of current legal status',
    ]
    const sheet = {
      name: 'List 8',
      rows: [heading, ['D1', '01/02/2013', '01/05/2026', 'a) C2', '02/05/2026']].map((cells, at) => ({
        number: at + 1,
        cells,
      })),
    }
    const file = readAnnexA([sheet], 'lists.xlsx', TODAY)
    assert.ok('children' in file)
    const report = told(await importNightly(kith.door, { council: kith.council, today: TODAY, since: TODAY, file }))
    assert.match(report, /added: List 8 row 2, child D1: legal_basis/)
    assert.doesNotMatch(report, /2026-05|C2/)
  })
})
