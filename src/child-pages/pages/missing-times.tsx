// Each time missing or away: when, from which home, how the police graded it, where found and with whom, and who was told at what hour.
import type { FC } from 'hono/jsx'
import { day, dayWords, formatDay, type Instant, type IsoDay, instant, timeInLondon } from '#calendar'
import { homeWords } from '#child-frame'
import { readParts, type Version } from '#database'
import {
  Beside,
  Card,
  CardList,
  capital,
  DueMark,
  EmptyState,
  type Fact,
  Facts,
  FoldedCard,
  NOT_KNOWN,
  type RowLink,
  RowLinks,
} from '#look'
import { lastedWords, type StandingEpisode, type StrategyMeetingHeld } from '#missing'
import { putRight } from './row-links.tsx'

export type Talk = Version<'kith.return_interview'>
export type Told = Version<'kith.told'>
export type Home = { readonly kind: string; readonly since: IsoDay; readonly until: IsoDay | null }
export type Times = {
  /** The latest first. */
  readonly episodes: readonly StandingEpisode[]
  readonly talks: readonly Talk[]
  readonly told: readonly Told[]
  readonly steps: readonly Version<'kith.missing_step'>[]
  readonly meetings: readonly StrategyMeetingHeld[]
  readonly homes: readonly Home[]
}
type Props = Times & {
  readonly at: string | undefined
  readonly called: string
  /** Whether the reader may record a meeting. */
  readonly meets: boolean
}

const PARTS = ['reported', 'seen', 'done', 'police', 'worry', 'area', 'found', 'by', 'how', 'with'] as const
const saidOf = ({ words }: Pick<StandingEpisode, 'words'>) => readParts(words, PARTS)

const moment = (on: IsoDay, at: Instant | null): string =>
  at === null ? formatDay(on) : `${formatDay(on)}, ${timeInLondon(at)}`
export const goneWords = ({ since, sinceAt, until, untilAt }: StandingEpisode): string =>
  `${moment(since, sinceAt)} to ${until === null ? 'now' : moment(until, untilAt)}`

const fact = (name: string, words: string | undefined): Fact => ({
  name,
  fact: words === undefined || words === '' ? NOT_KNOWN : { words },
})

/** Only the kind of home: whose it is, and where, is read on the page that keeps it from some. */
function homeOn(homes: readonly Home[], on: IsoDay): string | undefined {
  const home = homes.findLast(({ since, until }) => since <= on && (until === null || on <= until))
  return home && `${homeWords(home.kind)}, since ${formatDay(home.since)}`
}

const RECIPIENT: Readonly<Record<string, string>> = { 'area authority': 'the council of the area' }
const TELLER: Readonly<Record<string, string>> = { 'carer or home': 'their carer or home', family: 'their family' }
function toldWords({ recipient, told, told_at, teller, not_told, words }: Told): string {
  const who = capital(RECIPIENT[recipient] ?? recipient)
  const when =
    told === null
      ? `not told: ${not_told}`
      : told_at === null
        ? dayWords(told)
        : `${dayWords(told)}, ${timeInLondon(instant(told_at))}`
  return `${who}, ${when}${teller === null ? '' : `, by ${TELLER[teller] ?? teller}`}${words === undefined || words === '' ? '' : ` (${words})`}`
}
const ToldList: FC<{ readonly told: readonly Told[] }> = ({ told }) => (
  <ul class="kith-bullets">
    {told.map((one) => (
      <li>{toldWords(one)}</li>
    ))}
  </ul>
)

const talkWords = (talk: Talk | undefined, { until }: StandingEpisode): string | undefined => {
  if (talk !== undefined)
    return `${talk.outcome === 'held' ? 'Taken' : 'Refused'}, ${dayWords(talk.happened)}${talk.covered_by === null ? '' : ', in one talk about several times'}`
  return until === null ? 'Owed once they are back' : undefined
}

