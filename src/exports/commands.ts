// `kith export FOLDER`: the whole record of a council, or of one child, in open formats.
import { type Command, InvalidArgumentError } from 'commander'
import { type Sealing, sealLog } from '#access'
import { type Council, type Door, withClient } from '#database'
import type { OpenedDatabase } from '#postgres'
import { exportChild, type FoundRecord, findRecord } from './child-store.ts'
import { exportCouncil } from './export-store.ts'
import type { PutInResult } from './import-export-store.ts'
import { keyThatIsThere } from './lines-store.ts'
import { publicKeyOf, signatureBeside } from './sinks-store.ts'

export type ExportHouse = {
  readonly home: string
  readonly opened: OpenedDatabase
  readonly door: Door
  readonly sealPlaces: Sealing['places']
}
export type ExportCommandDeps = {
  readonly withHouse: <T>(work: (house: ExportHouse) => Promise<T>) => Promise<T>
  /** Who `--as` names. */
  readonly person: () => string | undefined
  readonly print: (line: string) => void
  /** Shown on a terminal, silent in a pipe. */
  readonly progress: (line: string) => void
}
type Chosen = {
  readonly council?: string
  readonly child?: string
  readonly asPutIn?: boolean
}

function theChild(written: string): string {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(written)) return written.toLowerCase()
  throw new InvalidArgumentError('Give the id of a child, as it stands in the address of their pages.')
}

export function exportCommand(program: Command, deps: ExportCommandDeps): void {
  program
    .command('export')
    .summary('write a whole record in open formats')
    .description(
      'Writes the whole record of a council, or all about one child, to a new folder: one file of JSON lines for each table with its words readable, documents as files, the access log with what verifies it, a schema, and a README. It is for whoever holds the keys, is not limited by any audience, and is logged. The record of a council can be put into an empty Kith with kith restore. Out of it is what was taken out of sight.',
    )
    .argument('<folder>', 'a folder that is not there yet, or is empty')
    .option('--council <code>', 'the whole record of this council')
    .option('--child <id>', 'all about this child, with the condition under which each thing stands', theChild)
    .option(
      '--as-put-in',
      'with --council: without what was logged since it was put into this Kith, to be compared with the export that it came from',
    )
    .action(async (folder: string, chosen: Chosen) => {
      if ((chosen.council === undefined) === (chosen.child === undefined))
        throw new InvalidArgumentError('Say of whom: --council CODE or --child ID.')
      if (chosen.child !== undefined && chosen.asPutIn === true)
        throw new InvalidArgumentError('--as-put-in goes with --council.')
      await deps.withHouse(async (house) =>
        chosen.child === undefined
          ? await ofCouncil(house, { folder, ...chosen }, deps)
          : await ofChild(house, { folder, child: chosen.child }, deps),
      )
    })
}

/** What checks the signature beside an export; it opens nothing. */
export function exportKeyCommand(program: Command, { withHouse, print }: ExportCommandDeps): void {
  program
    .command('export-key')
    .summary('print the public key that checks the signature of exports')
    .description(
      'Prints the public key of a council (Ed25519, PEM). Give it to whoever is to check exports by another way than the export itself. The signature lies beside each export, as FOLDER.sig, and is of its SHA256SUMS.',
    )
    .requiredOption('--council <code>', 'whose exports')
    .action(async ({ council: code }: { readonly council: string }) => {
      await withHouse(async ({ door, home }) => {
        const council = await door.councilByCode(code)
        if (council === undefined) throw new Error(`There is no council ${code}: kith council list lists them.`)
        print(publicKeyOf(await keyThatIsThere(home, council.council)).trimEnd())
      })
    })
}

/** Logged, and sealed, before the first row is read: an export that is cut off is in the log as well. */
async function noteExport(
  house: ExportHouse,
  council: number,
  { what, child }: { readonly what: string; readonly child: string | null },
): Promise<void> {
  await house.door.asService(council, 'command line', async (asking) => await asking.note(what, child))
  await sealLog({ door: house.door, places: house.sealPlaces })
}

async function ofCouncil(
  house: ExportHouse,
  { folder, council: code = '', asPutIn }: Chosen & { readonly folder: string },
  { print, progress }: ExportCommandDeps,
): Promise<void> {
  const council = await house.door.councilByCode(code)
  if (council === undefined) throw new Error(`There is no council ${code}: kith council list lists them.`)
  await noteExport(house, council.council, { what: 'exported the whole record of the council', child: null })
  const manifest = await exportCouncil({
    ...{ connection: house.opened.connection, home: house.home, seals: house.sealPlaces[0] ?? '' },
    ...{ council: named(council), folder, asPutIn, log: progress },
  })
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  print(
    `Exported ${council.name}: ${counted(rows)} rows of ${manifest.tables.length} tables, ${counted(manifest.documents)} documents and ${counted(manifest.log.entries)} lines of the access log, to ${folder}.`,
  )
  print(`Signed: ${signatureBeside(folder)}. kith export-key prints what checks it.`)
  print('Its words are readable by anybody who has the folder. Keep it as you keep the record itself.')
}

async function ofChild(
  house: ExportHouse,
  { folder, child }: { readonly folder: string; readonly child: string },
  { print, person }: ExportCommandDeps,
): Promise<void> {
  const { connection } = house.opened
  const found = await withClient(connection, async (client) => await findRecord(client, child, person()))
  const council = (await house.door.councils()).find((one) => one.council === found?.council)
  if (found === undefined || council === undefined) throw new Error('There is no child of that id.')
  if (found.sealed) await needLook(house, found, child)
  for (const each of found.children)
    await noteExport(house, found.council, { what: 'exported all about the child', child: each })
  const made = await exportChild({
    ...{ connection, home: house.home, council: named(council), children: found.children, folder },
  })
  if (found.children.length > 1)
    print(`${found.children.length} records were found to be of this child: all are in it.`)
  print(
    `Exported ${counted(made.rows)} rows and ${counted(made.documents)} documents to ${folder}; ${counted(made.underConditions)} of the rows stand under a condition (conditions.jsonl).`,
  )
  print('Not yet fit to be handed over: somebody has to read it and take out what it must not say to whom it is for.')
}

/** Sealed after an adoption: who is named opens it first, with a reason, as for every other look. */
async function needLook(house: ExportHouse, { council, openTo }: FoundRecord, child: string): Promise<void> {
  if (openTo) return
  await house.door.asService(
    council,
    'command line',
    async (asking) => await asking.note('was refused an export of a sealed record', child),
  )
  throw new Error(
    'This record is sealed after an adoption order. Somebody who is named for it opens it first, on the page Adoption records; then export it with --as and their id.',
  )
}

/** What is said after an export was put into an empty Kith. */
export function putInWords({ manifest, faults }: PutInResult): readonly string[] {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return [
    `Put in ${manifest.council.name} (${manifest.council.code}): ${counted(rows)} rows, ${counted(manifest.documents)} documents, as they stood at ${manifest.made}.`,
    'Exported again it would be the same to the byte: each file was compared.',
    faults === 0
      ? `Its access log is whole: ${counted(manifest.log.head?.number ?? 0)} blocks were recomputed.`
      : `Its access log is not whole: ${counted(faults)} blocks are not as they were sealed. It came so; kith verify names them.`,
    'Every row has a new key, in the keys of this KITH_HOME: copy them apart (kith backup FOLDER --keys OTHER).',
  ]
}

const named = ({ council, code, name }: Council) => ({ number: council, code, name })
const counted = (count: number): string => count.toLocaleString('en-GB')
