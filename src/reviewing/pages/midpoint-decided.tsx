// What the review before a midpoint check decided: asked as fields, read as findings, and never those of another review.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay, spokenDay } from '#calendar'
import { type Version, writeParts } from '#database'
import type { Typed } from '#drafts'
import { type FieldsProps, itemsOf, LineField, PickField, type reading } from '#forms'
import { InsetText } from '#look'
import { PROGRESS } from '../midpoint.ts'

type Progress = Version<'kith.midpoint_progress'>
export type Decision = { readonly line: string; readonly words: string; readonly progress: Progress | undefined }
/** What it decided, and how far each has come. */
type Before = { readonly line: string; readonly held: IsoDay; readonly decided: readonly Decision[] }
export type Reviewed = {
  readonly name: string
  /** The latest first: which of them the check comes after depends on its day. */
  readonly reviews: readonly Before[]
}
export type Found = { readonly decision: string; readonly progress: string; readonly words: string | undefined }

export const reviewBefore = ({ reviews }: Reviewed, on: IsoDay): Before | undefined =>
  reviews.find(({ held }) => held <= on)
export const wasAsked = (typed: Typed, { line }: Decision): boolean => typed.all(`progress_${line}`).length > 0
const isFilled = (typed: Typed, { line }: Decision): boolean =>
  typed.one(`progress_${line}`) !== '' || typed.words(`came_${line}`) !== ''

export const Decided: FC<FieldsProps<Reviewed>> = (of) => {
  const { typed, given, today } = of
  const before = reviewBefore(given, spokenDay(typed.one('happened'), today, 'back') ?? today)
  // What was said of the decisions of another review stays to be seen, whatever day is typed now.
  const others = given.reviews.filter(
    (review) => review !== before && review.decided.some((decision) => isFilled(typed, decision)),
  )
  return (
    <>
      {before === undefined ? (
        <InsetText>No review of {given.name} is recorded before that day, so nothing was decided at one.</InsetText>
      ) : (
        <DecidedAt of={of} review={before} />
      )}
      {others.map((review) => (
        <DecidedAt of={of} review={review} />
      ))}
    </>
  )
}
const DecidedAt: FC<{ readonly of: FieldsProps<Reviewed>; readonly review: Before }> = ({ of, review }) =>
  review.decided.length === 0 ? (
    <InsetText>The review of {dayWords(review.held)} has no decision that you may read.</InsetText>
  ) : (
    <fieldset class="govuk-fieldset kith-rows">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        What the review of {dayWords(review.held)} decided, and how far it has come
      </legend>
      {review.decided.map(({ line, words }, at) => (
        <div class="kith-row">
          <PickField
            of={of}
            name={`progress_${line}`}
            label={`${at + 1}. ${words}`}
            items={itemsOf(PROGRESS)}
            none="Not looked at"
          />
          <LineField
            of={of}
            name={`came_${line}`}
            label={`What came of it for ${of.given.name} (decision ${at + 1})`}
          />
        </div>
      ))}
    </fieldset>
  )

/** How far each decision of the review before it has come; of a later review nothing can have been looked at. */
export function foundIn(read: ReturnType<typeof reading>, { reviews }: Reviewed, before: Before | undefined) {
  const { typed } = read
  const found: Found[] = []
  for (const { held, decided, line: review } of reviews)
    for (const decision of decided) {
      if (!isFilled(typed, decision)) continue
      const { line } = decision
      const progress = typed.one(`progress_${line}`)
      if (review !== before?.line)
        read.fault(
          `progress_${line}`,
          `The review of ${dayWords(held)} decided this, and it is not the last before the day on which you looked. Choose “Not looked at” and leave the words empty.`,
        )
      else if (!Object.hasOwn(PROGRESS, progress)) read.fault(`progress_${line}`, 'Say how far it has come.')
      found.push({ decision: line, progress, words: writeParts({ came: typed.words(`came_${line}`) }) })
    }
  const asked = reviews.flatMap(({ decided }) => decided).filter((decision) => wasAsked(typed, decision))
  return { found, asked: asked.map(({ line }) => line) }
}
