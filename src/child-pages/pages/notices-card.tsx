// Who was told of the home where a child lives now: each to whom the law owes notice, and what was said to them so far.
import type { FC } from 'hono/jsx'
import { type DayNumber, dayOf, formatDay, type IsoDay, numberOf } from '#calendar'
import { dueWords, type Frame } from '#child-frame'
import type { Asking } from '#database'
import { Card, DueMark, Facts, type FactWords } from '#look'
import { isAnswered, learnsOn, noticesOf, type OwedTo, ofItsEnd, owedTo, type Said, saidTo } from '#notices'
import type { KnownDistance } from '#placements'
import { namesOfWorkers } from '#workforce'
import { type Home, noticeOwed } from '../where-store.ts'
import { Beside } from './row-links.tsx'

export type HomeNotices = {
  readonly line: string
  readonly owed: readonly (OwedTo & { readonly said: Said })[]
  /** By which day the law asks it; undefined: nothing is open, or no source tells. */
  readonly due: DayNumber | undefined
  readonly names: ReadonlyMap<string, string>
}
type Of = {
  readonly today: IsoDay
  readonly home: Home
  readonly homes: readonly Home[]
  readonly distances: readonly KnownDistance[]
}

export async function homeNoticesOf(
  asking: Asking,
  child: string,
  { home, homes, distances, today }: Of,
): Promise<HomeNotices> {
  const { line, since, kept } = home
  const told = (await noticesOf(asking, child)).filter((one) => one.on_line === line && !ofItsEnd(one))
  const owed = owedTo({
    moved: homes.some((other) => other.line !== line && other.until === since),
    atSchool: await learnsOn(asking, child, since),
    outside: !kept && distances.find(({ placement }) => placement === line)?.inside === false,
  }).map((one) => ({ ...one, said: saidTo(one, told) }))
  const deciders = owed.flatMap(({ said }) => (said.kind === 'decided' && said.by !== null ? [said.by] : []))
  return {
    ...{ line, owed, due: await noticeOwed(asking, { child, home: line, today }) },
    names: deciders.length === 0 ? new Map() : await namesOfWorkers(asking, deciders),
  }
}

const onDay = (day: IsoDay | undefined): string => (day === undefined ? 'on a day that is not known' : formatDay(day))
function saidWords(said: Said, names: HomeNotices['names']): FactWords {
  switch (said.kind) {
    case 'told':
      return { words: `Told ${onDay(said.day)}`, note: said.how === 'in writing' ? 'in writing' : 'not in writing yet' }
    case 'decided':
      return {
        words: `Not told: ${said.why}`,
        note: `${onDay(said.day)}, ${names.get(said.by ?? '') ?? 'somebody'} decided`,
      }
    case 'planned':
      return {
        words: 'Not told yet',
        ...(said.day === undefined ? {} : { note: `planned for ${formatDay(said.day)}` }),
      }
    default:
      return { words: 'Nothing recorded' }
  }
}

type Props = { readonly notices: HomeNotices; readonly frame: Frame; readonly today: IsoDay }
export const NoticesCard: FC<Props> = ({ notices: { line, owed, due, names }, frame, today }) => {
  const still = owed.filter(({ counted, said }) => counted && !isAnswered(said)).length
  return (
    <Card
      title="Who was told of this home"
      beside={
        frame.writes.has('where') && (
          <Beside links={[{ to: `/children/${frame.id}/homes/${line}/told`, does: 'Say who was told' }]} />
        )
      }
    >
      {still > 0 && due !== undefined && (
        <p>
          <DueMark {...dueWords(due, numberOf(today))} /> {still} still to be told in writing, by{' '}
          {formatDay(dayOf(due))}
        </p>
      )}
      <Facts
        kind="wide"
        facts={owed.map((one) => ({
          name: one.words,
          fact:
            one.said.kind === 'nothing yet' && !one.counted
              ? { words: 'Nothing recorded: where there is somebody' }
              : saidWords(one.said, names),
        }))}
      />
    </Card>
  )
}
