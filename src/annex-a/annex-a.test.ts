// The lists of a council taken from a return: the template's form exactly, a child just inside and just outside, and what is empty.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { limitColumns } from '#audiences'
import { day } from '#calendar'
import { type Asking, changeFrom, correct, recordFirst } from '#database'
import { postcodeListFrom } from '#geography'
import { measurePlacements } from '#placements'
import { aroundChildren, knownChildren, rowsOfChild } from '#safeguarding-dataset'
import { type CellValue, readWorkbook } from '#spreadsheets'
import { folderOf, type TestCouncil, testCouncil } from '../imports/test-council.ts'
import { ANNEX_A, annexA, EMPTY_COLUMNS, EMPTY_LISTS, type Lists } from './index.ts'
import { streamOfLists } from './workbook-store.ts'

const spec = join(import.meta.dirname, '../../../shared/specs/annex-a-lists.json')

test('sheets, columns, their order and headings are the template’s', {
  skip: existsSync(spec) ? false : `no ${spec}`,
}, () => {
  const { lists }: { lists: { name: string; sheet: string; columns: { header: string }[] }[] } = JSON.parse(
    readFileSync(spec, 'utf8'),
  )
  assert.deepEqual(
    ANNEX_A.map(({ name, sheet, columns }) => ({ name, sheet, columns: [...columns] })),
    lists.map(({ name, sheet, columns }) => ({ name, sheet, columns: columns.map(({ header }) => header) })),
  )
})

const TODAY = day('2026-12-01')
let kith: TestCouncil
let made: Lists

/** A, in care; B left six months ago to the day; C a day before that; D waits for adoption; E is a care leaver. */
const RETURN = {
  Header: [
    'A,F,03/10/2012,BCRB,UN1',
    'B,M,01/01/2010,WBRI',
    'C,M,01/01/2010,WBRI',
    'D,F,01/02/2024,ZZZZ',
    'E,M,02/03/2008,CHNE',
  ],
  Episodes: [
    'A,01/05/2026,S,V2,N1,U6,PR1,01/09/2026,X1,CARPL,QD19 3FZ,VD4 1QZ',
    'A,01/09/2026,P,V2,N1,K2,PR4,,,,QD19 3FZ,XX9 9XX,SC012345',
    'B,01/05/2025,S,C2,N1,U6,PR1,01/06/2026,E4A',
    'C,01/05/2025,S,C2,N1,U6,PR1,31/05/2026,E4A',
    'D,01/05/2025,S,E1,N1,U5,PR1',
    'E,01/05/2020,S,C2,N4,U4,PR1,02/03/2026,E6',
  ],
  Reviews: ['A,,05/06/2026,PN1', 'A,,05/09/2026,PN1'],
  Missing: ['A,,M,02/12/2025,03/12/2025', 'A,,M,01/10/2026,02/10/2026', 'A,,A,01/11/2026,02/11/2026'],
  PlacedAdoption: ['D,,05/05/2026'],
  UASC: ['E,,,01/01/2026'],
}

async function childOf(asking: Asking, code: string): Promise<string> {
  const row = await asking.record
    .selectFrom('kith.child_identifier')
    .select('child')
    .where('value', '=', code)
    .executeTakeFirstOrThrow()
  return row.child
}

before(async () => {
  kith = await testCouncil()
  await kith.take(folderOf(RETURN), undefined, TODAY)
  made = await kith.door.asService(kith.council, 'command line', async (asking) => {
    const a = await childOf(asking, 'A')
    const visit = async (happened: string, how: object) =>
      await recordFirst(asking, 'kith.visit', {
        child: a,
        columns: { happened, visitor_role: 'representative', mode: 'in person', seen: true, ...how },
      })
    await visit('2026-10-10', {})
    await visit('2026-11-20', { seen: false })
    await visit('2026-11-21', { mode: 'video' })
    await visit('2026-11-22', { visitor_role: 'reviewing officer' })
    for (const [happened, outcome] of [
      ['2026-07-01', 'seen'],
      ['2026-11-01', 'refused'],
    ] as const)
      await recordFirst(asking, 'kith.health_assessment', {
        child: a,
        columns: { kind: 'initial', happened, by_role: 'doctor', outcome },
      })
    return await annexA(
      asking,
      TODAY,
      async () => await Promise.resolve(postcodeListFrom([['VD4 1QZ', 1, 1, 'E06000031']])),
    )
  })
})
after(async () => await kith.close())

