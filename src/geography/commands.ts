// `kith import postcodes FILE`: reads an ONS Postcode Directory into the database, and says what it took and what not.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type pg from 'pg'
import { type DirectoryImport, replaceDirectory } from './store.ts'

/** Opens a connection whose login may become `kith_loader`, does the work on it, and closes it. */
export type Connect = <T>(work: (client: pg.ClientBase) => Promise<T>) => Promise<T>

type Output = {
  readonly write: (text: string) => void
  /** Where progress goes; absent where nobody watches. */
  readonly watch?: ((text: string) => void) | undefined
}

const PIECE = 256 * 1024
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `ONSPD_NOV_2025_UK.csv` and `onspd-england-2025-11.csv.gz` are both of 2025-11; other names tell nothing. */
export function editionIn(fileName: string): string | null {
  const name = fileName.toLowerCase()
  const inFigures = /(?<!\d)(20\d\d)[-_ ](0[1-9]|1[0-2])(?!\d)/.exec(name)
  if (inFigures) return `${inFigures[1]}-${inFigures[2]}`
  const inWords = /(?<![a-z])([a-z]{3})[a-z]*[-_ ]?(20\d\d)(?!\d)/.exec(name)
  const month = months.indexOf(inWords?.[1] ?? '')
  return inWords && month >= 0 ? `${inWords[2]}-${String(month + 1).padStart(2, '0')}` : null
}

function edition(written: string): string {
  if (/^20\d\d-(0[1-9]|1[0-2])$/.test(written)) return written
  throw new InvalidArgumentError('Give year and month, as in 2025-11.')
}

/** Registers `postcodes FILE` under `kith import`. What goes wrong is thrown as an error of one line. */
export function importPostcodesCommand(
  parent: Command,
  connect: Connect,
  output: Output = {
    write: (text) => process.stdout.write(text),
    watch: process.stderr.isTTY ? (text) => process.stderr.write(text) : undefined,
  },
): void {
  parent
    .command('postcodes')
    .description('replace the postcode directory by an ONS Postcode Directory of any quarter')
    .argument('<file>', 'the CSV file as published, or packed with gzip')
    .option('--edition <month>', 'year and month of the directory, where its name does not tell', edition)
    .option('--json', 'print what was taken as JSON')
    .action(async (file: string, options: { edition?: string; json?: boolean }) => {
      const fileName = basename(file)
      const of = options.edition ?? editionIn(fileName)
      const imported = await importFile({ file, fileName, edition: of }, connect, output.watch)
      output.write(options.json ? `${JSON.stringify({ fileName, edition: of, ...imported })}\n` : told(imported, of))
    })
}

async function importFile(
  { file, fileName, edition }: { file: string; fileName: string; edition: string | null },
  connect: Connect,
  watch: Output['watch'],
): Promise<DirectoryImport> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new Error(`There is no file ${file}.`)
  const progress = watch && ((rows: number) => watch(`\r${rows.toLocaleString('en-GB')} postcodes read `))
  const bytes = createReadStream(file, { highWaterMark: PIECE })
  try {
    return await connect(
      async (client) => await replaceDirectory(client, { bytes, fileName, edition, ...(progress ? { progress } : {}) }),
    )
  } finally {
    bytes.destroy()
    watch?.('\r\u001b[K')
  }
}

const counted = (count: number) => count.toLocaleString('en-GB')

function told(imported: DirectoryImport, edition: string | null): string {
  const leadNowhere = Object.entries(imported.withoutUpperTier)
  const lines = [
    `${counted(imported.rows)} postcodes taken${edition === null ? '' : `, edition ${edition}`}: ` +
      `${counted(imported.england)} in England, ${counted(imported.elsewhere)} elsewhere.`,
    ...(imported.withoutPosition > 0 ? [`${counted(imported.withoutPosition)} have no grid reference.`] : []),
    ...(imported.doubled > 0 ? [`${counted(imported.doubled)} stood twice: the first was taken.`] : []),
    ...(leadNowhere.length > 0
      ? [`Authority codes that lead to none of the 153 authorities: ${leadNowhere.map(([code]) => code).join(', ')}.`]
      : []),
    ...(imported.refused > 0
      ? [`${imported.refused === 1 ? '1 row' : `${counted(imported.refused)} rows`} could not be taken:`]
      : []),
    ...imported.refusals.map(({ line, reason, written }) => `  line ${line}: ${reason}: ${written}`),
    ...(imported.refused > imported.refusals.length ? ['  … and more of them.'] : []),
  ]
  return `${lines.join('\n')}\n`
}
