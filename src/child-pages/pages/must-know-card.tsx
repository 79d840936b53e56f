// What whoever acts must know, on the tab of the family: each fact, for whom, until when, and what whoever keeps it can do.
import type { FC } from 'hono/jsx'
import { AUDIENCES } from '#audiences'
import { dayWords, type IsoDay } from '#calendar'
import type { Frame } from '#child-frame'
import { type mustKnowsOf, standingFacts } from '#family'
import { Card, CardList, capital, EmptyState, RowLinks } from '#look'

type Facts = Awaited<ReturnType<typeof mustKnowsOf>>
type Props = { readonly facts: Facts; readonly frame: Frame; readonly today: IsoDay; readonly id?: string }

const isAudience = (text: string): text is keyof typeof AUDIENCES => Object.hasOwn(AUDIENCES, text)

const Line: FC<{ readonly fact: Facts[number]; readonly overdue: boolean; readonly at: string | undefined }> = ({
  fact: { id, kind, words, audience, review_by },
  overdue,
  at,
}) => (
  <>
    <strong>{words ?? 'Taken out of sight'}</strong>
    <span class="kith-note">
      {capital(kind)} · for{' '}
      {audience
        .filter(isAudience)
        .map((one) => AUDIENCES[one])
        .join(', ')}{' '}
      · {overdue ? 'was to be looked at again by' : 'looked at again by'} {dayWords(review_by)}
    </span>
    {at !== undefined && (
      <RowLinks
        of={words}
        links={[
          { to: `${at}/${id}/review`, does: 'Look at it again' },
          { to: `${at}/${id}/correct`, does: 'Put right' },
        ]}
      />
    )}
  </>
)

/** Where there is nothing to know it is said, and never as if there were no risk. */
export const MustKnowCard: FC<Props> = ({ facts, frame: { id, writes }, today, id: anchor = 'must-know' }) => {
  const standing = standingFacts(facts, today)
  const at = writes.has('header') ? `/children/${id}/must-knows` : undefined
  return (
    <Card
      title="Must know"
      id={anchor}
      count={standing.length === 0 ? undefined : standing.length}
      beside={at !== undefined && <a href={`${at}/record`}>Record a must-know</a>}
      flush
    >
      {standing.length === 0 ? (
        <EmptyState title="No must-knows are recorded that you may know of.">
          This does not mean that there is no risk.
        </EmptyState>
      ) : (
        <CardList items={standing.map(({ fact, overdue }) => <Line fact={fact} overdue={overdue} at={at} />)} />
      )}
    </Card>
  )
}