const rowOf = (list: number, child: string): Readonly<Record<string, CellValue>> | undefined => {
  const columns: readonly string[] = ANNEX_A[list - 1]?.columns ?? []
  const row = made.rows.get(list)?.find(([id]) => id === child)
  return row === undefined ? undefined : Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))
}
const words = (value: CellValue | undefined): string => (typeof value === 'string' ? value : '')
const idsIn = (list: number) =>
  made.rows
    .get(list)
    ?.map(([id]) => id)
    .toSorted()
const on = (iso: string): CellValue => ({ day: Date.parse(iso) / 86_400_000 })

test('who is in which list: six months to the day is in, a day more is out', () => {
  assert.deepEqual(idsIn(8), ['A', 'B', 'D'])
  assert.deepEqual(idsIn(6), ['A', 'B', 'D'])
  assert.deepEqual(idsIn(9), ['B', 'C', 'E'])
  assert.equal(rowOf(9, 'B')?.['Eligibility Category'], 'a) Relevant child')
  assert.deepEqual(idsIn(10), ['D'])
  for (const list of Object.keys(EMPTY_LISTS)) assert.deepEqual(idsIn(Number(list)), [])
})

test('a child in care, column by column', () => {
  assert.deepEqual(rowOf(8, 'A'), {
    'Child Unique ID': 'A',
    Gender: 'b) Female',
    Ethnicity: 'n) BCRB',
    'Date of Birth': on('2012-10-03'),
    Age: 14,
    'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))': 'b) No',
    'Does the Child have a Disability': 'c) Unknown',
    'Date Started to be Looked After': on('2026-05-01'),
    "Child's Category of Need": 'N1 - Abuse or neglect',
    'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)': 'b) No',
    'Start date of current legal status': on('2026-05-01'),
    "Child's Legal Status": rowOf(8, 'A')?.["Child's Legal Status"],
    'Date of Latest Statutory Review': on('2026-09-05'),
    'Date of Last Social Work Visit': on('2026-10-10'),
    'What is the permanence plan for this child?': null,
    'Date of Last IRO Visit / Contact to the Child': on('2026-11-22'),
    'Date of Last Health Assessment': on('2026-07-01'),
    'Date of Last Dental Check': null,
    'Number of Placements in the Last 12 months': 2,
    'Date Ceased to be Looked After': null,
    'Reason Ceased to be Looked After': null,
    'Start Date of Most Recent Placement': on('2026-09-01'),
    'Placement Type': "p) K2: Children's Homes",
    'Placement Provider': 'e) PR4: Private provision',
    'Placement postcode': 'XX9 9XX',
    'URN of Placement': 'SC012345',
    'Placement Location': null,
    'LA of Placement': null,
    'Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months': 2,
    'Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months': 1,
    'Was the child offered a Return Interview after their last missing episode (Y/N)?': 'c) Unknown',
    'Did the child accept a Return Interview after their last missing episode (Y/N)?': 'c) Unknown',
    'Allocated Team': null,
    'Allocated Worker': null,
  })
  assert.match(words(rowOf(8, 'A')?.["Child's Legal Status"]), /V2/)
})

test('who left, who waits for adoption, and who is a care leaver', () => {
  const left = rowOf(8, 'B')
  assert.deepEqual(left?.['Date Ceased to be Looked After'], on('2026-06-01'))
  assert.match(words(left?.['Reason Ceased to be Looked After']), /E4A/)
  assert.match(words(left?.['Placement Type']), /U6/)
  assert.equal(rowOf(6, 'B')?.['Case Status'], null)
  const waiting = rowOf(10, 'D')
  assert.equal(waiting?.Ethnicity, 'u) UNKNOWN')
  assert.deepEqual(
    ['Date of Decision that Child Should be Placed for Adoption', 'Date of Placement Order'].map(
      (column) => waiting?.[column],
    ),
    [on('2026-05-05'), on('2025-05-01')],
  )
  const leaver = rowOf(9, 'E')
  assert.deepEqual(
    [
      leaver?.['Eligibility Category'],
      leaver?.['Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)'],
    ],
    ['b) Former relevant child', 'a) Yes'],
  )
})

