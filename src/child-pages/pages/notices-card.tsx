// Who was told of the home where a child lives now: each to whom the law owes notice, and what was said to them so far.
import type { FC } from 'hono/jsx'
import { homeToTell } from '#approvals'
import { type DayNumber, dayOf, formatDay, type IsoDay, numberOf } from '#calendar'
import { dueWords, type Frame } from '#child-frame'
import type { Asking } from '#database'
import { Beside, Card, DueMark, EmptyState, Facts, type FactWords } from '#look'
import { homesToTellOf, isAnswered, noticesOf, type OwedTo, ofItsEnd, owedTo, type Said, saidTo } from '#notices'
import type { KnownDistance } from '#placements'
import { workersCalled } from '#workforce'
import { type Home, noticeOwed } from '../where-store.ts'

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
  const counted = await homesToTellOf(asking, child)
  const cameIn = new Map(counted.map(({ line, came_in: day }) => [line, day]))
  const { all = [home], ...told } = homeToTell(homes, { line: home.line, cameIn }) ?? {
    owed: false,
    moved: false,
    cared: false,
  }
  const [first] = all
  const said = (await noticesOf(asking, child)).filter(
    (one) => all.some(({ line }) => line === one.on_line) && !ofItsEnd(one),
  )
  const outside = !first.endKept && distances.find(({ placement }) => placement === first.line)?.inside === false
  const atSchool = counted.find(({ line }) => line === first.line)?.learns === true
  const owed = (told.owed ? owedTo({ ...told, atSchool, outside }) : []).map((one) => ({
    ...one,
    said: saidTo(one, said),
  }))
  const deciders = owed.flatMap(({ said: what }) => (what.kind === 'decided' && what.by !== null ? [what.by] : []))
  return {
    ...{ line: first.line, owed, due: await noticeOwed(asking, { child, home: first.line, today }) },
    names: deciders.length === 0 ? new Map() : await workersCalled(asking, deciders),
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
        note: `${onDay(said.day)}, ${names.get(said.by ?? '') ?? 'somebody'} decided${said.answers ? '' : '; they are still to be told'}`,
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
      {owed.length === 0 && <EmptyState>The law asks for no notice of this kind of home.</EmptyState>}
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
