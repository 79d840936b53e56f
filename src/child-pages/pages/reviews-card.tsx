// Reviews of one child, the latest first: how the child took part, and what may be done with each.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { type Frame, firstName } from '#child-frame'
import { Beside, Card, CardList, EmptyState, RowLinks } from '#look'
import { PARTICIPATION, type reviewsOf } from '#reviews'
import type { NotSpoken } from '#writing'
import { putRight } from './row-links.tsx'

export type Reviews = Awaited<ReturnType<typeof reviewsOf>>
const isParticipation = (text: string | null): text is keyof typeof PARTICIPATION =>
  text !== null && Object.hasOwn(PARTICIPATION, text)
const REVIEWS_SHOWN = 6
/** Each on a line of its own: on a narrow card one that is broken by the end of a line lies beneath the next. */
const Further: FC<{ readonly frame: Frame }> = ({ frame: { id, sees } }) => (
  <>
    <p class="kith-card__note kith-no-print">
      <a href={`/children/${id}/reviewing`}>Checks between reviews, alerts and disputes</a>
    </p>
    {sees.has('audit') && (
      <p class="kith-card__note kith-no-print">
        <a href={`/children/${id}/complaints`}>Complaints</a>
      </p>
    )}
  </>
)
type Props = {
  readonly reviews: Reviews
  readonly notSpoken: ReadonlyMap<string, NotSpoken>
  readonly workers: ReadonlyMap<string, string>
  readonly frame: Frame
}

/** Before a review the reviewing officer speaks with the child in private, or one of the reasons of the law stands. */
const Reason: FC<{ reason: NotSpoken | undefined; of: string; frame: Frame }> = ({ reason, of, frame }) =>
  reason === undefined ? null : (
    <>
      <span class="kith-note">Not spoken with alone before it: {reason.why}</span>
      {frame.writes.has('reviews') && (
        <RowLinks
          of={`why not spoken with before the ${of}`}
          links={putRight(`/children/${frame.id}/not-spoken`, reason.id)}
        />
      )}
    </>
  )

export const ReviewsCard: FC<Props> = ({ reviews, notSpoken, workers, frame }) => (
  <Card
    title="Reviews"
    count={reviews.length}
    beside={
      frame.writes.has('reviews') && (
        <Beside
          links={[
            { to: `/children/${frame.id}/reviews/record`, does: 'Record a review' },
            { to: `/children/${frame.id}/prepare-review`, does: 'Prepare one' },
          ]}
        />
      )
    }
    flush
  >
    {reviews.length === 0 ? (
      <EmptyState>No review is recorded yet.</EmptyState>
    ) : (
      <CardList
        items={reviews
          .slice(0, REVIEWS_SHOWN)
          .map(({ id, line, held, participation, adjourned, chaired_by, words }) => (
            <>
              <strong>{dayWords(held)}</strong>
              {adjourned && ' (adjourned: not complete)'}
              <span class="kith-note">
                {chaired_by !== null && workers.has(chaired_by) && `chaired by ${workers.get(chaired_by)} · `}
                {isParticipation(participation)
                  ? `${firstName(frame.called)}: ${PARTICIPATION[participation]}`
                  : 'how the child took part is not known'}
              </span>
              {words !== undefined && <p>{words}</p>}
              <Reason reason={notSpoken.get(line)} of={`review of ${dayWords(held)}`} frame={frame} />
              {frame.writes.has('reviews') && (
                <RowLinks
                  of={`review of ${dayWords(held)}`}
                  links={[
                    ...putRight(`/children/${frame.id}/reviews`, id),
                    ...(notSpoken.has(line)
                      ? []
                      : [
                          {
                            to: `/children/${frame.id}/reviews/${line}/not-spoken`,
                            does: 'Not spoken with alone before it',
                          },
                        ]),
                  ]}
                />
              )}
            </>
          ))}
      />
    )}
    <Further frame={frame} />
    {reviews.length > REVIEWS_SHOWN && (
      <p class="kith-quiet kith-card__note">{reviews.length - REVIEWS_SHOWN} earlier ones stand in the story.</p>
    )}
  </Card>
)
