// Meetings in somebody's next days, on their home: about their children, or to which they are asked themselves.
import type { FC } from 'hono/jsx'
import { addDays, dayWords, type IsoDay, parseInstant, timeInLondon } from '#calendar'
import { listed } from '#child-frame'
import { Card, CardList, capital, Tag } from '#look'
import { meetingDays, type NextDay } from '#meetings'
import { type Making, namesFor } from './parts.tsx'

const DAYS = 14

/** One meeting, whichever of its children the reader may see. */
type OneMeeting = NextDay & { readonly about: readonly { readonly child: string; readonly name: string }[] }

/** Also what was set for the last weeks and of which nobody has said whether it was held. */
export async function meetingDaysOf(
  { asking, today }: Making,
  children: readonly string[],
): Promise<readonly OneMeeting[]> {
  const days = await meetingDays(asking, { children, since: addDays(today, -DAYS), until: addDays(today, DAYS) })
  if (days.length === 0) return []
  const nameOf = await namesFor(
    asking,
    days.map(({ child }) => child),
  )
  return [...Map.groupBy(days, ({ gathering }) => gathering).values()].flatMap(([first, ...more]) =>
    first === undefined
      ? []
      : [{ ...first, about: [first, ...more].map(({ child }) => ({ child, name: nameOf(child) })) }],
  )
}

const whenWords = ({ meets, begins }: NextDay): string => {
  const moment = begins === null ? undefined : parseInstant(begins)
  return moment === undefined ? dayWords(meets) : `${dayWords(meets)}, ${timeInLondon(moment)}`
}

/** Not there where nothing is set: an empty list of days says nothing. */
export const MeetingDays: FC<{ readonly meetings: readonly OneMeeting[]; readonly today: IsoDay }> = ({
  meetings,
  today,
}) =>
  meetings.length === 0 ? null : (
    <Card title="Meetings in the next days" count={meetings.length} flush>
      <CardList
        items={meetings.map((one) => (
          <>
            <a href={`/children/${one.child}/visits`}>
              {capital(one.kind)} about {listed(one.about.map(({ name }) => name))}
            </a>
            <span class="kith-note">{whenWords(one)}</span>
            {one.meets < today && <Tag classes="govuk-tag--orange">Its day is over: record it, or cancel it</Tag>}
          </>
        ))}
      />
    </Card>
  )
