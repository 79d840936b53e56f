// Where a child will grow up, on Plan and reviews: the plan that stands, its alternatives, what it waits for, and the plans before.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import type { Frame } from '#child-frame'
import { Beside, Card, Details, EmptyState, Facts, NOT_KNOWN, RowLinks } from '#look'
import { isOption, isWaitsFor, OPTIONS, onShortBreaks, type Permanence, type PermanencePlan, WAITS } from '#permanence'
import { putRight } from './row-links.tsx'

const optionWords = (option: string): string => (isOption(option) ? OPTIONS[option] : option)
const waitWords = (waits: string): string => (isWaitsFor(waits) ? WAITS[waits] : waits)

type Props = { readonly permanence: Permanence; readonly frame: Frame }
export const PermanenceCard: FC<Props> = ({ permanence, frame }) => {
  const { standing, before, timeSeen } = permanence
  const base = `/children/${frame.id}/permanence`
  const writes = frame.writes.has('plan')
  const shown = standing === undefined ? 'Write the plan' : 'Another plan'
  return (
    <Card title="Where they will grow up" beside={writes && <Beside links={[{ to: `${base}/record`, does: shown }]} />}>
      {standing === undefined ? <EmptyState>{noneWords(frame)}</EmptyState> : <Standing plan={standing} />}
      {standing !== undefined && !timeSeen && (
        <p class="kith-note">Whether it was decided in this time in care is not for you to see.</p>
      )}
      {standing !== undefined && writes && (
        <RowLinks
          of="the plan for permanence"
          links={[
            { to: `${base}/${standing.id}/waits`, does: 'It waits for something else' },
            ...putRight(base, standing.id),
          ]}
        />
      )}
      {before.length > 0 && <Before plans={before} base={base} writes={writes} now={standing} />}
    </Card>
  )
}

function noneWords({ legal, cameIn }: Frame): string {
  if (cameIn === null) return 'They are not in care now.'
  if (onShortBreaks((legal ?? []).map(({ kind }) => kind))) return 'Of short breaks no plan for permanence is asked.'
  return 'No plan for permanence is recorded here. By the second review the care plan has to say it.'
}

const Before: FC<{
  readonly plans: readonly PermanencePlan[]
  readonly base: string
  readonly writes: boolean
  readonly now: PermanencePlan | undefined
}> = ({ plans, base, writes, now }) => (
  <Details summary={`${now === undefined ? 'Earlier plans' : 'Plans before this one'}: ${plans.length}`}>
    <ul class="govuk-list">
      {plans.map(({ id, option, decided, said }) => (
        <li>
          {optionWords(option)}, from {dayWords(decided)}. {said?.why}
          {writes && <RowLinks of={`the plan of ${dayWords(decided)}`} links={putRight(base, id)} />}
        </li>
      ))}
    </ul>
  </Details>
)

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
