// `kith import health-dates FILE`: a health provider's list of referrals or assessments, into the record, row by row.
import { readFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { type IsoDay, parseDay } from '#calendar'
import type { Door } from '#database'
import { listIn } from '#sent-lists'
import { takeList } from './import-list.ts'
import { isProvider, LIST_KINDS } from './list-row.ts'
import { readList } from './read-list.ts'
import { faultsOf } from './store.ts'

export type HealthListDeps = {
  readonly withHouse: <T>(work: (house: { readonly door: Door }) => Promise<T>) => Promise<T>
  readonly today: () => IsoDay
  readonly print: (line: string) => void
}
type Chosen = { readonly council: string; readonly from: string; readonly ofDay: IsoDay; readonly json?: boolean }

function theDay(written: string): IsoDay {
  const found = parseDay(written)
  if (found === undefined) throw new InvalidArgumentError('Give a day, as in 2026-11-23.')
  return found
}
function provider(written: string): string {
  if (isProvider(written)) return written
  throw new InvalidArgumentError('Give the name of the provider: letters, figures and . , & ( ) / - only.')
}

async function take(deps: HealthListDeps, path: string, { council: code, from, ofDay }: Chosen) {
  const today = deps.today()
  if (ofDay > today) throw new Error('The day of the list has not come yet.')
  const bytes = await readFile(path).catch(() => {
    throw new Error(`There is no file ${path}.`)
  })
  const arrived = listIn(bytes)
  if ('says' in arrived) throw new Error(`${path} cannot be read. ${arrived.says}`)
  const read = readList(arrived.text, today)
  if ('wrong' in read) throw new Error(`${path} cannot be read. ${read.wrong}`)
  return await deps.withHouse(async ({ door }) => {
    const council = await door.councilByCode(code)
    if (council === undefined) throw new Error(`There is no council ${code}.`)
    return await door.asService(council.council, 'import', async (asking) => {
      const { fingerprint } = arrived
      const taken = await takeList(asking, { ...{ read, provider: from, ofDay, fingerprint, today }, byService: true })
      return { ...taken, kind: read.kind, rowsRead: read.rowsRead, faults: await faultsOf(asking, taken.list) }
    })
  })
}
type Report = Awaited<ReturnType<typeof take>>

function told({ kind, rowsRead, counts, faults }: Report): string {
  const { taken, known, contradicts, before } = counts
  return [
    `${LIST_KINDS[kind]}: ${rowsRead} rows read.`,
    `${taken} taken, ${known} known already, ${contradicts} otherwise than the record: both are kept, and a person decides on the child's Health page.`,
    ...(before === 0 ? [] : [`${before} rows were taken when this list came before.`]),
    `${counts.faults} rows not taken.`,
    ...faults.map(({ row, field, says }) => `  row ${row}${field === null ? '' : `, ${field}`}: ${says}`),
  ].join('\n')
}

export function importHealthDatesCommand(parent: Command, deps: HealthListDeps): void {
  parent
    .command('health-dates')
    .summary('take a health provider’s list of referrals or assessments into the record')
    .description(
      'Reads a CSV file with the columns child, service, received (a list of referrals) or child, kind, held, by (health assessments). Each row is taken, known already, otherwise than the record, or not understood. The same file again adds nothing.',
    )
    .argument('<file>', 'the list (CSV)')
    .requiredOption('--council <code>', 'whose children they are')
    .requiredOption('--from <provider>', 'who sent it', provider)
    .requiredOption('--of-day <day>', 'the day of which the list speaks', theDay)
    .option('--json', 'print what happened as JSON')
    .action(async (path: string, chosen: Chosen) => {
      const report = await take(deps, path, chosen)
      deps.print(chosen.json === true ? JSON.stringify(report) : told(report))
    })
}
