// What stands below an assessment of any kind: what set it off, and who did not write it and has read it.
import type { FC } from 'hono/jsx'
import { millisecondsOf, parseInstant } from '#calendar'
import type { Frame } from '#child-frame'
import type { Asking } from '#database'
import { type ApprovalRequest, decidersWhoMayKnow, requestsOf } from '#decisions'
import { setOffWords } from '#triggers'
import { workersCalled } from '#workforce'
import { stateWords } from './approvals-card.tsx'

type Approved = {
  readonly words: string
  readonly answered: string | undefined
  /** It came back without a yes or a no: it may be asked again as it is. */
  readonly cameBack: boolean
}
/** By the line of each assessment, how it stands with whoever was asked last to approve it. */
export type Approvals = ReadonlyMap<string, Approved>

/** undefined: not for this reader. */
export async function assessmentsApproved(asking: Asking, { id, sees }: Frame): Promise<Approvals | undefined> {
  if (!sees.has('plan')) return undefined
  const requests = (await requestsOf(asking, id)).filter(({ kind }) => kind === 'assessment approved')
  if (requests.length === 0) return new Map()
  const people = requests.flatMap(({ answered, ofPerson }) => [answered?.by ?? [], ofPerson ?? []].flat())
  const names = await workersCalled(asking, people)
  const found = new Map<string, Approved>()
  for (const request of requests) {
    const { answered, on } = request
    const cameBack = answered?.answer === 'withdrawn' || answered?.answer === 'sent back'
    const words = (await cannotAnswer(asking, request, names)) ?? stateWords(request, names)
    found.set(on.line, { words, answered: answered?.at, cameBack })
  }
  return found
}

/** Who was asked by name may have been kept from it since: then it waits in vain. */
async function cannotAnswer(
  asking: Asking,
  { answered, ofPerson, ...of }: ApprovalRequest,
  names: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  if (answered !== undefined || ofPerson === null || ofPerson === asking.who.person) return undefined
  if ((await decidersWhoMayKnow(asking, of)).includes(ofPerson)) return undefined
  const name = names.get(ofPerson) ?? 'somebody'
  return `${name} was asked and cannot answer it now, since it is kept from them or they take no such decision. Take the request back, and ask somebody else`
}

/** Whether what was answered of is another by now; the answer is of what stood on its day. */
export function changedSince({ recorded }: { readonly recorded: string }, answered: string | undefined): boolean {
  const [now, then] = [parseInstant(recorded), parseInstant(answered ?? '')]
  return now !== undefined && then !== undefined && millisecondsOf(now) > millisecondsOf(then)
}

export type Assessed = {
  readonly line: string
  readonly recorded: string
  readonly set_off_by: string | null
  readonly set_off_on: string | null
}
type Props = {
  readonly row: Assessed
  /** Its own words of what set it off. */
  readonly setOff: string | undefined
  readonly approvals: Approvals | undefined
  /** Below which it is asked that somebody approves it; undefined: not by this reader. */
  readonly at: string | undefined
}
export const AssessmentNote: FC<Props> = ({ row, setOff, approvals, at }) => (
  <>
    <span class="kith-note">What set it off: {setOffWords(row, setOff)}</span>
    {approvals !== undefined && <ReadBy row={row} approved={approvals.get(row.line)} at={at} />}
  </>
)

type OfReading = Pick<Props, 'row' | 'at'> & { readonly approved: Approved | undefined }
const ReadBy: FC<OfReading> = ({ row, approved, at }) => {
  const changed = changedSince(row, approved?.answered)
  return (
    <span class="kith-note">
      {approved === undefined ? 'Nobody was asked to approve it.' : `Read by a second person: ${approved.words}.`}{' '}
      {changed && <strong>Changed since.</strong>}{' '}
      {at !== undefined && (approved === undefined || approved.cameBack || changed) && (
        <a class="kith-no-print" href={`${at}/${row.line}/ask-approval`}>
          Ask somebody<span class="govuk-visually-hidden"> to approve it</span>
        </a>
      )}
    </span>
  )
}
