// One tab of a child: the frame is read, then what the tab shows, in one transaction as the reader; then the page.
import type { Child } from 'hono/jsx'
import type { IsoDay } from '#calendar'
import { ChildFrame, type Frame, frameOf, nameOf, type TabName } from '#child-frame'
import type { Asking } from '#database'
import { type Answer, type Handler, notFound, page, type Visit } from '#web'

export type Tab<Facts> = {
  /** undefined: a page of a child that is no tab. */
  readonly here: TabName | undefined
  readonly title: string
  readonly read: (asking: Asking, frame: Frame, visit: Pick<Visit, 'today' | 'query' | 'joined'>) => Promise<Facts>
  readonly main: (facts: Facts, frame: Frame, today: IsoDay) => Child
}

export function tabPage<Facts>({ here, title, read, main }: Tab<Facts>): Handler {
  return async (visit): Promise<Answer> => {
    const { door, who, today, part } = visit
    const found = await door.as(who, async (asking) => {
      const frame = await frameOf(asking, part('child'), today)
      return frame === undefined ? undefined : { frame, facts: await read(asking, frame, visit) }
    })
    if (found === undefined) return notFound
    const { frame, facts } = found
    return page({
      title: `${title} – ${nameOf(frame)}`,
      here: '/children',
      main: (
        <ChildFrame frame={frame} today={today} here={here}>
          {main(facts, frame, today)}
        </ChildFrame>
      ),
    })
  }
}
