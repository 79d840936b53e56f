// The SQL of requests for one's own file: of one child, of whoever the asker may hand over, and what somebody has to answer.
import { sql } from 'kysely'
import { day, parseDay } from '#calendar'
import { type Asking, changeFrom, currentOf, historyOf, type Version, writerOf } from '#database'
import { answerBy, type Clocked, IDENTITIES } from './request.ts'

export type FileRequest = Version<'kith.file_request'>
type Columns = Parameters<typeof changeFrom<'kith.file_request'>>[2]
export const requests = {
  ...writerOf('kith.file_request'),
  /** What it said before stays true. */
  change: async (asking: Asking, next: Columns) => await changeFrom(asking, 'kith.file_request', next),
}

export const requestsOf = async (asking: Asking, child: string): Promise<readonly FileRequest[]> =>
  (await currentOf(asking, 'kith.file_request', child)).toSorted((a, b) => (a.asked < b.asked ? 1 : -1))

export type HandedOver = Version<'kith.file_made'>
/** The last file that was made to answer this request; undefined: none, or the asker may not hand it over. */
export const fileMadeFor = async (asking: Asking, { child, line }: FileRequest): Promise<HandedOver | undefined> =>
  (await currentOf(asking, 'kith.file_made', child))
    .filter(({ request }) => request === line)
    .toSorted((a, b) => (a.recorded < b.recorded ? 1 : -1))[0]

/** Each step of one, the first first. */
export const stepsOf = async (asking: Asking, line: string): Promise<readonly FileRequest[]> =>
  (await historyOf(asking, 'kith.file_request', line)).toSorted((a, b) => (a.recorded < b.recorded ? -1 : 1))

const isIdentity = (text: string): text is Clocked['identity'] => Object.hasOwn(IDENTITIES, text)
export const clockOf = ({ asked, identity, shown_on, extended_on }: FileRequest): Clocked => ({
  asked: day(asked),
  identity: isIdentity(identity) ? identity : 'known to us',
  shownOn: parseDay(shown_on ?? '') ?? null,
  extendedOn: parseDay(extended_on ?? '') ?? null,
})

/** The earliest first; what waits for who they are comes last. */
const inOrder = (list: readonly FileRequest[]): readonly FileRequest[] =>
  list.toSorted((a, b) => ((answerBy(clockOf(a)) ?? '9') < (answerBy(clockOf(b)) ?? '9') ? -1 : 1))

async function openOnes(asking: Asking, children: readonly string[]): Promise<readonly FileRequest[]> {
  const found: FileRequest[] = []
  for (const child of children) found.push(...(await requestsOf(asking, child)))
  return inOrder(found.filter(({ outcome }) => outcome === null))
}

/** Not answered yet, of every record that the asker may hand over. */
export async function requestsWaiting(asking: Asking): Promise<readonly FileRequest[]> {
  const { rows } = await sql<{ child: string }>`
    select distinct child from kith.file_request_current
    where council = ${asking.who.council}::smallint and outcome is null and kith.may(child, 'takeOut', 'documents')`.execute(
    asking.record,
  )
  return await openOnes(
    asking,
    rows.map(({ child }) => child),
  )
}

/** Not answered yet, and this person's to answer. */
export async function requestsToAnswer(asking: Asking): Promise<readonly FileRequest[]> {
  const { council, person } = asking.who
  const { rows } = await sql<{ child: string }>`
    select distinct child from kith.file_request_current
    where council = ${council}::smallint and answers = ${person}::uuid and outcome is null`.execute(asking.record)
  const open = await openOnes(
    asking,
    rows.map(({ child }) => child),
  )
  return open.filter(({ answers }) => answers === person)
}
