// A page of one child about their request: the frame is read, then the page, in one transaction as the reader.
import type { Child } from 'hono/jsx'
import type { IsoDay } from '#calendar'
import { ChildFrame, type Frame, frameOf, nameOf } from '#child-frame'
import type { Asking } from '#database'
import { type Answer, type Handler, notFound, page, type Visit } from '#web'

export type OfChild<Facts> = {
  readonly title: string
  /** Given out of the house: nothing of the record stands above it. */
  readonly bare?: boolean
  /** undefined: there is no such page. */
  readonly read: (
    asking: Asking,
    frame: Frame,
    visit: Pick<Visit, 'today' | 'query' | 'part'>,
  ) => Promise<Facts | undefined>
  readonly main: (facts: Facts, frame: Frame, today: IsoDay) => Child
}
export function ofChild<Facts>({ title, bare = false, read, main }: OfChild<Facts>): Handler {
  return async (visit): Promise<Answer> => {
    const { door, who, today, part } = visit
    const found = await door.as(who, async (asking) => {
      const frame = await frameOf(asking, part('child'), today)
      const facts = frame && (await read(asking, frame, visit))
      return frame && facts && { frame, facts }
    })
    if (found === undefined) return notFound
    const { frame, facts } = found
    return page({
      ...{ title: `${title} – ${nameOf(frame)}`, here: '/homes/wanted' },
      main: bare ? (
        main(facts, frame, today)
      ) : (
        <ChildFrame frame={frame} today={today} here={undefined}>
          {main(facts, frame, today)}
        </ChildFrame>
      ),
    })
  }
}
