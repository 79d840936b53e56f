// The entries of a child's story: each thing that happened, once, with the filters under which it is found.

import { formatDay, type IsoDay } from '#calendar'
import { type FrameWorker, homeWords, isTimeAway, legalShort, listed, nightsBetween } from '#child-frame'
import { capital } from '#look'
import type { EpisodeRow, HomeRow, KeyRow, NoteRow, OrderRow, PeriodRow, Said, StoryRows, VisitRow } from './rows.ts'
import { type ShortBreak, withBreaks } from './short-breaks.ts'

export const FILTERS = {
  key: 'Key events',
  all: 'Everything',
  voice: 'Their voice',
  good: 'Good news',
  moves: 'Moves',
  missing: 'Missing',
} as const
export type Filter = keyof typeof FILTERS
export const isFilter = (text: string | undefined): text is Filter => text !== undefined && Object.hasOwn(FILTERS, text)

export type Chip = { readonly words: string; readonly tone: 'green' | 'blue' | 'purple' | 'red' | 'grey' }
export type Entry = {
  /** Unique in the story, and the order of what happened on one day. */
  readonly line: string
  readonly on: IsoDay
  readonly title: string
  readonly found: readonly Exclude<Filter, 'all'>[]
  readonly chip?: Chip
  /** What is known without opening any words. */
  readonly words?: string
  /** The row whose words tell more. */
  readonly own?: Said
  readonly note?: NoteRow
  /** Word for word from the child or their people. */
  readonly quoted?: true
  /** Those words, where they are open already. */
  readonly quote?: string
  /** Who recorded it. */
  readonly by?: string
  readonly meta?: string
  /** The tab on which it stands in full. */
  readonly at?: 'visits' | 'plan' | 'where' | 'learning' | 'health' | 'family'
  /** A page of its own below the child's, on which it stands in full. */
  readonly to?: { readonly path: string; readonly words: string }
  /** A worker besides whoever recorded it, and as what. */
  readonly whom?: { readonly as: string; readonly worker: string }
}

const lower = (words: string): string => words.slice(0, 1).toLowerCase() + words.slice(1)

/** 'Sue Ellison and Mark Ellison, foster home'; a home that is kept private is named by its kind alone. */
export const homeNamed = ({ kind, kept, carers }: Pick<HomeRow, 'kind' | 'kept' | 'carers'>): string => {
  if (kept) return `${homeWords(kind)}, address protected`
  return carers.length === 0 ? homeWords(kind) : `${listed(carers)}, ${lower(homeWords(kind))}`
}

/** After a colon: people’s names keep their capitals. */
const namedAfter = (home: HomeRow): string =>
  home.carers.length > 0 && !home.kept ? homeNamed(home) : lower(homeNamed(home))

const ofPeriods = (periods: readonly PeriodRow[]): readonly Entry[] =>
  periods.flatMap(({ since, sinceKnown, until }, at): readonly Entry[] => [
    {
      ...{ line: `0 period ${since}`, on: since, found: ['key'] },
      title: at === 0 ? 'Came into care' : 'Came back into care',
      ...(sinceKnown ? {} : { words: 'By this day: when it began is not known.' }),
    },
    ...(until === null
      ? []
      : [{ line: `9 period ${until}`, on: until, found: ['key'], title: 'Left care' } satisfies Entry]),
  ])

const ofOrders = (orders: readonly OrderRow[]): readonly Entry[] =>
  orders.map(({ line, kind, since, sinceKnown }) => ({
    ...{ line, on: since, found: ['key'], chip: { words: 'Law', tone: 'blue' } },
    title: kind.endsWith('order') ? `${legalShort(kind)} made` : legalShort(kind),
    ...(sinceKnown ? {} : { words: 'By this day: when it was made is not known.' }),
  }))

const ofBreaks = (breaks: readonly ShortBreak[]): readonly Entry[] =>
  breaks.map(({ since, until, home }, at) => ({
    ...{ line: `0 short break ${since}`, on: since, found: at === 0 ? ['key'] : [], at: 'where' },
    title: `${at === 0 ? 'First short break' : 'Short break'}${home === undefined ? '' : `: ${namedAfter(home)}`}`,
    words: until === null ? 'Not recorded as ended.' : `${capital(nights(since, until))}, until ${formatDay(until)}.`,
  }))

