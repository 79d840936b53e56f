// `kith return ssda903`: makes a council's return on children looked after from its record, as files to check and send.
import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type { IsoDay } from '#calendar'
import type { Door } from '#database'
import { writeXml } from '#return-files'
import { collectionOf } from './collection.ts'
import { csvFiles, type MadeReturn, provenanceOf, rawTables } from './made-files.ts'
import { togetherOf } from './make-return.ts'
import { type ReturnOfChild, returnOfChild } from './return-of-child.ts'
import { eachChildHeld } from './store.ts'

export type ReturnCommandDeps = {
  readonly withDoor: <T>(work: (door: Door) => Promise<T>) => Promise<T>
  readonly today: () => IsoDay
  /** --as PERSON. */
  readonly person: () => string | undefined
  readonly print: (line: string) => void
}
type Chosen = {
  readonly council: string
  readonly year: number
  readonly out: string
  readonly xml?: string
  readonly provenance?: string
}

function collectionYear(typed: string): number {
  const found = /^(20\d\d)\/(\d\d)$/.exec(typed)
  const year = Number(found?.[1]) + 1
  if (found === null || year % 100 !== Number(found[2]))
    throw new InvalidArgumentError('Give the year of the collection, as in 2026/27.')
  if (year >= FIRST_YEAR) return year
  throw new InvalidArgumentError('Returns are made from 2022/23 on.')
}
const FIRST_YEAR = 2023

/** Registers `return ssda903`. Wrong use ends with status 2 and one line; what fails is thrown. */
export function returnCommand(program: Command, deps: ReturnCommandDeps): void {
  program
    .command('return')
    .description('make a return from the record')
    .command('ssda903')
    .summary('make the return on children looked after')
    .description(
      'Makes the SSDA903 return of a council from its own record: a CSV file for each table, and on request the XML form, and where in the record each value is from. What the record does not hold is left blank; check it with kith check.',
    )
    .requiredOption('--council <code>', 'whose return it is')
    .requiredOption('--year <year>', 'the year of the collection, as in 2026/27', collectionYear)
    .requiredOption('--out <folder>', 'the folder for the CSV files; it has to be empty or new')
    .option('--xml <file>', 'write the XML form to this file too')
    .option('--provenance <file>', 'write where each value is from to this file, as CSV')
    .action(async (chosen: Chosen, command: Command) => {
      const wrong = deps.person() === undefined ? await misuse(chosen, deps.today()) : WHOLE
      if (wrong !== undefined) command.error(wrong, { exitCode: 2 })
      await makeAndWrite(chosen, deps)
    })
}

/** Under one person's sight a return would lack what they may not see, and nobody would notice. */
const WHOLE = 'a return is made from the whole record: leave --as out'

/** One sentence on what is wrong with the way the command was called, before the record is opened. */
async function misuse({ out, year, xml, provenance }: Chosen, today: IsoDay): Promise<string | undefined> {
  if (collectionOf(year, today).first > today) return `the collection ${yearWords(year)} has not begun`
  const files = await readdir(out).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : undefined))
  if (files === undefined) return `${out} is no folder that can be read`
  const there = [xml, provenance].find((path) => path !== undefined && existsSync(path))
  if (there !== undefined) return `${there} is there already: it is not written over`
  return files.length > 0 ? `${out} is not empty: give a new folder` : undefined
}

const yearWords = (year: number): string => `${year - 1}/${String(year).slice(2)}`

async function makeAndWrite(chosen: Chosen, { withDoor, today, print }: ReturnCommandDeps): Promise<void> {
  const { council, year } = chosen
  const { made, withoutId } = await withDoor(async (door) => await madeReturn(door, { council, year, today: today() }))
  await mkdir(chosen.out, { recursive: true, mode: 0o700 })
  for (const { name, text } of csvFiles(made)) await writeNew(join(chosen.out, name), text)
  const xml = chosen.xml === undefined ? undefined : writeXml(rawTables(made))
  if (chosen.xml !== undefined && xml !== undefined) await writeNew(chosen.xml, xml.xml)
  if (chosen.provenance !== undefined) await writeNew(chosen.provenance, provenanceOf(made))
  const count = (made.rows.get('Header') ?? []).length
  print(
    `SSDA903 return of ${yearWords(year)}: ${count === 1 ? '1 child' : `${count.toLocaleString('en-GB')} children`}, written to ${chosen.out}.`,
  )
  if (withoutId > 0) print(`${withoutId} of them have no id for the return yet: the record’s own id stands in CHILD.`)
  for (const line of xml?.refused ?? []) print(`XML: ${line}`)
}

/** Only the owner reads what is written: it is personal data. A file that is there already is not written over. */
async function writeNew(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Error(`${path} is there already: it is not written over.`) : error
  })
}

export type Asked = { readonly council: string; readonly year: number; readonly today: IsoDay }

/** The return as it stands in the record now; the log says whose records went into it. */
export async function madeReturn(
  door: Door,
  { council: code, year, today }: Asked,
): Promise<{ readonly made: MadeReturn; readonly withoutId: number }> {
  const council = await door.councilByCode(code)
  if (council === undefined) throw new Error(`There is no council ${code}.`)
  const collection = collectionOf(year, today)
  const returns: ReturnOfChild[] = []
  await door.asService(council.council, 'command line', async (asking) => {
    await eachChildHeld(asking, collection, (child) => {
      const one = returnOfChild(child, collection)
      if (one !== undefined) returns.push(one)
    })
  })
  return { made: togetherOf(year, returns), withoutId: returns.filter(({ withoutId }) => withoutId).length }
}
