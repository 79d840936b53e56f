// The XML form: read as it is written, what it cannot carry said in words, what is broken refused in words.
import assert from 'node:assert/strict'
import test from 'node:test'
import { storedSet } from '../../test/ssda903/stored-sets.ts'
import { readReturn } from './read-return.ts'
import { readXml } from './read-xml.ts'
import { columnsOf, type TableName, tableNames } from './tables.ts'
import { writeXml } from './write-xml.ts'

const clean = readReturn(storedSet('C-2027-clean').files.thisYear, 2027).tables
const inXml = tableNames.filter((name) => name !== 'SWEpisodes' && name !== 'DoLo')
const rowsOf = (tables: typeof clean, name: TableName) =>
  Array.from({ length: tables[name]?.rows ?? 0 }, (_, row) =>
    columnsOf(name)
      .map((column) => tables[name]?.columns.get(column)?.[row] ?? null)
      .join('|'),
  ).toSorted()

void test('a clean return comes back as it was written, table by table', () => {
  const read = readXml('return.xml', writeXml(clean).xml)
  assert.ok('tables' in read)
  for (const name of inXml) assert.deepEqual(rowsOf(read.tables, name), rowsOf(clean, name), name)
})

void test('the tables without a place in the form are refused in words', () => {
  const { refused } = writeXml(clean)
  assert.match(
    refused[0] ?? '',
    /^SWEpisodes has no known place in the XML form; send it as CSV\. Its \d+ rows were left out\.$/,
  )
  assert.match(refused[1] ?? '', /^DoLo has no known place/)
  assert.equal(refused.length, 2)
})

void test('children without Header, second rows and other dates of birth are said', () => {
  const { refused } = writeXml(readReturn(storedSet('A-2027-main').files.thisYear, 2027).tables)
  assert.ok(refused.some((line) => /^Episodes names \d+ children who are not in Header/.test(line)))
  assert.ok(refused.some((line) => /^OC3 has \d+ children twice/.test(line)))
  assert.ok(refused.some((line) => /^Reviews gives \d+ children another date of birth/.test(line)))
})

void test('entities, comments, CDATA and prefixes are read', () => {
  const xml =
    '<?xml version="1.0"?><!-- a --><x:EXPSSDA903><CHILD><HEADER><CHILDID>a&amp;b&#x41;</CHILDID><UPN><![CDATA[<1>]]></UPN></HEADER></CHILD></x:EXPSSDA903>'
  const read = readXml('r.xml', xml)
  assert.ok('tables' in read)
  assert.deepEqual(read.tables.Header?.columns.get('CHILD'), ['A&BA'])
  assert.deepEqual(read.tables.Header?.columns.get('UPN'), ['<1>'])
})

void test('broken and foreign XML is refused in one sentence', () => {
  const cases: [string, RegExp][] = [
    ['<EXPSSDA903><CHILD>', /is never closed/],
    ['<EXPSSDA903></CHILD>', /closes nothing/],
    ['<EXPSSDA903', /stray <|breaks off/],
    ['<OTHER/>', /its root is OTHER/],
    ['  ', /holds no element/],
  ]
  for (const [xml, wrong] of cases) {
    const read = readXml('r.xml', xml)
    assert.match('wrong' in read ? read.wrong : '', wrong, xml)
  }
})

void test('an XML file among the files of a return is read as one', () => {
  const bytes = new TextEncoder().encode(writeXml(clean).xml)
  const read = readReturn([{ name: 'return.xml', bytes }], 2027)
  assert.equal(read.format, 'xml')
  assert.equal(read.tables.Episodes?.rows, clean.Episodes?.rows)
  assert.deepEqual(
    read.findings.map(({ kind }) => kind),
    ['table missing', 'table missing'],
  )
  const broken = readReturn([{ name: 'return.xml', bytes: bytes.slice(0, 5000) }], 2027)
  assert.equal(broken.findings[0]?.kind, 'xml')
})