const MOVE: Chip = { words: 'Move', tone: 'green' }
function ofHomes(homes: readonly HomeRow[]): readonly Entry[] {
  const stays = homes.filter(({ kind }) => !isTimeAway(kind))
  return homes.flatMap((home): readonly Entry[] => {
    const { line, kind, since, planned, sinceKnown, sameCarers } = home
    if (isTimeAway(kind)) return [{ line, on: since, title: homeWords(kind), found: [], at: 'where' }]
    if (sameCarers)
      return [
        { line, on: since, title: `Stayed with the same carers: ${lower(homeWords(kind))}`, found: [], at: 'where' },
      ]
    const title = stays[0] === home ? `First home in care: ${namedAfter(home)}` : `Moved: ${namedAfter(home)}`
    const how = planned === null ? undefined : planned ? 'A planned move.' : 'Not a planned move.'
    const words = [how, sinceKnown ? undefined : 'By this day: when it began is not known.'].filter(Boolean).join(' ')
    return [
      { line, on: since, title, found: ['key', 'moves'], chip: MOVE, at: 'where', ...(words === '' ? {} : { words }) },
    ]
  })
}

const ofWorkers = (workers: readonly FrameWorker[]): readonly Entry[] =>
  workers.flatMap(({ worker, name, part, since }): readonly Entry[] =>
    since === undefined || part !== 'allocated-worker'
      ? []
      : [{ line: `5 worker ${worker} ${since}`, on: since, title: `${name} became their social worker`, found: [] }],
  )

const isAway = (kind: string): boolean => kind === 'away without authorisation'
/** Where carers know where a child is, the child is away and not missing; the statutory guidance keeps the two apart. */
export const wentWords = (kind: string): string => (isAway(kind) ? 'Away without leave' : 'Went missing')
const VISITED_AS: Readonly<Record<string, string>> = {
  representative: 'Social worker',
  'reviewing officer': 'Reviewing officer',
  'independent visitor': 'Independent visitor',
  advocate: 'Advocate',
  'supervising worker': 'The carers’ worker',
}
const seenWords = ({ seen, alone }: VisitRow): string =>
  seen === false ? 'Not seen.' : alone === true ? 'Seen alone.' : seen === true ? 'Seen.' : 'Not said whether seen.'

const NOTE_CHIPS: Readonly<Record<string, Chip>> = {
  'good news': { words: 'Good news', tone: 'green' },
  'life story': { words: 'Life story', tone: 'purple' },
  'direct work': { words: 'Direct work', tone: 'purple' },
}
const ofNotes = (notes: readonly NoteRow[]): readonly Entry[] =>
  notes.map((note) => {
    const chip = NOTE_CHIPS[note.kind]
    return {
      ...{ line: note.line, on: note.happened, title: capital(note.kind), note, at: 'visits' },
      found: note.kind === 'good news' ? ['good'] : [],
      ...(note.wrote === null ? {} : { by: note.wrote }),
      ...(chip === undefined ? {} : { chip }),
    }
  })

const ofKeys = (keys: readonly KeyRow[]): readonly Entry[] =>
  keys.map(({ line, happened, what, why, marked }) => ({
    ...{
      line,
      on: happened,
      title: what ?? 'Taken out of sight',
      found: ['key'],
      chip: { words: 'Key event', tone: 'blue' },
    },
    ...(why === undefined || why === '' ? {} : { words: why }),
    ...(marked === null ? {} : { by: marked }),
  }))

const ofDecisions = (decisions: StoryRows['decisions']): readonly Entry[] =>
  (decisions ?? []).map(({ line, decided, by, decision, reasons, notYet }) => ({
    ...{ line, on: decided, title: 'Their manager decided', found: [], by, at: 'plan' },
    chip: notYet === undefined ? { words: 'Decision', tone: 'blue' } : { words: 'Not yet agreed', tone: 'grey' },
    words:
      decision === undefined
        ? 'Taken out of sight.'
        : [decision, reasons && `Because: ${reasons}`, notYet && `(${notYet})`].filter(Boolean).join(' '),
  }))

const VOICES: Readonly<Record<string, string>> = {
  child: 'What they told us',
  parent: 'What a parent said',
  carer: 'What a carer said',
}
const ofViews = ({ views }: StoryRows): readonly Entry[] =>
  views.map((view) => ({
    ...{ line: view.line, on: view.happened, own: view, quoted: true },
    title: VOICES[view.whose] ?? 'What was said',
    found: view.whose === 'child' ? ['voice'] : [],
    chip: view.whose === 'child' ? { words: 'Their voice', tone: 'purple' } : { words: view.whose, tone: 'grey' },
    meta: `${capital(view.how)}, about ${view.about}`,
  }))

