// The commands `kith people …`: whose account at the provider is whose, and which parts its claims give.
import { type Command, InvalidArgumentError } from 'commander'
import type { Relation } from '#access'
import type { Asking, Door } from '#database'
import { addWorker } from '#workforce'
import {
  givePart,
  type LinkAnswer,
  linkedPeople,
  linkSubject,
  setMatchingClaim,
  setPartByClaim,
  unlinkSubject,
  workerNamed,
} from './store.ts'

export type PeopleCommandDeps = {
  readonly withDoor: <T>(work: (door: Door) => Promise<T>) => Promise<T>
  readonly print: (line: string) => void
}
type At = { readonly council: string; readonly issuer: string }

const IN_THE_WHOLE_COUNCIL = ['out-of-hours', 'director', 'analyst', 'quality-lead', 'administrator', 'member'] as const

const theIssuer = (written: string): string => {
  if (/^https?:\/\//.test(written) && URL.canParse(written)) return new URL(written).href.replace(/\/$/, '')
  throw new InvalidArgumentError('Give the address of the provider, as in https://login.example/council.')
}
const theClaim = (written: string): string => {
  if (/^[A-Za-z0-9_:./-]{1,100}$/.test(written)) return written
  throw new InvalidArgumentError('Give the name of a claim, as in employee_number.')
}
const thePart = (written: string): Relation => {
  const found = IN_THE_WHOLE_COUNCIL.find((relation) => relation === written)
  if (found !== undefined) return found
  throw new InvalidArgumentError(`Give a part in the whole council: ${IN_THE_WHOLE_COUNCIL.join(', ')}.`)
}

const REFUSED: Readonly<Record<Exclude<LinkAnswer, 'linked'>, string>> = {
  'no such worker': 'There is no such worker in this council.',
  'account linked already': 'That account is linked to a worker already. Unlink it first.',
  'worker linked already': 'That worker has an account at this provider already. Unlink it first.',
  'not of that provider':
    'People of an organisation sign in at its provider, on the days of its agreement, and nobody else does.',
}

async function inCouncil<T>({ withDoor }: PeopleCommandDeps, code: string, work: (asking: Asking) => Promise<T>) {
  return await withDoor(async (door) => {
    const council = await door.councilByCode(code)
    if (council === undefined) throw new Error(`There is no council ${code}.`)
    return await door.asService(council.council, 'command line', work)
  })
}

async function theWorker(asking: Asking, idOrCode: string): Promise<string> {
  const worker = await workerNamed(asking, idOrCode)
  if (worker === undefined) throw new Error(REFUSED['no such worker'])
  return worker
}

const at = (command: Command): Command =>
  command
    .requiredOption('--council <code>', 'the code of the council')
    .requiredOption('--issuer <address>', 'the provider', theIssuer)

/** Adds `kith people` with its commands. */
export function peopleCommands(program: Command, deps: PeopleCommandDeps): void {
  const people = program.command('people').description('who signs in as whom')
  addCommand(people, deps)
  linkCommands(people, deps)
  claimCommands(people, deps)
}

/** How the first people of a council come in: nobody can sign in to add them. */
function addCommand(people: Command, deps: PeopleCommandDeps): void {
  people
    .command('add')
    .description('add a worker, with a part in the whole council where they have one')
    .requiredOption('--council <code>', 'the code of the council')
    .requiredOption('--name <name>', 'as colleagues know them')
    .option('--code <code>', 'how another system of the council knows them')
    .option('--part <part>', 'as in administrator', thePart)
    .action(
      async ({ council, name, code, part }: { council: string; name: string; code?: string; part?: Relation }) => {
        if (name.trim() === '') throw new InvalidArgumentError('Give their name.')
        const person = await inCouncil(deps, council, async (asking) => {
          if (code !== undefined && (await workerNamed(asking, code)) !== undefined)
            throw new Error('There is a worker with that code already.')
          const made = await addWorker(asking, name.trim(), code ?? null)
          if (part !== undefined) await givePart(asking, made, part)
          return made
        })
        deps.print(person)
      },
    )
}

function linkCommands(people: Command, deps: PeopleCommandDeps): void {
  at(
    people
      .command('link')
      .description("say whose account at the council's provider, or at an organisation's, is whose"),
  )
    .requiredOption('--worker <worker>', 'id of the worker, or the code by which a source knows them')
    .requiredOption('--subject <subject>', 'the account: the `sub` that the provider gives')
    .action(async ({ council, issuer, worker, subject }: At & { worker: string; subject: string }) => {
      const answer = await inCouncil(deps, council, async (asking) => {
        return await linkSubject(asking, { issuer, subject, worker: await theWorker(asking, worker) })
      })
      if (answer !== 'linked') throw new Error(REFUSED[answer])
      deps.print('Linked. They can sign in now.')
    })
  at(people.command('unlink').description('end what an account opens, and every session of that worker'))
    .requiredOption('--worker <worker>', 'id of the worker, or their code')
    .action(async ({ council, issuer, worker }: At & { worker: string }) => {
      const ended = await inCouncil(
        deps,
        council,
        async (asking) => await unlinkSubject(asking, issuer, await theWorker(asking, worker)),
      )
      if (!ended) throw new Error('That worker has no account at this provider.')
      deps.print('Unlinked, and signed out everywhere.')
    })
  at(people.command('list').description('list the workers who have an account at a provider'))
    .option('--json', 'print JSON')
    .action(async ({ council, issuer, json }: At & { json?: boolean }) => {
      const linked = await inCouncil(deps, council, async (asking) => await linkedPeople(asking, issuer))
      if (json === true) return deps.print(JSON.stringify(linked))
      if (linked.length === 0) return deps.print('Nobody is linked to an account there.')
      for (const { person, name, how, linked: when } of linked) deps.print(`${person}  ${name}  ${how} ${when}`)
    })
}

function claimCommands(people: Command, deps: PeopleCommandDeps): void {
  at(people.command('match').description('name the claim that holds the code of a worker; each is matched once'))
    .option('--claim <claim>', 'as in employee_number; without it, nobody is matched', theClaim)
    .action(async ({ council, issuer, claim }: At & { claim?: string }) => {
      await inCouncil(deps, council, async (asking) => await setMatchingClaim(asking, issuer, claim ?? null))
      deps.print(claim === undefined ? 'Nobody is matched by a claim.' : `Workers are matched once by ${claim}.`)
    })
  at(people.command('part').description('say which part in the whole council a claim gives'))
    .requiredOption('--claim <claim>', 'as in roles', theClaim)
    .requiredOption('--value <value>', 'what the claim is, or holds')
    .requiredOption('--part <part>', 'as in director', thePart)
    .option('--remove', 'it gives it no more, from the next sign-in on')
    .action(async (chosen: At & { claim: string; value: string; part: Relation; remove?: boolean }) => {
      const { council, issuer, claim, value, part: relation, remove } = chosen
      const given = remove !== true
      await inCouncil(
        deps,
        council,
        async (asking) => await setPartByClaim(asking, issuer, { claim, value, relation, given }),
      )
      deps.print(given ? `That claim gives the part ${relation}.` : `That claim no longer gives the part ${relation}.`)
    })
}
