// A page of one child about their request: the frame is read, then the page, in one transaction as the reader.
import type { Child, FC } from 'hono/jsx'
import type { IsoDay } from '#calendar'
import { ChildFrame, type Frame, frameOf, nameOf } from '#child-frame'
import type { Asking } from '#database'
import { EmptyState } from '#look'
import { type Answer, type Handler, notFound, page, type Visit } from '#web'

export type OfChild<Facts> = {
  readonly title: string
  /** Given out of the house: nothing of the record stands above it. */
  readonly bare?: boolean
  /** Said in place of the page where there is nothing to read; without it there is no such page. */
  readonly instead?: string
  /** undefined: nothing to read. */
  readonly read: (
    asking: Asking,
    frame: Frame,
    visit: Pick<Visit, 'today' | 'query' | 'part'>,
  ) => Promise<Facts | undefined>
  readonly main: (facts: Facts, frame: Frame, today: IsoDay) => Child
}
export function ofChild<Facts>({ title, bare = false, instead, read, main }: OfChild<Facts>): Handler {
  return async (visit): Promise<Answer> => {
    const { door, who, today, part } = visit
    const found = await door.as(who, async (asking) => {
      const frame = await frameOf(asking, part('child'), today)
      const facts = frame && (await read(asking, frame, visit))
      return frame && { frame, facts }
    })
    if (found === undefined || (found.facts === undefined && instead === undefined)) return notFound
    const { frame, facts } = found
    const shown = facts === undefined ? <Nothing child={frame.id} says={instead ?? ''} /> : main(facts, frame, today)
    return page({
      ...{ title: `${title} – ${nameOf(frame)}`, here: '/homes/wanted' },
      main: bare ? (
        shown
      ) : (
        <ChildFrame frame={frame} today={today} here={undefined}>
          {shown}
        </ChildFrame>
      ),
    })
  }
}
const Nothing: FC<{ readonly child: string; readonly says: string }> = ({ child, says }) => (
  <>
    <EmptyState>{says}</EmptyState>
    <p>
      <a href={`/children/${child}/home-request`}>The request for a home</a>
    </p>
  </>
)
