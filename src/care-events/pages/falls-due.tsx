// What falls due first if a child comes into care as a form says it, shown before it is sent.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay, numberOf, spokenDay } from '#calendar'
import type { Typed } from '#drafts'
import { simulate } from '#duties'
import { AddRow } from '#forms'
import { dutyTitle } from '#ledger'
import { isLegalStatusCode, isPlaceCode, LEGAL_BASES } from '#placements'

const statusOf = (kind: string) => {
  const found = Object.entries(LEGAL_BASES).find(([name]) => name === kind)?.[1] ?? null
  return found !== null && isLegalStatusCode(found) ? { status: found } : {}
}
const dayOr = (text: string, today: IsoDay): IsoDay | undefined => spokenDay(text, today, 'back')

export const FallsDueFirst: FC<{ readonly typed: Typed; readonly today: IsoDay; readonly born: IsoDay | null }> = (
  props,
) => {
  const { typed, today } = props
  const since = dayOr(typed.one('since'), today)
  const born = props.born ?? dayOr(typed.one('born'), today)
  const place = typed.one('home_kind')
  return (
    <section class="falls-due">
      <h2 class="govuk-heading-m">What falls due first</h2>
      {since === undefined ? (
        <p>Write the day above to see what is owed, and by when.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {simulate({
            comesIntoCare: numberOf(since),
            born: born === undefined ? undefined : numberOf(born),
            planned: typed.one('how_it_came') === 'planned',
            ...(isPlaceCode(place) ? { place } : {}),
            ...statusOf(typed.one('power')),
          }).first.map((duty) => (
            <li>{dutyTitle(duty)}</li>
          ))}
        </ul>
      )}
      {since !== undefined && born === undefined && (
        <p>The birth date is not known. What turns on age is not counted yet.</p>
      )}
      {since !== undefined && <p class="meta">Reckoned from {formatDay(since)}, as the form says it now.</p>}
      <AddRow row="due">Reckon again</AddRow>
    </section>
  )
}
