// Where a child lives: tonight, the home now with its distance and its plan, every home before, and moves.
import type { FC } from 'hono/jsx'
import { addDays, formatDay, type IsoDay, londonMidnight } from '#calendar'
import { counted, type Frame, firstName, homeWords, isTimeAway, listed, nightsBetween, sinceWords } from '#child-frame'
import {
  Beside,
  Card,
  Columns,
  DueMark,
  type DutyRow,
  DutyTable,
  EmptyState,
  Facts,
  type FactWords,
  NOT_KNOWN,
  NotKnown,
  RowLinks,
  Stack,
} from '#look'
import { distancesOf, type KnownDistance, sleepsTonight, type Tonight } from '#placements'
import { type Stays, staysOf } from '#stays'
import { nightWords } from '../overview.ts'
import { areaWords, distanceWords, plannedWords } from '../where.ts'
import { type Home, homesOf } from '../where-store.ts'
import { ApprovalsCard, type HomeApprovals, homeApprovalsOf } from './approvals-card.tsx'
import { type HomeNotices, homeNoticesOf, NoticesCard } from './notices-card.tsx'
import { putRight } from './row-links.tsx'
import { ShortBreaksCard } from './short-breaks-card.tsx'
import { StaysCard } from './stays-card.tsx'
import { tabPage } from './tab-page.tsx'

type Where = {
  readonly approvals: HomeApprovals | undefined
  readonly notices: HomeNotices | undefined
  readonly homes: readonly Home[]
  readonly distances: readonly KnownDistance[]
  readonly tonight: Tonight
  readonly stays: Stays
}

export const showWhere = tabPage<Where>({
  here: 'where',
  title: 'Where they live',
  read: async (asking, { id, sees }, { today }) => {
    const homes = await homesOf(asking, id, sees.has('plan'))
    const distances = await distancesOf(asking, id)
    const now = homes.find((home) => isNow(home, today))
    return {
      ...{ homes, distances, stays: await staysOf(asking, id) },
      approvals: sees.has('plan') ? await homeApprovalsOf(asking, id) : undefined,
      notices: now && (await homeNoticesOf(asking, id, { home: now, homes, distances, today })),
      tonight: await sleepsTonight(asking, id, { at: londonMidnight(addDays(today, 1)), on: today }),
    }
  },
  main: (facts, frame, today) => <WhereTab facts={facts} frame={frame} today={today} />,
})
type Props = { readonly facts: Where; readonly frame: Frame; readonly today: IsoDay }

const isNow = ({ since, until }: Home, today: IsoDay): boolean => since <= today && (until === null || today < until)

const WhereTab: FC<Props> = (props) => {
  const { facts, today } = props
  const now = facts.homes.find((home) => isNow(home, today))
  return (
    <Columns>
      <Stack>
        <Now {...props} home={now} />
        {facts.notices !== undefined && <NoticesCard notices={facts.notices} frame={props.frame} today={today} />}
        <EveryHome {...props} />
        {props.frame.sees.has('matching') && (
          <p class="kith-no-print">
            <a href={`/children/${props.frame.id}/home-request`}>A home that is looked for, and how a new one is</a>
          </p>
        )}
        {props.frame.sees.has('plan') && (
          <p class="kith-no-print">
            <a href={`/children/${props.frame.id}/home-decisions`}>
              Decisions about homes: how each was chosen, seen to first, what stands
            </a>
          </p>
        )}
      </Stack>
      <Stack>
        {facts.approvals !== undefined && <ApprovalsCard approvals={facts.approvals} frame={props.frame} />}
        <TonightCard tonight={facts.tonight} frame={props.frame} />
        <Moves homes={facts.homes} today={today} />
        <ShortBreaksCard homes={facts.homes} today={today} />
        <StaysCard stays={facts.stays} frame={props.frame} today={today} />
      </Stack>
    </Columns>
  )
}

const Now: FC<Props & { home: Home | undefined }> = (props) => {
  const { frame, home } = props
  const at = `/children/${frame.id}/homes`
  const begins = { to: `${at}/record`, does: home === undefined ? 'A home begins' : 'They move home' }
  const links =
    home === undefined
      ? [begins]
      : [
          begins,
          { to: `${at}/${home.id}/end`, does: 'It ends' },
          ...(frame.writes.has('plan') ? [{ to: `${at}/${home.line}/plan`, does: 'Its plan' }] : []),
        ]
  return (
    <Card title="The home now" beside={frame.writes.has('where') && <Beside links={links} />}>
      <InTheList {...props} home={home} />
      {home === undefined ? (
        <EmptyState>No home of ours is recorded now.</EmptyState>
      ) : (
        <TheHome {...props} home={home} />
      )}
    </Card>
  )
}
/** Only to those who work with homes: to everybody else nothing of it is said. */
const InTheList: FC<Props & { home: Home | undefined }> = ({ frame, home }) =>
  home?.choosesHome === true && (home.household !== null || frame.writes.has('where')) ? (
    <p class="kith-no-print">
      {home.household !== null ? (
        <a href={`/homes/${home.household}`}>This home: its places, approval and who lives there</a>
      ) : (
        <a href={`/homes?for=${frame.id}`}>Say which home this is, or reserve a place in another</a>
      )}
      {home.household !== null && frame.writes.has('where') && (
        <>
          {' · '}
          <a href={`/homes?for=${frame.id}`}>Reserve a place in another</a>
        </>
      )}
    </p>
  ) : null
