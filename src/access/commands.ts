// The subcommands `kith verify` and `kith seal`: is the access log whole, and closing what is finished.
import type { Command } from 'commander'
import { type Sealing, sealLog } from './seal-log.ts'
import { type CouncilVerdict, verifyLog } from './verify-log.ts'

export type AccessCommandDeps = {
  /** Opens the database for one command, and closes it afterwards. */
  readonly withSealing: (work: (sealing: Sealing) => Promise<void>) => Promise<void>
  /** Standard output and error; the process's own unless given. */
  readonly print?: (text: string) => void
  readonly complain?: (text: string) => void
}
type Options = { readonly council?: string; readonly json?: boolean }
const toOutput = (text: string): void => void process.stdout.write(text)
const toError = (text: string): void => void process.stderr.write(text)

const counted = (n: number, one: string, many: string) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

/** One council's verdict in lines, each fault named. */
function verdictInWords(verdict: CouncilVerdict): string {
  const { code, faults, unsealed, oldestUnsealed } = verdict
  const blocks = counted(verdict.blocks, 'block', 'blocks')
  const entries = counted(verdict.entries, 'entry', 'entries')
  const waiting =
    unsealed === 0
      ? ''
      : `; ${counted(unsealed, 'entry', 'entries')} not yet sealed, the oldest ${oldestUnsealed ?? 0} s old`
  const sound = faults.length === 0 ? 'the log is whole' : counted(faults.length, 'fault', 'faults')
  return [
    `${code}: ${blocks}, ${entries}: ${sound}${waiting}`,
    ...faults.map(({ block, says }) => (block === null ? `  ${says}` : `  block ${block}: ${says}`)),
  ].join('\n')
}

async function verify(sealing: Sealing, options: Options, deps: AccessCommandDeps): Promise<void> {
  const verdicts = await verifyLog(sealing, options.council)
  if (options.council !== undefined && verdicts.length === 0) {
    const complain = deps.complain ?? toError
    complain(`kith verify: there is no council ${options.council}\n`)
    process.exitCode = 2
    return
  }
  const print = deps.print ?? toOutput
  print(`${options.json === true ? JSON.stringify(verdicts, null, 2) : verdicts.map(verdictInWords).join('\n')}\n`)
  if (verdicts.some(({ faults }) => faults.length > 0)) process.exitCode = 1
}

async function seal(sealing: Sealing, print = toOutput): Promise<void> {
  const sealed = await sealLog(sealing)
  print(sealed.map(({ code, entries }) => `${code}: ${counted(entries, 'entry', 'entries')} sealed\n`).join(''))
}

export function accessCommands(program: Command, deps: AccessCommandDeps): void {
  program
    .command('verify')
    .summary('check the access log against its seals')
    .description(
      'Recomputes every block of the access log and compares it with the seals kept outside the database. Names each entry that was changed, removed or reordered, and each block that was removed or exchanged; says how many entries wait to be sealed, and for how long. Exit 1 when a fault is found, 2 for wrong use.',
    )
    .option('--council <code>', 'only this council')
    .option('--json', 'print the result as JSON')
    .action(async (options: Options) => {
      await deps.withSealing(async (sealing) => await verify(sealing, options, deps))
    })
  program
    .command('seal')
    .summary('close finished entries of the access log into blocks')
    .description('Seals the access log of every council once. A running Kith does this each second by itself.')
    .action(async () => await deps.withSealing(async (sealing) => await seal(sealing, deps.print)))
}
