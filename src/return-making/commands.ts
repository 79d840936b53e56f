// `kith return ssda903`: makes a council's return on children looked after from its record, as files to check and send.
import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type { IsoDay } from '#calendar'
import type { Asking, Door } from '#database'
import { writeXml } from '#return-files'
import { listings, summary, warnings } from '#return-findings'
import { type LoadedPlaces, providersFrom, yearsInWords, yearsWithRules } from '#statutory-returns'
import { type Against, type CheckedRecord, checkRecord, postcodesIn, type RecordMade } from './check-record.ts'
import { collectionOf } from './collection.ts'
import { csvFiles, provenanceOf, rawTables } from './made-files.ts'
import { togetherOf, withheldFrom } from './make-return.ts'
import { type ReturnOfChild, returnOfChild } from './return-of-child.ts'
import { eachChildHeld, type Reading } from './store.ts'

export type ReturnCommandDeps = {
  /** The door, and the places of the directory that this Kith was given. */
  readonly withDoor: <T>(work: (door: Door, loadedPlaces: LoadedPlaces) => Promise<T>) => Promise<T>
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
  readonly check?: string
  readonly providers?: string
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
    .option('--check <what>', 'apply the rules to what was made, and list by rule, child or worker')
    .option('--providers <file>', 'for the check: the list of providers, as CSV or JSON')
    .action(async (chosen: Chosen, command: Command) => {
      const wrong = deps.person() === undefined ? await misuse(chosen, deps.today()) : WHOLE
      if (wrong !== undefined) command.error(wrong, { exitCode: 2 })
      await makeAndWrite(chosen, deps)
    })
}

/** Under one person's sight a return would lack what they may not see, and nobody would notice. */
const WHOLE = 'a return is made from the whole record: leave --as out'

/** One sentence on what is wrong with the way the command was called, before the record is opened. */
async function misuse(
  { out, year, xml, provenance, check, providers }: Chosen,
  today: IsoDay,
): Promise<string | undefined> {
  if (collectionOf(year, today).first > today) return `the collection ${yearWords(year)} has not begun`
  if (check !== undefined && !(check in listings)) return '--check is rule, child or worker'
  if (check !== undefined && !yearsWithRules.includes(year)) return `there are rules for ${yearsInWords}`
  if (providers !== undefined && !existsSync(providers)) return `there is no file ${providers}`
  const files = await readdir(out).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : undefined))
  if (files === undefined) return `${out} is no folder that can be read`
  const there = [xml, provenance].find((path) => path !== undefined && existsSync(path))
  if (there !== undefined) return `${there} is there already: it is not written over`
  return files.length > 0 ? `${out} is not empty: give a new folder` : undefined
}

const yearWords = (year: number): string => `${year - 1}/${String(year).slice(2)}`

async function makeAndWrite(chosen: Chosen, deps: ReturnCommandDeps): Promise<void> {
  const { council, year } = chosen
  const { withDoor, today, print } = deps
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
  for (const line of withheldFrom(made)) print(line)
  for (const line of xml?.refused ?? []) print(`XML: ${line}`)
  if (chosen.check !== undefined) await checkMade(chosen, deps)
}

/** The rules applied to the record as it stands, with the workers that the record names. */
async function checkMade(
  { council: code, year, check = '', providers }: Chosen,
  { withDoor, today, print }: ReturnCommandDeps,
): Promise<void> {
  const { checked, found } = await withDoor(async (door, loadedPlaces) => {
    const council = await door.councilByCode(code)
    if (council === undefined) throw new Error(`There is no council ${code}.`)
    return await door.asService(
      council.council,
      'command line',
      async (asking) =>
        await checkedRecord(asking, { year, today: today() }, async (postcodes) => ({
          authority: code,
          postcodes: await loadedPlaces(postcodes),
          providers: await providersFrom(providers),
        })),
    )
  })
  for (const line of [...warnings(checked), ...(listings[check]?.(found) ?? []), summary(checked, found)]) print(line)
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
): Promise<RecordMade & { readonly withoutId: number }> {
  const council = await door.councilByCode(code)
  if (council === undefined) throw new Error(`There is no council ${code}.`)
  return await door.asService(
    council.council,
    'command line',
    async (asking) => await recordMade(asking, collectionOf(year, today)),
  )
}

/** `only`: of these children alone. */
export type Part = Pick<Asked, 'year' | 'today'> & { readonly only?: readonly string[] }
export type Known = Pick<Asked, 'year' | 'today'> & { readonly knownAt: string }

/** The return as the record was known at a moment: made again, it is the same. */
export async function returnKnown(asking: Asking, { year, today, knownAt }: Known): Promise<RecordMade> {
  return await recordMade(asking, { ...collectionOf(year, today), knownAt })
}

/** Both years made and the rules applied to them, in one transaction: what a page of the return as work asks for. */
export async function checkedRecord(
  asking: Asking,
  { year, today, only }: Part,
  against: (postcodes: ReadonlySet<string>) => Promise<Against>,
): Promise<CheckedRecord> {
  const those = only === undefined ? {} : { only }
  const now = await recordMade(asking, { ...collectionOf(year, today), ...those })
  const before = await recordMade(asking, { ...collectionOf(year - 1, today), ...those })
  return checkRecord(now, before, await against(postcodesIn([now, before])))
}

async function recordMade(asking: Asking, collection: Reading): Promise<RecordMade & { readonly withoutId: number }> {
  const children: ReturnOfChild[] = []
  await eachChildHeld(asking, collection, (child) => {
    const one = returnOfChild(child, collection)
    if (one !== undefined) children.push(one)
  })
  const withoutId = children.filter((child) => child.withoutId).length
  return { made: togetherOf(collection.year, children), children, withoutId }
}