function linksOf(episode: StandingEpisode, { at, talks, meetings, meets }: Props): readonly RowLink[] {
  if (at === undefined) return []
  const { id, line, until } = episode
  const talk = talks.find((one) => one.episode === line)
  return [
    ...(until === null ? [{ to: `${at}/missing/${id}/found`, does: 'They are back' }] : []),
    ...(until !== null && talk === undefined
      ? [{ to: `${at}/missing/${line}/return-talk`, does: 'Record the talk' }]
      : []),
    ...(meets && episode.kind === 'missing' && !meetings.some(({ about }) => about === line)
      ? [{ to: `${at}/meetings/record`, does: 'Record a meeting' }]
      : []),
    ...(episode.kind === 'missing' ? [{ to: `${at}/missing-steps/record`, does: 'Record a step' }] : []),
    ...putRight(`${at}/missing`, id),
  ]
}

/** Service manager, director, and everybody: by 24, 48 and 72 hours. */
function stepFacts({ steps, at }: Pick<Props, 'steps' | 'at'>, episode: string): readonly Fact[] {
  return steps
    .filter((one) => one.episode === episode)
    .map(({ id, step, taken, taken_at, words }) => ({
      name: capital(step),
      fact: {
        words: (
          <>
            {moment(day(taken), taken_at === null ? null : instant(taken_at))}
            {at !== undefined && <RowLinks of={step} links={putRight(`${at}/missing-steps`, id)} />}
          </>
        ),
        note: words,
      },
    }))
}

function factsOf(episode: StandingEpisode, props: Props): readonly Fact[] {
  const { kind, since, until, grading, line } = episode
  const said = saidOf(episode)
  const told = props.told.filter((one) => one.on_line === line)
  const meeting = props.meetings.find(({ about }) => about === line)
  const missing = kind === 'missing'
  const lasted = lastedWords(episode)
  return [
    fact('From', homeOn(props.homes, since)),
    ...(until === null ? [] : [fact('How long', lasted)]),
    ...(missing ? [fact('Graded by the police', grading === null ? undefined : capital(grading))] : []),
    ...(missing && said?.police !== undefined && said.police !== '' ? [fact('Police reference', said.police)] : []),
    ...(said?.area !== undefined && said.area !== '' ? [fact('Council of the area', said.area)] : []),
    ...(until === null ? [] : [fact('Found', said?.found), fact('With', said?.with)]),
    {
      name: 'Who was told',
      fact: told.length === 0 ? NOT_KNOWN : { words: <ToldList told={told} /> },
    },
    ...stepFacts(props, line),
    fact(
      'Talk afterwards',
      talkWords(
        props.talks.find((one) => one.episode === line),
        episode,
      ),
    ),
    ...(meeting === undefined ? [] : [fact('Strategy meeting', formatDay(meeting.happened))]),
  ]
}

const One: FC<{ readonly episode: StandingEpisode; readonly of: Props }> = ({ episode, of }) => {
  const what = episode.kind === 'missing' ? 'Missing' : 'Away'
  const gone = goneWords(episode)
  return (
    <>
      <h3>
        {episode.until === null ? <DueMark mark="late" words={what} /> : `${what}:`} {gone}
      </h3>
      <Facts kind="down" facts={factsOf(episode, of)} />
      <RowLinks of={gone} links={linksOf(episode, of)} />
    </>
  )
}

const SHOWN = 4
export const TimesCard: FC<Props> = (props) => {
  const { episodes, at, called } = props
  const list = (some: readonly StandingEpisode[]) => (
    <CardList items={some.map((episode) => <One episode={episode} of={props} />)} />
  )
  return (
    <>
      <Card
        title="Times missing or away"
        count={episodes.length}
        beside={at && <Beside links={[{ to: `${at}/missing/record`, does: 'They are missing or away' }]} />}
        flush
      >
        {episodes.length === 0 ? (
          <EmptyState>No time is recorded on which {called} was missing or away.</EmptyState>
        ) : (
          list(episodes.slice(0, SHOWN))
        )}
      </Card>
      {episodes.length > SHOWN && (
        <FoldedCard title="Earlier times" count={episodes.length - SHOWN} flush>
          {list(episodes.slice(SHOWN))}
        </FoldedCard>
      )}
    </>
  )
}
