// The eleven lists as one workbook: children are read in batches, their rows kept until their sheet is written, and what is empty is said last.
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addYears, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import { authorityName, type PostcodeList, upperTierOf } from '#geography'
import { aroundChildren, knownChildren } from '#safeguarding-dataset'
import { type CellValue, type Sheet, writeWorkbook } from '#spreadsheets'
import { ANNEX_A } from './lists-data.ts'
import { EMPTY_COLUMNS, EMPTY_LISTS, READING } from './not-carried-data.ts'
import { rowsOf } from './rows.ts'
import { OTHER_COUNTRIES } from './template-codes-data.ts'

export type Lists = {
  readonly on: IsoDay
  /** By the number of the list. */
  readonly rows: ReadonlyMap<number, readonly (readonly CellValue[])[]>
  /** The records of the children who are in any list; and by list. */
  readonly children: readonly string[]
  readonly childrenIn: ReadonlyMap<number, readonly string[]>
}
export type Postcodes = (named: ReadonlySet<string>) => Promise<PostcodeList | undefined>

/** An area by its name for the template, or what the template writes for other countries. */
function areaWords(code: string | null): string | undefined {
  if (code === null) return undefined
  return OTHER_COUNTRIES[code.charAt(0)] ?? authorityName(upperTierOf(code) ?? '')
}

/** Whoever was in care in the last nine years: nobody else can be in care now or owed leaving care before 25. */
const NINE_YEARS = 9

export async function annexA(asking: Asking, on: IsoDay, postcodes: Postcodes): Promise<Lists> {
  const around = await aroundChildren(asking)
  const which = { on, since: addYears(on, -NINE_YEARS), why: 'the lists of an inspection', names: false }
  const rows = new Map<number, (readonly CellValue[])[]>(ANNEX_A.map((_, at) => [at + 1, []]))
  const childrenIn = new Map<number, string[]>(ANNEX_A.map((_, at) => [at + 1, []]))
  const children: string[] = []
  for await (const batch of knownChildren(asking, which)) {
    const named = new Set(
      batch.flatMap(({ held }) =>
        held.flatMap(({ table, columns }) => (table === 'address' ? [String(columns.postcode)] : [])),
      ),
    )
    const list = await postcodes(named)
    const areaOf = (postcode: string) => areaWords(list?.placeOf(postcode)?.authority ?? null)
    for (const known of batch) {
      const own = rowsOf({ known, around, on, areaOf })
      if (own.size > 0) children.push(known.child)
      for (const [number, row] of own) {
        rows.get(number)?.push(row)
        childrenIn.get(number)?.push(known.child)
      }
    }
  }
  return { on, rows, children, childrenIn }
}

const width = (heading: string): number => Math.min(40, Math.max(14, heading.length + 2))

function* aboutRows(): Generator<readonly CellValue[]> {
  for (const [at, { name, columns }] of ANNEX_A.entries()) {
    const number = at + 1
    const why = EMPTY_LISTS[number]
    if (why !== undefined) yield [`List ${number}`, name, 'every column', why]
    for (const column of columns) {
      const empty = EMPTY_COLUMNS[number]?.[column]
      if (empty !== undefined) yield [`List ${number}`, name, column, empty]
    }
  }
  for (const says of READING) yield [null, null, null, says]
}

/** The template's sheets in its order, and one more after them: what is empty, and why. */
const sheetsOf = ({ rows }: Lists): readonly Sheet[] => [
  ...ANNEX_A.map(({ sheet, columns }, at) => ({
    name: sheet,
    columns: columns.map((heading) => ({ heading, width: width(heading) })),
    rows: rows.get(at + 1) ?? [],
  })),
  {
    name: 'What is empty',
    columns: ['List', 'Of', 'Column', 'Why'].map((heading) => ({ heading, width: heading === 'Why' ? 100 : 34 })),
    rows: aboutRows(),
  },
]

export async function writeLists(path: string, lists: Lists): Promise<void> {
  await writeWorkbook(path, sheetsOf(lists))
}

/** The workbook as it leaves: its file has no name once it is open, so that nothing stays whoever reads on, or falls over. */
export async function streamOfLists(lists: Lists): Promise<ReadableStream<Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-lists-'))
  try {
    const path = join(folder, 'lists.xlsx')
    await writeLists(path, lists)
    const file = await open(path)
    return readToTheEnd(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const readToTheEnd = (file: FileHandle): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull: async (controller) => {
      const { bytesRead, buffer } = await file.read(new Uint8Array(1 << 16))
      if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead))
      controller.close()
      await file.close()
    },
    cancel: async () => await file.close(),
  })
