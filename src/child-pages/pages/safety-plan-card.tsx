// The safety plan as it stands, with what it was changed because of; to whoever may read plans.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import type { Frame } from '#child-frame'
import type { Asking } from '#database'
import { Beside, Card, DueMark, EmptyState } from '#look'
import { planAt } from '#plan-kinds'
import { type Edition, editionsOf, partsOfEdition, standingAndWritten } from '#plans'

export type SafetyPlan = {
  readonly standing: Edition | undefined
  readonly written: Edition | undefined
  /** undefined: not written, or out of sight. */
  readonly because: string | undefined
}
export async function safetyPlanOf(asking: Asking, child: string): Promise<SafetyPlan> {
  const own = (await editionsOf(asking, child)).filter(({ kind }) => kind === 'safety plan')
  const { standing, written } = standingAndWritten(own)
  const edition = standing ?? written
  const parts = edition === undefined ? [] : await partsOfEdition(asking, edition)
  return { standing, written, because: parts.find(({ part }) => part === 'because')?.text }
}

export const SafetyPlanCard: FC<{ readonly plan: SafetyPlan; readonly frame: Frame; readonly called: string }> = (
  of,
) => {
  const { plan, frame, called } = of
  const { standing, written, because } = plan
  const at = planAt(frame.id, 'safety plan')
  const any = standing !== undefined || written !== undefined
  return (
    <Card
      title="Safety plan"
      beside={
        <Beside
          links={[
            ...(any ? [{ to: `${at}/read`, does: 'Read it' }] : []),
            ...(frame.writes.has('plan') ? [{ to: `${at}/write`, does: any ? 'Write' : 'Begin one' }] : []),
          ]}
        />
      }
    >
      {any ? (
        <>
          <p>
            {standing?.approved === undefined ? (
              <DueMark mark="soon" words="Being written, not agreed yet" />
            ) : (
              <DueMark mark="done" words={`Version ${standing.number}, agreed ${dayWords(standing.approved.on)}`} />
            )}
            {standing !== undefined && written !== undefined && ' A new version is being written.'}
          </p>
          <h3>What it was changed because of</h3>
          <p class="kith-written">{because ?? 'Nothing is written'}</p>
        </>
      ) : (
        <EmptyState>There is no safety plan for {called} yet.</EmptyState>
      )}
    </Card>
  )
}
