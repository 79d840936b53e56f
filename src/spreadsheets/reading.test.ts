// Workbooks read back: what our own writer wrote, what other programs write otherwise, and what is no workbook.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { readWorkbook, writeWorkbook } from './index.ts'
import { rowsOfSheet, sharedTexts, sheetsNamed, stylesOfDays } from './sheet-cells.ts'
import { afterAll, afterPart, beforePart } from './zip-bytes.ts'

let folder = ''
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-reading-'))
})
after(() => rmSync(folder, { recursive: true }))

test('what was written comes back, cell by cell, days as days', async () => {
  const path = join(folder, 'own.xlsx')
  const rows = [
    ['007', 1.5, { day: 20_783 }, null, '<&"', 'two\nlines'],
    [null, null, { day: 0 }],
  ]
  const columns = ['A', 'B', 'C', 'D', 'E', 'F'].map((heading) => ({ heading, width: 10 }))
  await writeWorkbook(path, [
    { name: 'List 1', columns, rows },
    { name: 'List 2', columns: columns.slice(0, 1), rows: [] },
  ])
  const read = await readWorkbook(path)
  assert.deepEqual(read, {
    sheets: [
      {
        name: 'List 1',
        rows: [
          { number: 1, cells: ['A', 'B', 'C', 'D', 'E', 'F'] },
          { number: 2, cells: rows[0] },
          { number: 3, cells: rows[1] },
        ],
      },
      { name: 'List 2', rows: [{ number: 1, cells: ['A'] }] },
    ],
  })
})

test('shared texts, runs, names with a prefix, gaps, formats of days of one’s own, and old Macintosh days', () => {
  assert.deepEqual(
    sharedTexts(
      '<sst><si><t>one</t></si><si><r><t>t</t></r><r><t xml:space="preserve">wo &amp; </t></r><rPh><t>x</t></rPh></si><si/></sst>',
    ),
    ['one', 'two & ', ''],
  )
  const days = stylesOfDays(
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy"/><numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  )
  assert.deepEqual(days, [false, true, false, true])
  const sheet =
    '<x:sheetData><x:row r="4"><x:c r="B4" t="s"><x:v>0</x:v></x:c><x:c r="D4" s="1"><x:v>46352.75</x:v></x:c><x:c r="E4" t="b"><x:v>1</x:v></x:c></x:row><x:row/></x:sheetData>'
  const reading = { shared: ['one'], days, ahead: 0 }
  assert.deepEqual(
    [...rowsOfSheet(sheet, reading)],
    [
      { number: 4, cells: [null, 'one', null, { day: 20_783 }, 'TRUE'] },
      { number: 5, cells: [] },
    ],
  )
  assert.deepEqual([...rowsOfSheet(sheet, { ...reading, ahead: 1462 })][0]?.cells[3], { day: 22_245 })
  const relations = '<Relationships><Relationship Target="/xl/worksheets/s9.xml" Id="rId7"/></Relationships>'
  assert.deepEqual(
    sheetsNamed('<workbook><sheets><sheet name="A &amp; B" r:id="rId7"/></sheets></workbook>', relations),
    [{ name: 'A & B', path: 'xl/worksheets/s9.xml' }],
  )
})

/** An archive with one part that says it is a workbook. */
function archive(packed: Buffer): Buffer {
  const before = beforePart('xl/workbook.xml')
  const entry = { path: 'xl/workbook.xml', begins: 0, checksum: 0, packed: packed.length, size: 0 }
  const middle = afterPart(entry)
  return Buffer.concat([before, packed, middle, afterAll([entry], before.length + packed.length + middle.length)])
}

test('what is no workbook, is damaged, or unpacks without end is said in words', async () => {
  const said = async (bytes: Buffer) => {
    const path = join(folder, 'other.xlsx')
    writeFileSync(path, bytes)
    const read = await readWorkbook(path)
    return 'wrong' in read ? read.wrong : 'read'
  }
  assert.equal(await said(Buffer.from('CHILD,DOB\n')), 'it is no workbook (XLSX)')
  assert.equal(await said(Buffer.alloc(0)), 'it is no workbook (XLSX)')
  assert.equal(await said(archive(deflateRawSync(Buffer.from('<workbook/>')))), 'it has no sheets')
  assert.equal(await said(archive(Buffer.from([7, 7, 7, 7]))), 'its archive is damaged')
  assert.equal(await said(archive(deflateRawSync(Buffer.alloc(257 * 1024 * 1024)))), 'it unpacks to more than 256 MB')
})