const TheHome: FC<Props & { home: Home }> = ({ facts, frame, today, home }) => {
  const distance = facts.distances.find(({ placement }) => placement === home.line)
  const carers = home.kept ? [] : (frame.home?.carers ?? [])
  const kept = home.kept ? 'address protected: it is not named or placed here' : undefined
  return (
    <>
      <Facts
        kind="wide"
        facts={[
          {
            name: 'Home',
            fact: {
              words: carers.length === 0 ? homeWords(home.kind) : listed(carers),
              note: kept ?? (carers.length === 0 ? undefined : homeWords(home.kind)),
            },
          },
          {
            name: 'Since',
            fact: {
              words: sinceWords(home.since, home.sinceKnown).replace(/^since /, ''),
              note: counted(nightsBetween(home.since, today), 'night'),
            },
          },
          {
            name: 'How far from home',
            fact: { words: distanceWords(distance, home.kept), note: 'in a straight line' },
          },
          { name: 'In our area', fact: { words: areaWords(distance, home.kept) } },
          { name: 'The move here', fact: home.planned === null ? NOT_KNOWN : { words: plannedWords(home.planned) } },
          ...(frame.sees.has('plan') ? [{ name: 'Placement plan', fact: planFact(home) }] : []),
        ]}
      />
      <p class="kith-quiet">
        {firstName(frame.called)} is not moved because of miles. A home that works is kept, and family, school and
        friends are kept near.
      </p>
    </>
  )
}
const planFact = ({ plan }: Home): FactWords =>
  plan === undefined
    ? NOT_KNOWN
    : {
        words: plan.prepared === null ? 'Written and approved' : `Written ${formatDay(plan.prepared)}`,
        note: plan.signed === null ? 'not signed yet' : `signed ${formatDay(plan.signed)}`,
      }

const EveryHome: FC<Props> = ({ facts: { homes, distances }, frame }) => (
  <Card title="Every home" count={homes.length} flush>
    {homes.length === 0 ? (
      <EmptyState>No home is recorded yet.</EmptyState>
    ) : (
      <DutyTable
        caption={`Every home of ${firstName(frame.called)}, the latest first`}
        columns={['Home', 'From', 'To', 'Nights', 'The move', 'How far', 'Area']}
        numbers={[2]}
        rows={homes.map((home) => homeRow(home, distances, frame))}
      />
    )}
  </Card>
)
const addressLinks = (child: string, address: string | null) =>
  address === null
    ? []
    : [
        { to: `/children/${child}/addresses/${address}/correct`, does: 'Its address' },
        { to: `/children/${child}/addresses/${address}/who-may-know`, does: 'Who may know it' },
      ]
function homeRow(home: Home, distances: readonly KnownDistance[], frame: Frame): DutyRow {
  const { id, kind, since, sinceKnown, until, planned, sameCarers, kept, line, address, shortBreak } = home
  const distance = distances.find(({ placement }) => placement === line)
  return {
    head: (
      <>
        {homeWords(kind)}
        {kept && <span class="kith-note">address protected</span>}
        {sameCarers && <span class="kith-note">the same carers as before</span>}
        {shortBreak && <span class="kith-note">a short break</span>}
        {frame.writes.has('where') && (
          <RowLinks
            of={`${homeWords(kind)}, ${formatDay(since)}`}
            links={[...putRight(`/children/${frame.id}/homes`, id), ...addressLinks(frame.id, address)]}
          />
        )}
      </>
    ),
    cells: [
      sinceKnown ? formatDay(since) : `by ${formatDay(since)}`,
      until === null ? 'now' : formatDay(until),
      until === null ? '' : nightsBetween(since, until).toLocaleString('en-GB'),
      planned === null ? <NotKnown words="Not said" /> : plannedWords(planned),
      distanceWords(distance, kept),
      areaWords(distance, kept),
    ],
  }
}

const TonightCard: FC<{ tonight: Tonight; frame: Frame }> = ({ tonight, frame }) => (
  <Card
    title="Tonight"
    beside={
      frame.writes.has('where') && (
        <Beside links={[{ to: `/children/${frame.id}/nights/record`, does: 'They sleep elsewhere' }]} />
      )
    }
  >
    {tonight.from === 'nothing known' ? (
      <NotKnown />
    ) : tonight.from === 'placement' ? (
      <p>
        <strong>{homeWords(tonight.kind)}</strong>
        <span class="kith-note">the home of record; nobody has said otherwise</span>
      </p>
    ) : (
      <DueMark
        mark={tonight.kind === 'missing' || tonight.kind === 'not known' ? 'late' : 'plain'}
        words={nightWords(tonight.kind)}
      />
    )}
  </Card>
)

const Moves: FC<{ homes: readonly Home[]; today: IsoDay }> = ({ homes, today }) => {
  const stays = homes.filter(({ kind, sameCarers, shortBreak }) => !isTimeAway(kind) && !sameCarers && !shortBreak)
  const moves = stays.slice(0, -1)
  const year = moves.filter(({ since }) => nightsBetween(since, today) <= 365)
  return (
    <Card title="Moves">
      <Facts
        kind="down"
        facts={[
          { name: 'Homes', fact: { words: String(stays.length) } },
          { name: 'Moves between them', fact: { words: String(moves.length) } },
          { name: 'In the last 12 months', fact: { words: String(year.length) } },
          { name: 'Planned', fact: { words: String(moves.filter(({ planned }) => planned === true).length) } },
          { name: 'Not said', fact: { words: String(moves.filter(({ planned }) => planned === null).length) } },
        ]}
      />
    </Card>
  )
}
