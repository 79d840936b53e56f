// `kith send department`: sends what changed to the Department's interface, at the address that the council set; or shows how much it would be.
import type { Command } from 'commander'
import { formatDay, type IsoDay } from '#calendar'
import type { Door } from '#database'
import { type Department, removalsIn, type Sent, sendToDepartment, TOO_MANY, waitingToBeSent } from './jobs.ts'

export type SendCommandDeps = {
  readonly withDoor: <T>(work: (door: Door) => Promise<T>) => Promise<T>
  readonly today: () => IsoDay
  /** --as PERSON. */
  readonly person: () => string | undefined
  readonly print: (line: string) => void
  /** undefined: no address is set. */
  readonly department: () => Department | undefined
}

const NO_ADDRESS = 'no address is set: give KITH_DEPARTMENT_URL and KITH_DEPARTMENT_LA_CODE. Nothing was sent'

type Options = { readonly council: string; readonly dryRun?: boolean; readonly removals?: number }
const tooMany = (count: number): string =>
  `Nothing is sent: ${count} children would be removed there, more than a tenth of those sent before. Find out why. If it is right, send with --removals ${count}.`

export function sendCommand(program: Command, deps: SendCommandDeps): void {
  const { withDoor, today, person, print } = deps
  program
    .command('send')
    .description('send to other bodies what they are owed')
    .command('department')
    .summary('send the daily payload to the Department for Education')
    .description(
      'Sends each child who is new or changed since they were sent last to the Department’s interface, in batches of a hundred, and what is gone here to be removed there. Only to the address in KITH_DEPARTMENT_URL; there is none by default.',
    )
    .requiredOption('--council <code>', 'whose children they are')
    .option('--dry-run', 'say how many would be sent, and send nothing')
    .option('--removals <count>', 'send, though so many are to be removed there: the number that was said', Number)
    .action(async ({ council: code, dryRun, removals }: Options, command: Command) => {
      if (person() !== undefined) command.error('the whole council is sent: leave --as out', { exitCode: 2 })
      const to = deps.department()
      if (to === undefined && dryRun !== true) command.error(NO_ADDRESS, { exitCode: 2 })
      await withDoor(async (door) => {
        const council = await door.councilByCode(code)
        if (council === undefined) throw new Error(`There is no council ${code}.`)
        const given = { council: council.council, today: today(), service: 'command line', removals } as const
        if (to === undefined || dryRun === true) {
          const waiting = await door.asService(
            council.council,
            'command line',
            async (asking) => await waitingToBeSent(asking, given.today),
          )
          print(
            `To be sent: ${waiting.send.length}; as they were sent last: ${waiting.same}; without an id that the Department takes: ${waiting.unnamed}.`,
          )
          if (waiting.tooMany) print(tooMany(removalsIn(waiting)))
          return
        }
        const sent = await sendToDepartment(door, given, to)
        if (sent === undefined) throw new Error('A sending of this council is under way already.')
        for (const line of told(sent)) print(line)
        if (sent.stopped_by === TOO_MANY) throw new Error(tooMany(sent.removals))
        if (sent.outcome === 'stopped') throw new Error(`Stopped by ${sent.stopped_by}: the rest is sent next time.`)
      })
    })
}

/** Numbers, and the record's own ids of those who were refused: never what was sent. */
function told(sent: Sent): readonly string[] {
  const { day, host, asked, received, removed, same, unnamed, refusedChildren } = sent
  return [
    `Children as of ${formatDay(day)}, sent to ${host}: ${received} of ${asked} received, ${removed} of them to be removed there.`,
    `As they were sent last: ${same}. Without an id that the Department takes: ${unnamed}.`,
    ...refusedChildren.map((child) => `  refused: the record ${child}`),
  ]
}
