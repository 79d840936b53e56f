// A child's story: the journey as lanes, what has happened newest first, the story in numbers, and gaps somebody could fill.
import type { FC } from 'hono/jsx'
import type { IsoDay } from '#calendar'
import { agedWords, ChildFrame, childAddress, type Frame, firstName, frameOf, homeOn, nameOf } from '#child-frame'
import type { Asking } from '#database'
import { Card, CardList, Chips, Columns, EmptyState, Facts, Paging, Stack, Timeline, type TimelineEntry } from '#look'
import { HEARERS, isHearer } from '#people'
import { Journey, type JourneyGiven } from '#pictures'
import { distanceOf } from '#placements'
import { answersOf } from '#views'
import { type Answer, notFound, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { WRITTEN_EARLIER } from '../both.ts'
import { type Earlier, toldOf, wordsOfBoth } from '../both-store.ts'
import { type Entry, entriesOf, FILTERS, type Filter, filtered, isFilter } from '../entry.ts'
import { isSpan, journeyOf, SPANS, type SpanName } from '../lanes.ts'
import { type Distance, type Figure, gapsOf, numbersOf } from '../numbers.ts'
import type { ViewRow } from '../rows.ts'

const ROWS = 20
type Chosen = { readonly show: Filter; readonly span: SpanName; readonly page: number }
type Shown = Chosen & {
  readonly frame: Frame
  readonly today: IsoDay
  readonly journey: JourneyGiven | undefined
  readonly counts: Readonly<Record<Filter, number>>
  readonly entries: readonly Entry[]
  readonly of: number
  readonly pages: number
  readonly words: ReadonlyMap<string, string>
  readonly hands: ReadonlyMap<string, string>
  /** What changed because of it, by the line of the view. */
  readonly answers: ReadonlyMap<string, string>
  readonly numbers: readonly Figure[]
  readonly gaps: readonly string[]
  readonly earlier: Earlier | undefined
}
function chosen({ query }: Visit): Chosen {
  const [show, span, number] = [query('show'), query('span'), Number(query('page') ?? 1)]
  return {
    show: isFilter(show) ? show : 'key',
    span: isSpan(span) ? span : 'care',
    page: Number.isInteger(number) && number > 0 ? number : 1,
  }
}

export async function showStory(visit: Visit): Promise<Answer> {
  const { door, who, today, part } = visit
  const asked = chosen(visit)
  const shown = await door.as(who, async (asking): Promise<Shown | undefined> => {
    const frame = await frameOf(asking, part('child'), today)
    if (frame === undefined) return undefined
    const [told, distance] = await Promise.all([toldOf(asking, frame, visit), distanceNow(asking, frame, today)])
    const { rows, workers, earlier } = told
    const all = entriesOf(rows, workers)
    const found = filtered(all, asked.show)
    const pages = Math.max(1, Math.ceil(found.length / ROWS))
    const number = Math.min(asked.page, pages)
    const entries = found.slice((number - 1) * ROWS, number * ROWS)
    const own = entries.flatMap((entry) => entry.own ?? [])
    const notes = entries.flatMap(({ note }) => note ?? [])
    const hands = entries.flatMap(({ by, whom }) => [by ?? [], whom?.worker ?? []].flat())
    const [words, handsShown, answers] = await Promise.all([
      wordsOfBoth(asking, frame.id, { own, notes, earlier }),
      workersCalled(asking, hands),
      entries.some((entry) => isView(entry.own)) ? answersOfBoth(asking, frame.id, earlier) : new Map<string, string>(),
    ])
    return {
      ...{ ...asked, page: number, pages, of: found.length, frame, today, entries },
      journey: journeyOf({ ...{ rows, entries: all, today, span: asked.span, workers }, ...journeyFacts(frame) }),
      counts: countsOf(all),
      ...{ words, hands: handsShown, answers, earlier },
      numbers: numbersOf({ rows, workers, distance, today }),
      gaps: gapsOf(rows, today),
    }
  })
  if (shown === undefined) return notFound
  return page({ title: `Story – ${nameOf(shown.frame)}`, here: '/children', main: <Story {...shown} /> })
}

async function answersOfBoth(asking: Asking, child: string, earlier: Earlier | undefined) {
  const answers = await answersShown(asking, child)
  return earlier === undefined ? answers : new Map([...answers, ...(await answersShown(asking, earlier.frame.id))])
}
async function answersShown(asking: Asking, child: string): Promise<ReadonlyMap<string, string>> {
  const answers = await answersOf(asking, child)
  return new Map(answers.flatMap(({ view, said }) => (said === undefined ? [] : [[view, said.what] as const])))
}
const journeyFacts = (frame: Frame) => ({
  ...{ born: frame.birth?.born, name: firstName(frame.called) },
})
const countsOf = (entries: readonly Entry[]): Readonly<Record<Filter, number>> => ({
  key: filtered(entries, 'key').length,
  all: entries.length,
  voice: filtered(entries, 'voice').length,
  good: filtered(entries, 'good').length,
  moves: filtered(entries, 'moves').length,
  missing: filtered(entries, 'missing').length,
})
/** From the home of today; undefined: none, not measured, or not for this reader. */
async function distanceNow(
  asking: Asking,
  { id: child, life: { homes } }: Frame,
  today: IsoDay,
): Promise<Distance | undefined> {
  const home = homes && homeOn(homes, today)
  if (home === undefined || home === null) return undefined
  const found = await distanceOf(asking, { child, placement: home.line })
  // two exact distances find a house: a home that is kept private has a band, whoever reads
  return found !== undefined && home.kept ? { ...found, miles: null } : found
}

/** Of this page with another choice: from where it stands, as a long list has some forty of them. */
const address = (old: Chosen, now: Partial<Chosen>): string => {
  const { show, span, page: number } = { ...old, page: 1, ...now }
  const asked = [
    show === 'key' ? '' : `show=${show}`,
    span === 'care' ? '' : `span=${span}`,
    number === 1 ? '' : `page=${number}`,
  ]
  return `?${asked.filter(Boolean).join('&')}`
}

const Story: FC<Shown> = (shown) => {
  const { frame, today, journey, numbers, gaps } = shown
  return (
    <>
      <ChildFrame frame={frame} today={today} here="story" />
      <Card title={`${firstName(frame.called)}’s journey`} beside={<Spans {...shown} />} flush>
        {journey === undefined ? (
          <EmptyState>Nothing that could be drawn is recorded where you may see it.</EmptyState>
        ) : (
          <div class="kith-card__body">
            <Journey {...journey} />
          </div>
        )}
      </Card>
      <Columns>
        <Card
          title="What has happened"
          beside={<a href={childAddress(frame.id, 'chronology')}>Chronology to print</a>}
          flush
        >
          <WhatHappened {...shown} />
        </Card>
        <Stack>
          <Card title="In numbers">
            <Facts kind="down" facts={numbers.map(({ name, value }) => ({ name, fact: { words: value } }))} />
          </Card>
          {gaps.length > 0 && (
            <Card title="Gaps we could fill" flush>
              <CardList items={gaps} />
            </Card>
          )}
        </Stack>
      </Columns>
    </>
  )
}

const isSpanName = (text: string): text is SpanName => isSpan(text)
const Spans: FC<Shown> = (shown) => (
  <Chips
    label="How much of the journey"
    chips={Object.keys(SPANS)
      .filter(isSpanName)
      .map((span) => ({ to: address(shown, { span }), words: SPANS[span], current: span === shown.span }))}
  />
)

const isFilterName = (text: string): text is Filter => isFilter(text)
const EMPTY: Readonly<Record<Filter, string>> = {
  key: 'Nothing is marked as a key event yet.',
  all: 'Nothing is recorded yet that you may read.',
  voice: 'Nothing is recorded in their own words that you may read.',
  good: 'No good news is written down yet. What went well lately?',
  moves: 'No move is recorded.',
  missing: 'Never recorded as missing.',
}
const WhatHappened: FC<Shown> = (shown) => {
  const { show, counts, entries, page: number, pages, of } = shown
  return (
    <>
      <div class="kith-card__part">
        <Chips
          label="What is shown"
          chips={Object.keys(FILTERS)
            .filter(isFilterName)
            .map((name) => ({
              to: address(shown, { show: name }),
              words: FILTERS[name],
              count: counts[name],
              current: name === show,
            }))}
        />
      </div>
      {entries.length === 0 ? (
        <EmptyState>{EMPTY[show]}</EmptyState>
      ) : (
        <Timeline entries={entries.map((entry) => lineOf(entry, shown))} />
      )}
      <Paging
        page={number}
        pages={pages}
        from={(number - 1) * ROWS + 1}
        to={Math.min(number * ROWS, of)}
        of={of}
        address={(to) => address(shown, { page: to })}
      />
    </>
  )
}

const PLACES = {
  visits: 'Visits and notes',
  plan: 'Plan and reviews',
  where: 'Where they live',
  learning: 'Learning',
  health: 'Health',
  family: 'Family and people',
} as const
const LONGEST = 420
const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST))} …`

const isView = (own: Entry['own']): own is ViewRow => own !== undefined && 'audience' in own
const heardWords = (audience: readonly string[]): string =>
  `May be read by ${audience
    .filter(isHearer)
    .slice(0, 2)
    .map((one) => HEARERS[one])
    .join(', ')}${audience.length > 2 ? ' and others of the council' : ''}`

function lineOf(entry: Entry, { frame, words, hands, answers, earlier }: Shown): TimelineEntry {
  const { on, title, chip, own, note, quoted, by, whom, meta, at } = entry
  const told = words.get(note?.line ?? own?.id ?? '')
  const hidden = own?.said != null && told === undefined ? 'Taken out of sight.' : undefined
  const answer = answers.get(entry.line)
  const changed = answer === undefined ? undefined : `What we did about it: ${answer}`
  const plain = [entry.words, quoted === true ? hidden : (told ?? hidden), changed].filter(Boolean).join(' ')
  const hand = by === undefined ? undefined : (hands.get(by) ?? undefined)
  const before = earlier?.lines.has(entry.line) ? earlier.frame : undefined
  const about = [
    meta,
    whom === undefined ? undefined : `${whom.as} ${hands.get(whom.worker) ?? 'somebody'}`,
    hand === undefined ? undefined : `Recorded by ${hand}`,
    isView(own) ? heardWords(own.audience) : undefined,
    before === undefined ? undefined : WRITTEN_EARLIER,
  ]
  const known = about.filter(Boolean).join(' · ')
  const { sees } = before ?? frame
  const tab = at !== undefined && (sees.has(at) || at === 'where') ? { path: at, words: PLACES[at] } : undefined
  const onward = entry.to ?? tab
  const further = onward !== undefined && (
    // a page beside this one
    <a href={before === undefined ? onward.path : `/children/${before.id}/${onward.path}`}>{onward.words}</a>
  )
  return {
    ...{ day: on, age: agedWords(frame.birth?.born, on), title, chip },
    words: plain === '' ? undefined : shortened(plain),
    quote: entry.quote ?? (quoted === true ? told : undefined),
    kind: entry.found.includes('voice') ? 'voice' : entry.found.includes('key') ? 'key' : undefined,
    meta:
      known !== '' || further ? (
        <>
          {known}
          {known !== '' && further && ' · '}
          {further}
        </>
      ) : undefined,
  }
}
