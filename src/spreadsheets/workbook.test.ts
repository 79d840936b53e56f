// Workbooks as a spreadsheet program reads them: whole archives, text that stays text, and memory that stays flat.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { crc32, inflateRawSync } from 'node:zlib'
import { writeWorkbook } from './index.ts'
import { type CellValue, columnName, type Sheet, sheetNames } from './sheet-xml.ts'

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-workbook-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The parts of an archive by the list at its end, each checked against its size and checksum. */
function partsOf(path: string): ReadonlyMap<string, string> {
  const bytes = readFileSync(path)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const parts = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [checksum, packed, size] = [16, 20, 24].map((place) => bytes.readUInt32LE(at + place))
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    assert.equal(bytes.readUInt32LE(local), 0x04034b50)
    const from = local + 30 + bytes.readUInt16LE(local + 26)
    const text = inflateRawSync(bytes.subarray(from, from + (packed ?? 0)))
    assert.deepEqual([text.length, crc32(text)], [size, checksum], name)
    parts.set(name, text.toString('utf8'))
    at += 46 + nameLength
  }
  assert.equal(at, end)
  return parts
}

const sheet = (rows: readonly (readonly CellValue[])[], name = 'Findings'): Sheet => ({
  name,
  columns: [
    { heading: 'Child', width: 12 },
    { heading: 'Says', width: 60 },
  ],
  rows,
})

void test('what begins like a formula stays text, and an id keeps its zeros', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'book.xlsx')
    const odd = ['=1+1', '+44', '-7', '@SUM(A1)', '\t=x', '007', '1E5', '<b>&"', 'two\nlines', 'Zoë 😀', 'a\u0000b']
    await writeWorkbook(path, [sheet(odd.map((says) => [says, says])), sheet([[1, 2.5]], 'Counts')])
    const parts = partsOf(path)
    const first = parts.get('xl/worksheets/sheet1.xml') ?? ''
    assert.ok(!first.includes('<f>') && !first.includes('<v>'))
    const told = [...first.matchAll(/<c r="A\d+" s="1" t="inlineStr"><is><t xml:space="preserve">([^<]*)<\/t>/g)]
    assert.deepEqual(
      told.map(([, text]) => text),
      [
        '=1+1',
        '+44',
        '-7',
        '@SUM(A1)',
        '\t=x',
        '007',
        '1E5',
        '&lt;b&gt;&amp;&quot;',
        'two\nlines',
        'Zoë 😀',
        'a\uFFFDb',
      ],
    )
    assert.match(parts.get('xl/worksheets/sheet2.xml') ?? '', /<c r="A2"><v>1<\/v><\/c><c r="B2"><v>2\.5<\/v><\/c>/)
    assert.match(parts.get('xl/workbook.xml') ?? '', /name="Findings".*name="Counts"/)
    assert.equal(statSync(path).mode & 0o777, 0o600)
  })
})

void test('a sheet without rows is a whole sheet', async () => {
  await inFolder(async (folder) => {
    await writeWorkbook(join(folder, 'book.xlsx'), [sheet([])])
    assert.match(partsOf(join(folder, 'book.xlsx')).get('xl/worksheets/sheet1.xml') ?? '', /<autoFilter ref="A1:B1"\/>/)
  })
})

void test('a file that is there is not written over, and a half-written one is taken away', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'book.xlsx')
    writeFileSync(path, 'mine')
    await assert.rejects(writeWorkbook(path, [sheet([])]), /EEXIST/)
    assert.equal(readFileSync(path, 'utf8'), 'mine')
    const breaking = function* (): Generator<readonly CellValue[]> {
      yield ['A', 'one']
      throw new Error('the source broke')
    }
    const other = join(folder, 'other.xlsx')
    await assert.rejects(writeWorkbook(other, [{ ...sheet([]), rows: breaking() }]), /the source broke/)
    assert.ok(!existsSync(other))
  })
})

void test('names of columns and sheets are such as a spreadsheet accepts', () => {
  assert.deepEqual([0, 25, 26, 701, 702].map(columnName), ['A', 'Z', 'AA', 'ZZ', 'AAA'])
  const names = ['By worker', 'by worker', 'A/B:C', 'x'.repeat(40), ''].map((name) => sheet([], name))
  assert.deepEqual(sheetNames(names), ['By worker', 'by worker 2', 'A B C', 'x'.repeat(28), 'Sheet'])
})

// A process of its own, as memory once used is not given back.
void test('200,000 rows take no more memory than 20,000', async () => {
  await inFolder(async (folder) => {
    const script = join(folder, 'write.mjs')
    const index = join(process.cwd(), 'src/spreadsheets/index.ts')
    writeFileSync(
      script,
      `const { writeWorkbook } = await import(${JSON.stringify(index)})
      function* rows(count) { for (let at = 0; at < count; at += 1) yield ['C' + at, 'The distance from home is not that of last year.'] }
      const columns = [{ heading: 'Child', width: 12 }, { heading: 'Says', width: 60 }]
      await writeWorkbook(process.argv[2], [{ name: 'x', columns, rows: rows(Number(process.argv[3])) }])
      console.log(process.resourceUsage().maxRSS / 1024)`,
    )
    const peak = (count: number): number => {
      const args = [...process.execArgv.filter((arg) => !arg.startsWith('--test')), script]
      const run = spawnSync(process.execPath, [...args, join(folder, `${count}.xlsx`), String(count)], {
        encoding: 'utf8',
      })
      assert.equal(run.status, 0, run.stderr)
      return Number(run.stdout)
    }
    const [few, many] = [peak(20_000), peak(200_000)]
    assert.ok(many < few + 40, `${many.toFixed(0)} MB where ${few.toFixed(0)} MB were enough for a tenth`)
  })
})
