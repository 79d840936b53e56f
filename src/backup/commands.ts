// The commands that keep the database safe: `kith backup` and `kith restore`.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { OpenedDatabase } from '#postgres'
import { backUp, copyKeys } from './backup.ts'
import type { Manifest } from './backup-manifest.ts'
import { type TakenOut, takeOutAgain } from './out-of-sight-again.ts'
import { restore } from './restore.ts'

export type DatabaseCommandDeps = {
  /** KITH_HOME. */
  readonly home: string
  /** Opens the database without migrating it. */
  readonly open: () => Promise<OpenedDatabase>
  /** What was taken out of sight, as the lists beside the seals have it. `known`: whether there is a list. */
  readonly takenOut: () => Promise<{ readonly known: boolean; readonly taken: readonly TakenOut[] }>
  /** The exported record of a council is put back by another room: whether a folder holds one, and what is said of it after. */
  readonly exported?: {
    readonly isOne: (folder: string) => boolean
    readonly putIn: (opened: OpenedDatabase, folder: string) => Promise<readonly string[]>
  }
  readonly print: (line: string) => void
  /** Shown on a terminal, silent in a pipe. */
  readonly progress: (line: string) => void
}

type Chosen = { readonly keys?: string; readonly postcodes?: boolean; readonly json?: boolean }

/** Adds both commands. */
export function databaseCommands(program: Command, deps: DatabaseCommandDeps): void {
  program
    .command('backup')
    .summary('write the whole record to a folder')
    .description(
      "Writes one snapshot of the whole record to a new folder, as CSV with checksums. The councils' keys stay apart.",
    )
    .argument('<folder>', 'a folder that is not there yet, or is empty')
    .option('--keys <folder>', "copy the councils' keys to this other folder")
    .option('--postcodes', 'include the postcode directory, which can be imported again')
    .option('--json', 'print the manifest')
    .action(async (folder: string, chosen: Chosen) => await backupCommand(folder, chosen, deps))
  program
    .command('restore')
    .summary('put a backup or an export back into an empty database')
    .description(
      'Puts a backup, or the exported record of a council, into a database that holds no council: all of it or nothing.',
    )
    .argument('<folder>', 'a folder that kith backup or kith export --council wrote')
    .option('--keys <folder>', 'put these keys of the councils back too')
    .option('--json', 'print the manifest')
    .action(async (folder: string, chosen: Chosen) => await restoreCommand(folder, chosen, deps))
}

async function backupCommand(folder: string, chosen: Chosen, deps: DatabaseCommandDeps): Promise<void> {
  const kept = join(deps.home, 'keys')
  if (chosen.keys && `${resolve(chosen.keys)}/`.startsWith(`${resolve(folder)}/`)) {
    throw new Error('Keys never travel with the data: name a folder for --keys outside the backup.')
  }
  const opened = await deps.open()
  try {
    const manifest = await backUp({
      connection: opened.connection,
      home: deps.home,
      folder,
      postcodes: chosen.postcodes ?? false,
      log: deps.progress,
    })
    const copied = chosen.keys ? copyKeys(kept, chosen.keys) : undefined
    if (chosen.json) return deps.print(JSON.stringify(manifest))
    deps.print(`Backed up ${sizeOf(manifest)} to ${folder}.`)
    deps.print(
      'Not in it: waiting jobs (schema graphile_worker)' +
        (chosen.postcodes ? '.' : ', and the postcode directory (--postcodes).'),
    )
    if (copied !== undefined)
      deps.print(`${copied} keys were copied to ${chosen.keys}: keep them away from the backup.`)
    else
      deps.print(
        `The councils' keys are not in it. They are in ${kept}: copy them apart (--keys), without them no words can be read.`,
      )
  } finally {
    await opened.stop()
  }
}

async function restoreCommand(folder: string, chosen: Chosen, deps: DatabaseCommandDeps): Promise<void> {
  if (chosen.keys && !existsSync(chosen.keys))
    throw new Error(`There is no folder ${chosen.keys} with keys. Nothing was restored.`)
  const opened = await deps.open()
  try {
    if (deps.exported?.isOne(folder) === true) return await exportCommand(opened, folder, { chosen, deps })
    const manifest = await restore({ connection: opened.connection, home: deps.home, folder, log: deps.progress })
    const keys = join(deps.home, 'keys')
    if (chosen.keys) copyKeys(chosen.keys, keys)
    const { known, taken } = await deps.takenOut()
    const again = await takeOutAgain(opened.connection, taken)
    if (chosen.json) return deps.print(JSON.stringify(manifest))
    deps.print(`Restored ${sizeOf(manifest)} as they stood at ${manifest.made}.`)
    if (!existsSync(keys))
      deps.print(`There are no keys in ${keys}: put the councils' keys there, or no words can be read.`)
    deps.print(
      known
        ? `Words taken out of sight after that moment, as the list beside the seals has them: ${again} taken out again.`
        : 'There is no list of words taken out of sight beside the seals: any taken out after that moment are readable again. Take them out of sight anew.',
    )
  } finally {
    await opened.stop()
  }
}

async function exportCommand(
  opened: OpenedDatabase,
  folder: string,
  { chosen, deps }: { readonly chosen: Chosen; readonly deps: DatabaseCommandDeps },
): Promise<void> {
  if (chosen.keys) throw new Error('An export needs no keys: its rows are given new ones. Nothing was restored.')
  for (const line of (await deps.exported?.putIn(opened, folder)) ?? []) deps.print(line)
}

function sizeOf({ tables }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return `${rows.toLocaleString('en-GB')} rows of ${tables.length} tables`
}
