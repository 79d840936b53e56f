// `kith pack`: makes the pack of a council now, checks that one opens, and prints a passphrase that nobody guesses.
import { randomInt } from 'node:crypto'
import type { Command } from 'commander'
import type { IsoDay } from '#calendar'
import { checkPack, makePack, type PackHouse, type PackSettings, passphraseIn } from './pack-store.ts'

export type PackCommandDeps = {
  readonly withHouse: <T>(work: (house: PackHouse) => Promise<T>) => Promise<T>
  /** undefined: no folder is set. */
  readonly settings: () => PackSettings | undefined
  readonly today: () => IsoDay
  readonly print: (line: string) => void
}

/** Without letters and figures that are taken for each other. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const group = (): string => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

function settingsOr(found: PackSettings | undefined): PackSettings {
  if (found !== undefined) return found
  throw new Error('No folder for packs is set: set KITH_PACK_FOLDER and KITH_PACK_PASSPHRASE_FILE.')
}

export function packCommands(program: Command, deps: PackCommandDeps): void {
  const pack = program.command('pack').description('encrypted packs that open without the server')
  pack
    .command('make')
    .summary('make the pack of a council now')
    .description(
      'Writes CODE-DAY.kithpack to KITH_PACK_FOLDER, encrypted with the passphrase of KITH_PACK_PASSPHRASE_FILE: the children in care with what a duty worker may know. A server does this every night. Beside it lie how-to-open.txt and open-pack.html.',
    )
    .argument('<code>', 'the council')
    .action(async (code: string) => {
      const settings = settingsOr(deps.settings())
      const made = await deps.withHouse(async (house) => {
        const council = await house.door.councilByCode(code)
        if (council === undefined) throw new Error(`There is no council ${code}: kith council list lists them.`)
        return await makePack(house, { council, today: deps.today(), settings })
      })
      deps.print(`${made.children} children, ${(made.bytes / 1_000_000).toFixed(1)} MB, in ${made.path}.`)
      deps.print(`Packs stay ${settings.keep} nights; ${made.removed} older ones were removed.`)
    })
  pack
    .command('check')
    .summary('see whether a pack opens')
    .description('Opens all of a pack with the passphrase of a file and keeps nothing of it.')
    .argument('<pack>', 'a file CODE-DAY.kithpack')
    .option('--passphrase-file <file>', 'a file with the passphrase in its first line; else KITH_PACK_PASSPHRASE_FILE')
    .action(async (path: string, { passphraseFile }: { passphraseFile?: string }) => {
      const passphrase = await passphraseIn(passphraseFile ?? settingsOr(deps.settings()).passphraseFile)
      const { bytes, parts } = await checkPack(path, passphrase)
      deps.print(
        `${path} opens: ${parts} parts in ${(bytes / 1_000_000).toFixed(1)} MB, every piece as it was written.`,
      )
    })
  pack
    .command('passphrase')
    .summary('print a new passphrase')
    .description('Prints a passphrase by chance. Keep it where people can read it when Kith cannot be reached.')
    .action(() => deps.print(Array.from({ length: 6 }, group).join('-')))
}
