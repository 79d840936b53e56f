// How files become tables: recognised by columns, whatever the encoding or line ending; every oddity put into words.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { readReturn } from './read-return.ts'
import { columnsOf, tablesOfYear } from './tables.ts'

const uasc = 'CHILD,SEX,DOB,DUC\r\nsyn1,M,01/02/2010,\r\n\r\nsyn2,F,03/04/2011,05/06/2026\r\n'
const bytes = (text: string) => new TextEncoder().encode(text)
const file = (text: string | Uint8Array, name = 'a.csv') => ({
  name,
  bytes: typeof text === 'string' ? bytes(text) : text,
})
const kinds = (...files: { name: string; bytes: Uint8Array }[]) =>
  readReturn(files, 2027)
    .findings.map(({ kind }) => kind)
    .filter((kind) => kind !== 'table missing')

test('a table is known by its columns, in any order and under any name', () => {
  const read = readReturn([file('DUC,DOB,SEX,CHILD\n,01/02/2010,M,syn1\n', 'anything.txt')], 2027)
  assert.equal(read.tables.UASC?.file, 'anything.txt')
  assert.deepEqual(read.tables.UASC?.columns.get('CHILD'), ['SYN1'])
  assert.deepEqual(read.tables.UASC?.columns.get('DUC'), [null])
})

test('every table of the year that is absent is named', () => {
  const read = readReturn([], 2027)
  assert.equal(read.findings.length, 12)
  assert.equal(readReturn([], 2026).findings.length, 11)
  assert.equal(tablesOfYear(2023).length, 10)
})

test('rows keep the line they stand on; blank lines are passed over', () => {
  const table = readReturn([file(uasc)], 2027).tables.UASC
  assert.equal(table?.rows, 2)
  assert.deepEqual(table?.lines, [2, 4])
  assert.deepEqual(table?.columns.get('DUC'), [null, '05/06/2026'])
})

test('encodings are recognised, and said where the portal would refuse them', () => {
  const wide = (mark: number[], big: boolean) => {
    const out = [...mark]
    for (const letter of uasc) {
      const code = letter.charCodeAt(0)
      out.push(...(big ? [code >> 8, code & 255] : [code & 255, code >> 8]))
    }
    return Uint8Array.from(out)
  }
  const cases: [string, Uint8Array, string[]][] = [
    ['UTF-8', bytes(uasc), []],
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes(uasc)]), []],
    ['UTF-16 little-endian', wide([0xff, 0xfe], false), ['encoding']],
    ['UTF-16 big-endian', wide([0xfe, 0xff], true), ['encoding']],
    ['UTF-16 without a mark', wide([], false), ['encoding']],
    [
      'Windows-1252',
      Uint8Array.from([...bytes(uasc), ...bytes('zo'), 0xeb, ...bytes(',F,01/01/2011,\n')]),
      ['encoding'],
    ],
  ]
  for (const [name, content, expected] of cases) {
    assert.deepEqual(kinds(file(content)), expected, name)
    assert.equal(readReturn([file(content)], 2027).tables.UASC?.columns.get('CHILD')?.[0], 'SYN1', name)
  }
  assert.equal(readReturn([file(cases[5]?.[1] ?? '')], 2027).tables.UASC?.columns.get('CHILD')?.[2], 'ZOË')
})

test('what is no CSV is refused in words', () => {
  const xlsx = Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])
  const { findings } = readReturn([file(xlsx, 'header.xlsx')], 2027)
  assert.equal(findings[0]?.kind, 'not a csv')
  assert.match(findings[0]?.says ?? '', /header\.xlsx is an Excel workbook/)
  assert.deepEqual(kinds(file(Uint8Array.from([1, 0, 2, 0, 7, 7, 0, 0])), file('', 'z.csv')), [
    'not a csv',
    'not recognised',
  ])
})

