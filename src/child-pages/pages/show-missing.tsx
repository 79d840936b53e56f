// Missing and safe: each time missing with who was told, the pattern in plain counts, why in the child's words, exploitation, and the safety plan.
import type { FC } from 'hono/jsx'
import { exploitationOf, referralsOf } from '#assessments'
import { dayWords, type IsoDay } from '#calendar'
import { type Frame, firstName } from '#child-frame'
import { type Asking, readParts } from '#database'
import { Card, Columns, EmptyState, Notice, Stack, Voice } from '#look'
import { episodesOf, interviewsOf, patternOf, stepsTaken, strategyMeetingsOf, toldOfMissing } from '#missing'
import { placementsOf } from '#placements'
import { type Approvals, assessmentsApproved } from './assessment-note.tsx'
import { ExploitationCard, type Look, type Referral, ReferralCard } from './exploitation-cards.tsx'
import { PatternCard } from './missing-pattern.tsx'
import { goneWords, type Talk, type Times, TimesCard } from './missing-times.tsx'
import { type SafetyPlan, SafetyPlanCard, safetyPlanOf } from './safety-plan-card.tsx'
import { tabPage } from './tab-page.tsx'

type Facts = Times & {
  readonly looks: readonly Look[]
  readonly approvals: Approvals | undefined
  readonly referrals: readonly Referral[]
  /** undefined: not for this reader. */
  readonly plan: SafetyPlan | undefined
}

export const showMissing = tabPage<Facts>({
  here: undefined,
  title: 'Missing and safe',
  read: async (asking, frame) => await readMissing(asking, frame),
  main: (facts, frame, today) => <MissingPage facts={facts} frame={frame} today={today} />,
})

async function readMissing(asking: Asking, frame: Frame): Promise<Facts> {
  const { id, sees } = frame
  return {
    episodes: (await episodesOf(asking, id)).toReversed(),
    talks: await interviewsOf(asking, id),
    told: await toldOfMissing(asking, id),
    steps: await stepsTaken(asking, id),
    meetings: await strategyMeetingsOf(asking, id),
    homes: await placementsOf(asking, id),
    looks: await exploitationOf(asking, id),
    approvals: await assessmentsApproved(asking, frame),
    referrals: await referralsOf(asking, id),
    plan: sees.has('plan') ? await safetyPlanOf(asking, id) : undefined,
  }
}

type Props = { readonly facts: Facts; readonly frame: Frame; readonly today: IsoDay }
const MissingPage: FC<Props> = ({ facts, frame, today }) => {
  const called = firstName(frame.called)
  const at = frame.writes.has('missing') ? `/children/${frame.id}` : undefined
  const { episodes, talks, looks, referrals, plan } = facts
  const now = episodes.find(({ until }) => until === null)
  return (
    <>
      {now !== undefined && (
        <Notice title={`${called} is ${now.kind === 'missing' ? 'missing' : 'away without authorisation'}`} tone="warn">
          <p>{goneWords(now)}. If they may be in danger, ring 999.</p>
        </Notice>
      )}
      <Columns>
        <Stack>
          <TimesCard {...facts} at={at} called={called} meets={frame.writes.has('visits')} />
          <PatternCard pattern={patternOf(episodes, today)} called={called} />
        </Stack>
        <Stack>
          {plan !== undefined && <SafetyPlanCard plan={plan} frame={frame} called={called} />}
          <WhyCard talks={talks} called={called} />
          <ExploitationCard
            looks={looks}
            at={at}
            called={called}
            today={today}
            approvals={facts.approvals}
            asks={frame.writes.has('plan') ? `/children/${frame.id}` : undefined}
          />
          <ReferralCard referrals={referrals} at={at} called={called} />
        </Stack>
      </Columns>
    </>
  )
}

/** Push and pull as the child put them; whoever did not agree to be kept has no words here. */
const WhyCard: FC<{ readonly talks: readonly Talk[]; readonly called: string }> = ({ talks, called }) => {
  const said = talks
    .toSorted((a, b) => b.happened.localeCompare(a.happened))
    .flatMap(({ words, happened }) => {
      const { push = '', pull = '' } = readParts(words, ['what', 'push', 'pull']) ?? {}
      return [
        { words: push, about: 'what made them leave', happened },
        { words: pull, about: 'what drew them', happened },
      ]
    })
    .filter(({ words }) => words !== '')
  return (
    <Card title={`Why, in ${called}’s words`}>
      {said.length === 0 ? (
        <EmptyState>Nothing that {called} said and agreed to keep. Ask in the talk after each time.</EmptyState>
      ) : (
        <Stack>
          {said.map(({ words, about, happened }) => (
            <Voice words={words} who={`${called}, ${about}`} when={dayWords(happened)} />
          ))}
        </Stack>
      )}
    </Card>
  )
}
