// The frame of every page about a child: who they are, what must be known, where they stand, what can be done, and nine tabs.
import type { Child, FC } from 'hono/jsx'
import { ageOn, formatDay, type IsoDay } from '#calendar'
import {
  type ChildFacts,
  ChildHeader,
  ChildLine,
  type FactWords,
  type MenuItem,
  type MustKnowItem,
  NOT_KNOWN,
  type TabLink,
} from '#look'
import { calledName, exactAge, type KnownAs, possessive, usualSchoolYear } from './child-words.ts'
import { listed } from './day-words.ts'
import {
  type Frame,
  type FrameBirth,
  type FrameHome,
  type FrameLine,
  numberAmong,
  type Part,
  theirNumber,
  workersNow,
} from './frame.ts'
import { homeWords, isAdoptionHome, NOT_IN_CARE } from './home-words.ts'
import { legalWords } from './legal-words.ts'

/** In the order in which they stand on every page; each is shown to whoever may see one of its parts of the record. */
const TABS: readonly {
  readonly at: string
  readonly words: string
  readonly of: readonly Part[]
  readonly fromAge?: number
}[] = [
  { at: '', words: 'Overview', of: ['header'] },
  { at: '/story', words: 'Story', of: ['story'] },
  { at: '/family', words: 'Family and people', of: ['family'] },
  { at: '/where', words: 'Where they live', of: ['where'] },
  { at: '/plan', words: 'Plan and reviews', of: ['plan'] },
  { at: '/leaving-care', words: 'Leaving care', of: ['plan'], fromAge: 16 },
  { at: '/learning', words: 'Learning', of: ['learning'] },
  { at: '/health', words: 'Health', of: ['health'] },
  { at: '/visits', words: 'Visits and notes', of: ['visits'] },
  { at: '/documents', words: 'Documents', of: ['documents'] },
]
export type TabName =
  | ''
  | 'story'
  | 'family'
  | 'where'
  | 'plan'
  | 'leaving-care'
  | 'learning'
  | 'health'
  | 'visits'
  | 'documents'

export const childAddress = (
  child: string,
  rest: TabName | 'missing' | 'who-they-are' | 'duties' | 'chronology' | 'record' = '',
): string => `/children/${child}${rest === '' ? '' : `/${rest}`}`

const tabsOf = ({ id, sees, called, birth }: Frame, today: IsoDay): readonly TabLink[] => {
  const whose = possessive(called)
  const age = birth === undefined ? 0 : ageOn(birth.born, today)
  return TABS.filter(({ of, fromAge = 0 }) => age >= fromAge && of.some((scope) => sees.has(scope))).map(
    ({ at, words }) => ({
      to: `/children/${id}${at}`,
      words: at === '/story' && whose !== undefined ? `${whose} story` : words,
    }),
  )
}

/** What a must-know of that kind is for; harm comes first. */
const MUST_KNOW_LOOKS: Readonly<Record<string, MustKnowItem['kind']>> = {
  safety: 'harm',
  health: 'harm',
  communication: 'private',
  wish: 'wish',
}

export const sinceWords = (since: IsoDay, known: boolean): string =>
  known ? `since ${formatDay(since)}` : `since before ${formatDay(since)}`

/** A home whose address is kept from somebody is neither named nor placed here. */
function homeFact(home: FrameHome): FactWords {
  const since = sinceWords(home.since, home.sinceKnown)
  const kind = homeWords(home.kind)
  if (home.kept) return { words: kind, note: `address protected · ${since}` }
  if (isAdoptionHome(home.kind) || home.carers.length === 0) return { words: kind, note: since }
  return { words: listed(home.carers), note: `${kind} · ${since}` }
}

/** Somebody in care of whom no home is recorded lives somewhere: that is not known, and never that they are not in care. */
const noHomeFact = ({ cameIn }: Frame): FactWords => (cameIn === null ? { words: NOT_IN_CARE } : NOT_KNOWN)

function legalFact({ legal, cameIn }: Frame): FactWords | undefined {
  if (legal === undefined) return undefined
  const [first, ...more] = legal
  if (first === undefined) return cameIn === null ? { words: 'None now' } : NOT_KNOWN
  const also = more.map(({ kind }) => legalWords(kind))
  const since = first.since === undefined ? 'day not known' : `since ${formatDay(first.since)}`
  return { words: legalWords(first.kind), note: also.length === 0 ? since : `${since} · also ${listed(also)}` }
}

function workerFact(frame: Frame, part: string, on: IsoDay): FactWords {
  const [worker] = workersNow(frame, on, part)
  if (worker === undefined) return { words: 'Nobody now' }
  const since = worker.since === undefined ? undefined : `since ${formatDay(worker.since)}`
  const number = part === 'allocated-worker' ? theirNumber(numberAmong(frame, worker.worker)) : undefined
  return { words: worker.name, note: [number, since].filter(Boolean).join(' · ') }
}

