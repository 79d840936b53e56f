// What follows a decision on a home, step by step, each with how it stands and the one thing to do: approval, place, moving in, plan.
import type { Child, FC } from 'hono/jsx'
import { day, dayWords, type IsoDay, londonDay, parseInstant } from '#calendar'
import type { ApprovalRequest } from '#decisions'
import { capital, DueMark, type Mark } from '#look'
import { askedOf, type Begun, begunBy } from '../move-store.ts'
import type { Match } from '../store.ts'
import type { Known } from './request-props.tsx'

type Props = Known & { readonly match: Match }
type Does = { readonly to: string; readonly does: string }
type StepProps = {
  readonly what: string
  readonly mark: Mark
  readonly how: string
  readonly also?: string
  readonly links: readonly (Does | false)[]
}
const Step: FC<StepProps> = ({ what, mark, how, also, links }) => (
  <>
    <strong>{what}</strong> <DueMark mark={mark} words={how} />
    {also !== undefined && also !== '' && <span class="kith-note">{also}</span>}
    <span class="kith-note kith-row-links kith-no-print">
      {links
        .filter((one) => one !== false)
        .map(({ to, does }) => (
          <>
            <a href={to}>
              {does}
              <span class="govuk-visually-hidden">: {what}</span>
            </a>{' '}
          </>
        ))}
    </span>
  </>
)
const onDay = (at: string): string => {
  const moment = parseInstant(at)
  return moment === undefined ? '' : dayWords(londonDay(moment))
}

type Stands = { readonly mark: Mark; readonly how: string; readonly also?: string }
function standsOf(request: ApprovalRequest | undefined, names: ReadonlyMap<string, string>): Stands {
  if (request === undefined) return { mark: 'soon', how: 'not asked for yet' }
  const { answered, ofPerson } = request
  if (answered === undefined)
    return {
      mark: 'later',
      how: 'asked for',
      also: ofPerson === null ? '' : `Waits for ${names.get(ofPerson) ?? 'somebody'}`,
    }
  const also = `${capital(answered.answer)} by ${names.get(answered.by) ?? 'somebody'}, ${onDay(answered.at)}`
  return { mark: answered.answer.startsWith('approved') ? 'done' : 'late', how: answered.answer, also }
}
function approvals({ match, asked, names, frame, begun }: Props): readonly Child[] {
  const at = `/children/${frame.id}`
  const own = askedOf(match, asked)
  return (match.approvals ?? []).map((kind) => {
    const request = own.findLast((one) => one.kind === kind)
    const again =
      request === undefined || ['refused', 'sent back', 'withdrawn'].includes(request.answered?.answer ?? '')
    const asks = again && frame.writes.has('plan') && begunBy(match, begun) === undefined
    return (
      <Step
        what={`Approval: ${kind}`}
        {...standsOf(request, names)}
        links={[
          request !== undefined && { to: `${at}/requests/${request.line}`, does: 'Read it' },
          asks && { to: `${at}/approvals/ask`, does: 'Ask for the approval' },
        ]}
      />
    )
  })
}

function moving({ match, frame, finds, request, held }: Props, moved: Begun | undefined): Child {
  const at = `/children/${frame.id}`
  const open = moved === undefined && request.closed === null && frame.writes.has('where')
  const reserved = moved === undefined && held.has(match.household)
  return (
    <Step
      what="They move in"
      mark={moved === undefined ? 'later' : 'done'}
      how={moved === undefined ? `planned for ${dayWords(match.starts)}` : dayWords(moved.since)}
      also={reserved ? 'The place is reserved.' : ''}
      links={[
        open && finds && !reserved && { to: `${at}/places-held/${match.household}/reserve`, does: 'Reserve the place' },
        open && { to: `${at}/homes/record`, does: 'They move in' },
        moved !== undefined &&
          frame.sees.has('where') && { to: `${at}/where`, does: 'Where they live, and who was told' },
      ]}
    />
  )
}
const LAW =
  'Owed before they move in; where that is not reasonably practicable, within five working days (Care Planning Regulations 2010, regulation 9). It says what the carer may decide.'
const planMark = (planned: boolean, starts: IsoDay, today: IsoDay): Mark =>
  planned ? 'done' : starts <= today ? 'late' : 'soon'
function plan({ frame, match, today }: Props, moved: Begun | undefined): Child {
  const at = `/children/${frame.id}`
  const planned = moved?.planned === true
  const signed = moved?.signed ? `signed ${dayWords(moved.signed)}` : 'approved'
  return (
    <Step
      what="The placement plan"
      mark={planMark(planned, moved?.since ?? day(match.starts), today)}
      how={planned ? signed : 'not there yet'}
      also={LAW}
      links={[
        frame.writes.has('plan') && { to: `${at}/placement-plan/write`, does: 'Write the placement plan' },
        moved !== undefined &&
          frame.writes.has('plan') && {
            to: `${at}/homes/${moved.placement}/plan`,
            does: 'Which plan it is, and who signed',
          },
      ]}
    />
  )
}
/** The forms that stand already: nothing is written twice. */
export function NextSteps(props: Props): readonly Child[] {
  const { match, frame, begun } = props
  const moved = begunBy(match, begun)
  return [
    ...approvals(props),
    moving(props, moved),
    plan(props, moved),
    moved === undefined && frame.writes.has('matching') && (
      <a class="kith-no-print" href={`/children/${frame.id}/match-decisions/${match.id}/retract`}>
        Take the decision back
      </a>
    ),
  ].filter(Boolean)
}
