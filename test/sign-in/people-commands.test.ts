// `kith people`: whose account is whose, as an administrator says it on the command line.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Command } from 'commander'
import { peopleCommands } from '#sign-in'
import { type Served, servedCouncil } from '../web/council-served.ts'

let served: Served
before(async () => {
  served = await servedCouncil('people commands', { filled: false })
})
after(async () => await served.close())

const ISSUER = 'https://login.example/council'
async function kith(...words: string[]): Promise<string> {
  const said: string[] = []
  const program = new Command('kith').exitOverride().configureOutput({ writeErr: () => {}, outputError: () => {} })
  peopleCommands(program, { withDoor: async (work) => await work(served.door), print: (line) => void said.push(line) })
  for (const command of program.commands.flatMap((one) => [one, ...one.commands]))
    command.exitOverride().configureOutput({ writeErr: () => {}, outputError: () => {} })
  const [command = '', ...more] = words
  const at = command === 'add' ? [] : ['--issuer', `${ISSUER}/`]
  await program.parseAsync(['people', command, '--council', served.council.code, ...at, ...more], { from: 'user' })
  return said.join('\n')
}

test('linked once, listed, refused a second time, unlinked and signed out', async () => {
  const worker = await served.worker('director')
  const other = await served.worker('member')
  assert.match(await kith('list'), /Nobody is linked/)
  assert.match(await kith('link', '--worker', worker.person, '--subject', 'dawn'), /They can sign in now/)
  await assert.rejects(kith('link', '--worker', other.person, '--subject', 'dawn'), /linked to a worker already/)
  await assert.rejects(kith('link', '--worker', worker.person, '--subject', 'two'), /has an account .* already/)
  await assert.rejects(kith('link', '--worker', 'nobody', '--subject', 'x'), /no such worker/)
  const [listed] = JSON.parse(await kith('list', '--json'))
  assert.deepEqual([listed.person, listed.name, listed.how], [worker.person, 'Dawn Test', 'linked'])
  const secret = (await served.sessions.begin(worker, 'A test')) ?? ''
  assert.match(await kith('unlink', '--worker', worker.person), /signed out everywhere/)
  assert.equal(await served.sessions.of(secret, served.council.council), undefined)
  await assert.rejects(kith('unlink', '--worker', worker.person), /no account/)
})

test('the first administrator of a council is added here, and can be linked', async () => {
  const person = await kith('add', '--name', 'Ada Quill', '--code', 'A1', '--part', 'administrator')
  assert.match(person, /^[0-9a-f-]{36}$/)
  assert.match(await kith('link', '--worker', 'A1', '--subject', 'ada'), /Linked/)
  const secret = (await served.sessions.begin({ council: served.council.council, person }, 'A test')) ?? ''
  const session = await served.sessions.of(secret, served.council.council)
  assert.deepEqual([session?.name, session?.parts], ['Ada Quill', ['administrator']])
  await assert.rejects(kith('add', '--name', 'Ada Quill', '--code', 'A1'), /with that code already/)
  await assert.rejects(kith('add', '--name', ' '), /Give their name/)
  await assert.rejects(kith('add', '--name', 'X', '--part', 'allocated-worker'), /whole council/)
})

test('by the code of a source; and never a service worker, or a council that is not there', async () => {
  const worker = await served.worker('member')
  await served.query(`update kith.worker set code = 'E77' where id = $1`, [worker.person])
  assert.match(await kith('link', '--worker', 'E77', '--subject', 'e77'), /Linked/)
  const [service] = await served.query<{ person: string }>('select person from door.service_worker limit 1')
  await assert.rejects(kith('link', '--worker', service?.person ?? '', '--subject', 'robot'), /no such worker/)
  await assert.rejects(kith('list', '--council', 'E09999999'), /There is no council E09999999/)
})

test('claims: the one that names a worker, and the part that one gives', async () => {
  assert.match(await kith('match', '--claim', 'employee_number'), /matched once by employee_number/)
  assert.match(await kith('match'), /Nobody is matched/)
  assert.match(await kith('part', '--claim', 'roles', '--value', 'lead', '--part', 'quality-lead'), /gives the part/)
  assert.match(
    await kith('part', '--claim', 'roles', '--value', 'lead', '--part', 'quality-lead', '--remove'),
    /no longer/,
  )
  await assert.rejects(kith('part', '--claim', 'roles', '--value', 'x', '--part', 'allocated-worker'), /whole council/)
  await assert.rejects(kith('match', '--claim', `a' or b`), /name of a claim/)
})

test('each change is in the access log, by whoever made it, without the account', async () => {
  const entries = await served.query<{ what: string; subject: unknown }>(
    `select what, subject from kith.access_entry where what ~ 'account|claim' order by at`,
  )
  assert.deepEqual(
    [...new Set(entries.map(({ what }) => what))],
    [
      'linked an account',
      'unlinked an account',
      'set the claim that names a worker',
      'set the part that a claim gives',
    ],
  )
  assert.doesNotMatch(JSON.stringify(entries), /dawn|e77/)
})