const firstLine = (text: string): string => text.split('\n')[0]?.trim() ?? ''
/** As long as the head has room for; the rest is on the tab. */
const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`

function planFact({ plan, cameIn }: Frame): FactWords | undefined {
  if (plan === undefined) return undefined
  if (plan === null && cameIn === null) return { words: 'None now' }
  if (plan === null || plan.longTerm === undefined) return NOT_KNOWN
  return { words: shortened(firstLine(plan.longTerm), 40), note: `agreed ${formatDay(plan.approved)}` }
}

function schoolFact({ school, birth }: Frame, on: IsoDay): FactWords | undefined {
  if (school === undefined) return undefined
  const year = birth === undefined ? undefined : usualSchoolYear(birth.born, on)
  if (school === null) return year === undefined ? undefined : { words: 'Not recorded', note: `${year} by age` }
  return { words: school.name, note: year === undefined ? undefined : `${year} by age` }
}

export function factsOf(frame: Frame, today: IsoDay): ChildFacts {
  const { home } = frame
  return {
    livesWith: home === undefined ? undefined : home === null ? noHomeFact(frame) : homeFact(home),
    legalStatus: legalFact(frame),
    longTermPlan: planFact(frame),
    socialWorker: workerFact(frame, 'allocated-worker', today),
    reviewingOfficer: workerFact(frame, 'reviewing-officer', today),
    school: schoolFact(frame, today),
  }
}

function bornWords({ born, doubt }: FrameBirth): string {
  const words = formatDay(born)
  return doubt === undefined ? words : `${words}, ${doubt}`
}

/** The legal name heads the record; what the child likes to be called stands beside it. */
function namesIn(called: KnownAs) {
  const name = calledName(called.given === undefined ? called : { ...called, knownAs: undefined })
  return {
    name,
    likesToBeCalled: called.given === undefined ? undefined : called.knownAs,
    pronouns: called.pronouns,
    recordNumber: name.includes(called.shown) ? undefined : called.shown,
  }
}
const bornOn = (birth: FrameBirth | undefined, today: IsoDay) =>
  birth === undefined
    ? { age: 'age not known', born: undefined }
    : { age: exactAge(birth.born, today), born: bornWords(birth) }

const mustKnowItems = ({ mustKnow }: Pick<Frame, 'mustKnow'>): readonly MustKnowItem[] =>
  mustKnow.map(({ kind, words, overdue }) => ({
    kind: MUST_KNOW_LOOKS[kind] ?? 'private',
    words: overdue ? (
      <>
        {words} <span class="kith-quiet">(not looked at again in time: ask before you rely on it)</span>
      </>
    ) : (
      words
    ),
  }))

function moreOf({ id, sees }: Frame): readonly MenuItem[] {
  const items: (MenuItem | undefined)[] = [
    sees.has('missing') ? { to: childAddress(id, 'missing'), words: 'Missing and safe' } : undefined,
    sees.has('plan') ? { to: childAddress(id, 'who-they-are'), words: 'Who they are' } : undefined,
    sees.has('story') ? { to: childAddress(id, 'chronology'), words: 'Chronology to print' } : undefined,
    sees.has('duties') ? { to: childAddress(id, 'duties'), words: 'Every duty, on any day' } : undefined,
    { to: `/children/${id}/concerns/record`, words: 'Raise a concern' },
    { to: `/children/${id}/audits`, words: 'Audits and concerns' },
    sees.has('audit') ? { to: `/children/${id}/access`, words: 'Who looked, and why' } : undefined,
  ]
  return items.filter((item) => item !== undefined)
}

export type ChildFrameProps = {
  readonly frame: Frame
  readonly today: IsoDay
  /** The tab that is open; undefined: none, as on the page of duties. */
  readonly here?: TabName | undefined
  readonly children?: Child
}

export const ChildFrame: FC<ChildFrameProps> = ({ frame, today, here, children }) => {
  const { id, called, birth, moreMustKnow, writes } = frame
  return (
    <>
      <ChildHeader
        id={id}
        {...namesIn(called)}
        {...bornOn(birth, today)}
        mustKnow={mustKnowItems(frame)}
        allMustKnow={frame.sees.has('family') ? `${childAddress(id, 'family')}#must-know` : undefined}
        facts={factsOf(frame, today)}
        recordAt={writes.size > 0 ? childAddress(id, 'record') : undefined}
        more={moreOf(frame)}
        tabs={tabsOf(frame, today)}
        here={here === undefined ? undefined : childAddress(id, here)}
      />
      {moreMustKnow > 0 && here !== 'family' && (
        <p class="govuk-visually-hidden">{moreMustKnow} more must-knows are under Family and people.</p>
      )}
      {children}
    </>
  )
}

/** Above a form: whose record it goes onto, what must be known of them, and the way back. */
export const LineOfChild: FC<{ readonly of: FrameLine; readonly today: IsoDay }> = ({ of, today }) => {
  const { id, called, birth, sees } = of
  return (
    <ChildLine
      {...{ id, to: childAddress(id), ...namesIn(called), ...bornOn(birth, today), mustKnow: mustKnowItems(of) }}
      allMustKnow={sees.has('family') ? `${childAddress(id, 'family')}#must-know` : undefined}
    />
  )
}
