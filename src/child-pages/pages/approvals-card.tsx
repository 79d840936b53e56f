// Approvals that were asked for a child's homes, and for leaving care: what, of whom, how they stand.
import type { FC } from 'hono/jsx'
import { dayWords, formatDay, londonDay, parseInstant } from '#calendar'
import type { Frame } from '#child-frame'
import type { Asking } from '#database'
import { type ApprovalRequest, requestsOf, whoAnswered } from '#decisions'
import { Beside, Card, CardList, capital, EmptyState } from '#look'
import { workersCalled } from '#workforce'

const OF_HOMES: ReadonlySet<string> = new Set([
  'placement outside the area',
  'placement at a distance',
  'placement with a parent',
  'temporary approval',
  'home ended',
  'move in the exam years',
  'leaving care',
])

export type HomeApprovals = {
  readonly requests: readonly ApprovalRequest[]
  readonly names: ReadonlyMap<string, string>
}

/** The latest first. */
export async function homeApprovalsOf(asking: Asking, child: string): Promise<HomeApprovals> {
  const requests = (await requestsOf(asking, child)).filter(({ kind }) => OF_HOMES.has(kind)).toReversed()
  const people = requests.flatMap(({ asked, answered, ofPerson }) => [asked.by, answered?.by ?? '', ofPerson ?? ''])
  const named = people.filter((one) => one !== '')
  return { requests, names: named.length === 0 ? new Map() : await workersCalled(asking, named) }
}

const onDay = (at: string): string => {
  const moment = parseInstant(at)
  return moment === undefined ? '' : formatDay(londonDay(moment))
}
export function stateWords({ answered, ofPerson }: ApprovalRequest, names: HomeApprovals['names']): string {
  const nameOf = (person: string): string => names.get(person) ?? 'somebody'
  if (answered === undefined) return ofPerson === null ? 'Not answered yet' : `Waits for ${nameOf(ofPerson)}`
  const on = answered.paper === undefined ? onDay(answered.at) : dayWords(answered.answered)
  return `${capital(answered.answer)} by ${whoAnswered(answered, nameOf)}, ${on}`
}

export const ApprovalsCard: FC<{ readonly approvals: HomeApprovals; readonly frame: Frame }> = (props) => {
  const { requests, names } = props.approvals
  const at = `/children/${props.frame.id}`
  return (
    <Card
      title="Approvals"
      count={requests.length}
      beside={
        props.frame.writes.has('plan') && (
          <Beside links={[{ to: `${at}/approvals/ask`, does: 'Ask for an approval' }]} />
        )
      }
      flush
    >
      {requests.length === 0 ? (
        <EmptyState>Nobody has asked for an approval of a home, or of leaving care.</EmptyState>
      ) : (
        <CardList
          items={requests.map((request) => (
            <>
              <a href={`${at}/requests/${request.line}`}>{capital(request.kind)}</a>
              <span class="kith-note">{stateWords(request, names)}</span>
            </>
          ))}
        />
      )}
    </Card>
  )
}
