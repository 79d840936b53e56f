// Where a child will grow up, on Plan and reviews: the plan that stands, its alternatives, what it waits for, and the plans before.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import type { Frame } from '#child-frame'
import { Card, Details, EmptyState, Facts, NOT_KNOWN } from '#look'
import { isOption, isWaitsFor, OPTIONS, type PermanencePlan, WAITS } from '#permanence'
import { Beside, putRight, RowLinks } from './row-links.tsx'

const optionWords = (option: string): string => (isOption(option) ? OPTIONS[option] : option)
const waitWords = (waits: string): string => (isWaitsFor(waits) ? WAITS[waits] : waits)

type Props = { readonly plans: readonly PermanencePlan[]; readonly frame: Frame }
export const PermanenceCard: FC<Props> = ({ plans, frame }) => {
  const [now, ...before] = plans
  return (
    <Card
      title="Where they will grow up"
      beside={
        frame.writes.has('plan') && (
          <Beside
            links={[
              {
                to: `/children/${frame.id}/permanence/record`,
                does: now === undefined ? 'Write the plan' : 'Another plan',
              },
            ]}
          />
        )
      }
    >
      {now === undefined ? (
        <EmptyState>
          No plan for permanence is recorded here. By the second review the care plan has to say it.
        </EmptyState>
      ) : (
        <Standing plan={now} />
      )}
      {now !== undefined && frame.writes.has('plan') && (
        <RowLinks of="the plan for permanence" links={putRight(`/children/${frame.id}/permanence`, now.id)} />
      )}
      {before.length > 0 && (
        <Details summary={`Plans before this one: ${before.length}`}>
          <ul class="govuk-list">
            {before.map(({ option, decided, said }) => (
              <li>
                {optionWords(option)}, from {dayWords(decided)}. {said?.why}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Card>
  )
}

const Standing: FC<{ readonly plan: PermanencePlan }> = ({ plan }) => {
  const { option, parallel, decided, waits_for, waits_since, said } = plan
  return (
    <Facts
      kind="down"
      facts={[
        { name: 'Plan', fact: { words: optionWords(option), note: `since ${dayWords(decided)}` } },
        {
          name: 'At the same time',
          fact: { words: parallel.length === 0 ? 'Nothing else' : parallel.map(optionWords).join('; ') },
        },
        {
          name: 'Waits for',
          fact: {
            words: waitWords(waits_for),
            note: waits_since === null ? undefined : `since ${dayWords(waits_since)}`,
          },
        },
        { name: 'Because', fact: said?.why === undefined ? NOT_KNOWN : { words: said.why } },
        {
          name: 'Next',
          fact: said?.next === undefined || said.next === '' ? NOT_KNOWN : { words: said.next },
        },
      ]}
    />
  )
}
