// The way of a dispute from tier to tier: a line in time, and the same as a table with what was asked.
import type { FC } from 'hono/jsx'
import { addDays, day, dayOf, dayWords, type IsoDay, numberOf } from '#calendar'
import type { Frame } from '#child-frame'
import { readParts } from '#database'
import { Card, DutyTable, EmptyState, RowLinks } from '#look'
import { type JourneyEvent, JourneyPicture } from '#pictures'
import { ANSWERS, type StandingDispute, type Step, TIER_WORDS, TIERS, wordsOf } from '#reviewing'
import { putRight } from './row-links.tsx'

export type OneStep = Step<StandingDispute['stages'][number]>
type Props = {
  readonly frame: Frame
  readonly dispute: StandingDispute
  readonly steps: readonly OneStep[]
  readonly workerOf: (worker: string) => string
  readonly today: IsoDay
}

/** The tiers that were reached, lowest first, each a lane; answers, Cafcass and the end are marks. */
function lanesOf(steps: readonly OneStep[]) {
  return TIERS.filter((tier) => steps.some((step) => step.tier === tier)).map((tier) => ({
    name: tier === 'informal' ? 'Informal' : TIER_WORDS[tier],
    always: false,
    bars: steps
      .filter((step) => step.tier === tier)
      .map(({ since, until, stage }) => ({
        words: stage === undefined ? 'rose by itself' : 'taken there',
        since: dayOf(since),
        sinceKnown: true,
        until: until === undefined ? null : dayOf(until),
      })),
  }))
}
function marksOf({ answers, referrals, end }: StandingDispute): readonly JourneyEvent[] {
  return [
    ...answers.map(
      ({ answer, answered }): JourneyEvent => ({
        ...{ on: dayOf(answered), words: wordsOf(ANSWERS, answer), tone: answer === 'not agreed' ? 'worry' : 'move' },
      }),
    ),
    ...referrals.map(
      ({ kind, happened }): JourneyEvent => ({
        ...{ on: day(happened), tone: 'law' },
        words: kind === 'referred' ? 'Referred to Cafcass' : 'Cafcass: not now',
      }),
    ),
    ...(end === undefined ? [] : [{ on: day(end.happened), words: 'Over', tone: 'good' } as const]),
  ]
}

export const DisputeWay: FC<Props> = ({ frame, dispute, steps, today, workerOf }) => {
  if (steps.length === 0)
    return (
      <Card title="Its way">
        <EmptyState>It has been taken to nobody yet.</EmptyState>
      </Card>
    )
  const last = steps.at(-1)
  const due = last?.until === undefined ? (last?.last ?? 0) : 0
  const ahead = dayOf(Math.max(due, numberOf(today)))
  return (
    <Card title="Its way, from tier to tier">
      <section class="kith-picture-scroll" tabindex={0} aria-label="The way of this dispute, drawn">
        <JourneyPicture
          id="way"
          title="The way of this dispute"
          span={{ from: addDays(dispute.raised, -2), until: addDays(ahead, 5) }}
          today={today}
          born={undefined}
          events={marksOf(dispute)}
          lanes={lanesOf(steps)}
        />
      </section>
      <DutyTable
        caption="The way of this dispute, tier by tier"
        columns={['Taken to', 'Since', 'Answer due', 'Until', 'What was asked']}
        rows={steps.map(({ tier, since, last: by, until, stage }) => ({
          head: TIER_WORDS[tier],
          cells: [
            dayWords(dayOf(since)),
            by === undefined ? 'Not known' : dayWords(dayOf(by)),
            until === undefined ? 'It stands here' : dayWords(dayOf(until)),
            stage === undefined ? (
              'It rose by itself'
            ) : (
              <>
                {stage.asked_of !== null && `${workerOf(stage.asked_of)}. `}
                {readParts(stage.words, ['why'])?.why}
                {frame.writes.has('reviews') && (
                  <RowLinks
                    of={`${TIER_WORDS[tier]}, ${dayWords(dayOf(since))}`}
                    links={putRight(`/children/${frame.id}/dispute-stages`, stage.id)}
                  />
                )}
              </>
            ),
          ],
        }))}
      />
    </Card>
  )
}