const REVIEW: Chip = { words: 'Review', tone: 'blue' }
const ofReviews = ({ reviews = [] }: StoryRows): readonly Entry[] =>
  reviews.map((row) => ({
    line: row.line,
    on: row.held,
    title: 'Review',
    found: [],
    own: row,
    at: 'plan',
    chip: REVIEW,
  }))
const ofVisits = ({ visits = [] }: StoryRows): readonly Entry[] =>
  visits.map((row) => ({
    ...{ line: row.line, on: row.happened, found: [], own: row, at: 'visits' },
    title: `${VISITED_AS[row.by] ?? 'Somebody'} visited`,
    words: seenWords(row),
    ...(row.visitor === null ? {} : { by: row.visitor }),
  }))
const MISSING: Chip = { words: 'Missing', tone: 'red' }
const AWAY: Chip = { words: 'Away', tone: 'red' }
const backWords = ({ since, until }: EpisodeRow): string => {
  if (until === null) return 'Not recorded as back.'
  return until === since ? 'Back the same day.' : `Back after ${nights(since, until)}.`
}
const ofEpisodes = ({ episodes = [] }: StoryRows): readonly Entry[] =>
  episodes.map((row) => ({
    ...{
      line: row.line,
      on: row.since,
      title: wentWords(row.kind),
      found: ['key', 'missing'],
      chip: isAway(row.kind) ? AWAY : MISSING,
    },
    words: backWords(row),
  }))
const ofHealth = ({ health = [] }: StoryRows): readonly Entry[] =>
  health.map(({ line, happened, kind }) => ({
    ...{ line, on: happened, title: `Health assessment (${kind})`, found: [], at: 'health' },
  }))
const ofSchools = ({ schools = [] }: StoryRows): readonly Entry[] =>
  schools.map(({ line, since, name }) => ({ line, on: since, title: `Started at ${name}`, found: [], at: 'learning' }))
const DISPUTE: Chip = { words: 'Dispute', tone: 'red' }
const ofDisputes = ({ disputes = [] }: StoryRows): readonly Entry[] =>
  disputes.map(({ key, to, words, ...event }) => ({
    ...{ ...event, found: key ? ['key'] : [], chip: DISPUTE, to: { path: to, words: 'The dispute' } },
    ...(words === '' ? {} : { words }),
  }))
/** Word for word, as what they told us is. */
const ofComplaints = ({ complaints = [] }: StoryRows): readonly Entry[] =>
  complaints.map(({ line, received, by, words }) => ({
    ...{ line, on: received, by, title: 'They complained', found: ['voice'], quoted: true },
    chip: { words: 'Their voice', tone: 'purple' },
    ...(words === undefined ? { words: 'Taken out of sight.' } : { quote: words }),
    to: { path: `complaints/${line}`, words: 'The complaint' },
  }))
const nights = (since: IsoDay, until: IsoDay): string => {
  const count = nightsBetween(since, until)
  return count === 1 ? '1 night' : `${count} nights`
}

/** Newest first. What is marked as a key event stands as that, once. */
export function entriesOf(rows: StoryRows, workers: readonly FrameWorker[]): readonly Entry[] {
  const marked = new Set(rows.keys.map(({ on }) => on.line))
  const { breaks, rest } = withBreaks(rows)
  const plain = [
    ...ofBreaks(breaks),
    ...ofPeriods(rest.periods ?? []),
    ...ofOrders(rest.orders ?? []),
    ...ofHomes(rest.homes ?? []),
    ...ofWorkers(workers),
    ...ofNotes(rows.notes),
    ...ofViews(rows),
    ...ofDecisions(rows.decisions),
    ...ofReviews(rows),
    ...ofVisits(rows),
    ...ofEpisodes(rows),
    ...ofHealth(rows),
    ...ofSchools(rows),
    ...ofDisputes(rows),
    ...ofComplaints(rows),
  ]
  const told = new Set(rows.keys.map(({ happened }) => happened))
  // a day on which somebody has told how care began says it once
  const again = ({ line, on }: Entry): boolean => / period /.test(line) && told.has(on)
  const left = plain.filter((entry) => entry.quoted === true || !(marked.has(entry.line) || again(entry)))
  const all = [...ofKeys(rows.keys), ...left]
  return all.sort((a, b) => (a.on === b.on ? (a.line < b.line ? 1 : -1) : a.on < b.on ? 1 : -1))
}

export const filtered = (entries: readonly Entry[], filter: Filter): readonly Entry[] =>
  filter === 'all' ? entries : entries.filter(({ found }) => found.includes(filter))
