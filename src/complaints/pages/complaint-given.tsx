// What every form of a complaint knows beforehand: the child, whom one may choose, the complaint, and what whoever writes may do with it.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { dayWords } from '#calendar'
import { childById } from '#children'
import type { Asking } from '#database'
import type { Item, Reading } from '#forms'
import { Card, Facts } from '#look'
import { everyColleague } from '#workforce'
import { stageWords } from '../complaint.ts'
import { answerersOf, type Complaint, complaintNamed, type StageRow } from '../store.ts'

export const complaintsAt = (child: string | null): string => `/children/${child}/complaints`

export type Given = {
  readonly child: string
  /** As in a sentence: the first name, or 'this child' for who may not know it. */
  readonly name: string
  readonly me: string
  readonly people: readonly Item[]
  /** Those who read complaints of this child and write in the record; and who stands there already. */
  readonly answerers: readonly Item[]
}
const may = async (
  asking: Asking,
  child: string,
  of: readonly (readonly ['write' | 'approve', 'story' | 'plan' | 'audit'])[],
) => {
  for (const one of of) if (await mayDo(asking, child, [...one])) return true
  return false
}
/** As the table has it: whoever writes the story or approves the plan, or leads quality. */
export const mayWriteDown = async (asking: Asking, child: string): Promise<boolean> =>
  await may(asking, child, [
    ['write', 'story'],
    ['approve', 'plan'],
    ['write', 'audit'],
  ])
/** Its managers, the director, who leads quality; who is named; never who is complained of. */
export async function mayAnswer(
  asking: Asking,
  { worker, child }: Pick<Complaint, 'worker' | 'child'>,
  { answers }: Pick<StageRow, 'answers'>,
): Promise<boolean> {
  const { person } = asking.who
  if (worker === person) return false
  return (
    (answers === person && (await mayWriteDown(asking, child))) ||
    (await may(asking, child, [
      ['approve', 'plan'],
      ['write', 'audit'],
    ]))
  )
}

/** `standing`: who answers now, also where they have gone. */
export async function givenOf(asking: Asking, child: string, standing?: string): Promise<Given> {
  const known = await childById(asking, child)
  const people = (await everyColleague(asking)).map(({ id, name }) => ({ value: id, text: name }))
  const may = await answerersOf(asking, child)
  const answerers = people.filter(({ value }) => may.has(value) || value === standing)
  return { child, name: known?.name?.split(' ')[0] ?? 'this child', me: asking.who.person, people, answerers }
}
export type Upon = Given & { readonly complaint: Complaint; readonly stage: StageRow }
/** Of a stage that stands, for whoever may answer it. */
export async function upon(asking: Asking, child: string | null, of: string | null): Promise<Upon | undefined> {
  if (child === null || of === null) return undefined
  const complaint = await complaintNamed(asking, child, of)
  const stage = complaint?.stages.find(({ line }) => line === of)
  if (complaint === undefined || stage === undefined || !(await mayAnswer(asking, complaint, stage))) return undefined
  return { ...(await givenOf(asking, child, stage.answers)), complaint, stage }
}

/** As it was said, above every form that goes on from it. */
export const TheComplaint: FC<{
  readonly given: Given & { readonly complaint: Complaint }
  readonly stage: number
}> = ({ given: { complaint }, stage }) => (
  <Card title={stageWords(stage)}>
    <Facts
      kind="wide"
      facts={[
        { name: 'As it was said', fact: { words: complaint.said?.said ?? 'Taken out of sight' } },
        { name: 'What should be different', fact: { words: complaint.said?.wanted ?? 'Taken out of sight' } },
        { name: 'Received', fact: { words: dayWords(complaint.received) } },
      ]}
    />
  </Card>
)

const READS = 'Choose somebody who reads complaints of this child, and writes in the record.'
/** Somebody of the list, and not whoever it is of. */
export function whoAnswers(read: Reading, { answerers }: Given, worker: string | null): string {
  const answers = read.typed.one('answers')
  if (answers === '') read.fault('answers', 'Choose who answers.')
  else if (!answerers.some(({ value }) => value === answers)) read.fault('answers', READS)
  else if (answers === worker) read.fault('answers', 'It is about them, so somebody else answers.')
  return answers
}