test('each oddity of form is a finding of its own', () => {
  const cases: [string, string[]][] = [
    ['CHILD,SEX,DOB,DUC,NOTE\nA,M,,,x\n', ['unknown columns']],
    ['CHILD,SEX,DOB,DUC,DUC\nA,M,,,x\n', ['column twice']],
    ['CHILD,SEX,DUC\nA,M,\n', ['columns missing']],
    ['ONE,TWO\n1,2\n', ['not recognised']],
    ['CHILD,SEX,DOB,DUC\nA,M\n', ['ragged rows']],
    ['CHILD,SEX,DOB,DUC\nA,M,,"x\n', ['open quotation mark', 'not a date']],
    ['CHILD,SEX,DOB,DUC\n', ['no rows']],
    ['CHILD,SEX,DOB,DUC\r"A, B",M,"01/01/2010",\r', []],
  ]
  for (const [text, expected] of cases) assert.deepEqual(kinds(file(text)), expected, JSON.stringify(text))
})

test('what stands in a column of days and is none is said, also where no rule asks', () => {
  const reviews = (born: string) => file(`CHILD,DOB,REVIEW,REVIEW_CODE\nA,01/01/2015,01/05/2026,PN1\nB,${born},,\n`)
  for (const born of ['31/02/2015', '2015-01-01', '01/01/15', 'unknown', '1st May 2015']) {
    const { findings } = readReturn([reviews(born)], 2027)
    const said = findings.find(({ kind }) => kind === 'not a date')
    assert.match(said?.says ?? '', /\(Reviews\): in DOB 1 cell is no real date \(DD\/MM\/YYYY\), the first on line 3\./)
    assert.ok(!said?.says.includes(born.toUpperCase()), 'what somebody typed is not repeated')
  }
  for (const born of ['', '1/1/2015', '29/02/2016']) assert.deepEqual(kinds(reviews(born)), [])
  const permanence = (day: string) => file(`CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\nA,01/01/2015,P1,301,${day}\n`)
  assert.deepEqual(kinds(permanence('ZZ/ZZ/2019')), [])
  assert.deepEqual(kinds(permanence('ZZ/2019')), ['not a date'])
})

test('a table in two files is read once, whichever file comes first', () => {
  const two = [file('CHILD,SEX,DOB,DUC\nB,M,,\n', 'b.csv'), file('CHILD,SEX,DOB,DUC\nA,M,,\n', 'a.csv')]
  assert.deepEqual(kinds(...two), ['table twice'])
  for (const files of [two, two.toReversed()])
    assert.deepEqual(readReturn(files, 2027).tables.UASC?.columns.get('CHILD'), ['A'])
})

test('quoted cells may hold commas, quotation marks and line ends', () => {
  const [child, sex] = ['"a ""b"", c\r\nd"', 'M']
  const read = readReturn([file(`CHILD,SEX,DOB,DUC\r\n${child},${sex},,\r\nE,F,,\r\n`)], 2027).tables.UASC
  assert.deepEqual(read?.columns.get('CHILD'), ['A "B", C\r\nD', 'E'])
  assert.deepEqual(read?.columns.get('SEX'), ['M', 'F'])
  assert.deepEqual(read?.lines, [2, 4])
})

test('no table holds every column of another, so recognition is never in doubt', () => {
  for (const one of tablesOfYear(2027))
    for (const other of tablesOfYear(2027))
      if (one !== other)
        assert.ok(
          columnsOf(one).some((column) => !columnsOf(other).includes(column)),
          `${one} ${other}`,
        )
})

void test('no bytes, however odd, make the reading throw, and a file that gives no table is always spoken of', () => {
  const starts = ['', 'CHILD,SEX,DOB,DUC\n', '<EXPSSDA903><CHILD>', '\uFEFFCHILD,DOB,IN_TOUCH,ACTIV,ACCOM\r\n"'].map(
    bytes,
  )
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), (start, end) => {
      const { tables, findings } = readReturn([file(Uint8Array.from([...start, ...end]), 'odd')], 2027)
      if (Object.keys(tables).length === 0)
        assert.ok(findings.some((finding) => finding.file === 'odd' && finding.stops))
    }),
    { numRuns: 500 },
  )
})