test('every column is given or said to be empty, and the workbook reads back as it was made', async () => {
  const { TMPDIR } = process.env
  const folder = mkdtempSync(join(tmpdir(), 'kith-annex-'))
  try {
    const path = join(folder, 'lists.xlsx')
    process.env.TMPDIR = folder
    const stream = await streamOfLists(made)
    assert.deepEqual(readdirSync(folder), [], 'nobody has to read it to its end for its file to go')
    writeFileSync(path, Buffer.from(await new Response(stream).arrayBuffer()))
    const read = await readWorkbook(path)
    assert.ok('sheets' in read)
    assert.deepEqual(
      read.sheets.map(({ name }) => name),
      [...ANNEX_A.map(({ sheet }) => sheet), 'What is empty'],
    )
    const eight = read.sheets[7]?.rows.map(({ cells }) => cells) ?? []
    assert.deepEqual(eight[0], [...(ANNEX_A[7]?.columns ?? [])])
    assert.deepEqual(eight[1]?.slice(0, 5), made.rows.get(8)?.[0]?.slice(0, 5))
    const said = read.sheets[11]?.rows.map(({ cells }) => `${words(cells[0])} ${words(cells[2])}`) ?? []
    for (const [list, columns] of Object.entries(EMPTY_COLUMNS))
      for (const column of Object.keys(columns)) assert.ok(said.includes(`List ${list} ${column}`), column)
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
    rmSync(folder, { recursive: true })
  }
})

test('where a placement is that not everybody may know, corrected since, no list and no dataset says; nor a home', async () => {
  const postcodes = async () => await Promise.resolve(postcodeListFrom([['XX9 9XX', 1, 1, 'E06000031']]))
  const told = async (asking: Asking) => {
    const all = []
    const around = await aroundChildren(asking)
    for await (const batch of knownChildren(asking, { on: TODAY, why: 'a test', names: false })) all.push(...batch)
    const rows = all.flatMap((known) => [...rowsOfChild(known, { on: TODAY, around }).values()])
    const cells = (await annexA(asking, TODAY, postcodes)).rows.get(8)?.find(([id]) => id === 'A')
    const from = ANNEX_A[7]?.columns.indexOf('Placement postcode') ?? 0
    return { cells: cells?.slice(from, from + 4), dataset: JSON.stringify(rows).replaceAll(' ', '') }
  }
  await kith.door.asService(kith.council, 'command line', async (asking) => {
    const a = await childOf(asking, 'A')
    const { id, line, place, home } = await asking.record
      .selectFrom('kith.placement_current')
      .select(['id', 'line', 'place', 'home'])
      .where('child', '=', a)
      .where('registration', '=', 'SC012345')
      .executeTakeFirstOrThrow()
    await correct(asking, 'kith.placement', { id: String(id), columns: { provider: 'PR5' } })
    await asking.record.deleteFrom('kith.placement_distance').where('placement', '=', line).execute()
    const { council, person: recorded_by } = asking.who
    const measured = { placement: line, child: a, miles: 12.3, inside: true }
    await asking.insert('kith.placement_distance', [{ council, ...measured, recorded_by }])
    const open = await told(asking)
    assert.deepEqual(open.cells, ['XX9 9XX', 'SC012345', 'a) In', 'Peterborough'])
    assert.match(open.dataset, /"clap_cla_placement_distance":"12.3"/)
    for (const end of [place, home]) {
      const address = await asking.record
        .selectFrom('kith.address_current')
        .select('id')
        .where('line', '=', end)
        .executeTakeFirstOrThrow()
      const because = { power: 'safety of the child', decided: TODAY, because: 'Danger.', decidedBy: null } as const
      const columns = await limitColumns(asking, a, {
        ...{ relations: ['allocated-worker'], mustNotKnow: null, ...because },
        ...{ until: null, order: null, withheldFrom: null },
      })
      await changeFrom(asking, 'kith.address', { id: String(address.id), columns })
    }
    const notMeasuredSince = await told(asking)
    await measurePlacements(asking, [a])
    for (const { cells, dataset } of [notMeasuredSince, await told(asking)]) {
      assert.deepEqual(cells, [null, null, null, 'CON - Child placed in confidential placement'])
      assert.doesNotMatch(dataset, /XX99XX|SC012345|12\.3|QD193FZ/)
    }
  })
})
