// Correcting a review, and taking back one that should never have stood.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import type { Version } from '#database'
import type { Values } from '#drafts'
import { type At, type FieldsProps, type Form, makeCorrection, makeRetraction } from '#forms'
import { correctReview, retractReview } from '../store.ts'
import { Meeting, REVIEW_LABELS, reviewGiven, reviewRecording } from './record-review.tsx'
import { type ReviewGiven, reviewOf } from './review-form.ts'

type ReviewVersion = Version<'kith.review'>
const leadsTo = ({ child }: Pick<At, 'child'>): string => `/children/${child}/visits`

const asTyped = (review: ReviewVersion): Values => ({
  happened: [dayWords(review.held)],
  outcome: [review.adjourned ? 'adjourned' : 'held'],
  participation: [review.participation ?? ''],
  present: review.present,
  what: [review.words ?? ''],
  visitor: [review.visitor ?? ''],
  pathway: review.pathway === true ? ['considered'] : [],
  next_review: [dayWords(review.next_proposed)],
})

const Fields: FC<FieldsProps<ReviewGiven>> = (of) => (
  <>
    <Meeting {...of} />
    <p class="govuk-hint">
      What stood before stays in the history. Decisions, and what {of.given.name} said, are corrected apart.
    </p>
  </>
)

const correcting = makeCorrection({
  name: 'review-correction',
  path: '/children/:child/reviews/:about/correct',
  lock: { may: ['write', 'reviews'], log: 'corrected a review' },
  here: '/children',
  words: {
    thing: 'a correction of a review',
    title: ({ name }: ReviewGiven) => `Correct a review for ${name}`,
    button: 'Save correction',
    done: 'Review corrected. What stood before is in its history.',
    fields: REVIEW_LABELS,
  },
  table: 'kith.review',
  given: reviewGiven,
  asTyped,
  decide: (typed, given, today) => {
    const review = reviewOf(typed, given, today)
    return 'ok' in review ? { ok: { ...review.ok, words: typed.words('what') } } : review
  },
  correct: async (asking, review, { version }) => await correctReview(asking, version, review),
  leadsTo,
  Fields,
})

const takingBack = makeRetraction({
  name: 'review-retraction',
  path: '/children/:child/reviews/:about/retract',
  lock: { may: ['write', 'reviews'], log: 'took back a review' },
  here: '/children',
  thing: 'taking back a review',
  done: 'Review taken back. The history holds your reason.',
  table: 'kith.review',
  given: reviewGiven,
  shows: (review) => {
    const rows = [
      ['When', dayWords(review.held)],
      ['Held', review.adjourned ? 'Adjourned' : 'Held, and completed'],
      ['What was written', review.words ?? 'Nothing'],
    ] as const
    const also = 'Its decisions and what follows from them stay, unless they are taken back too.'
    return { title: `the review of ${dayWords(review.held)}`, rows, also }
  },
  retract: async (asking, { id, reason }) => await retractReview(asking, id, reason),
  leadsTo,
})

export const reviewForms: readonly Form[] = [reviewRecording, correcting, takingBack]
