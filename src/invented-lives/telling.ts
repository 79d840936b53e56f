// What is written of an invented child in words: views, notes, moments of the story, what they like, what one must know, and what is to be done.
import type { DayNumber } from '#calendar'
import type { Chance } from '#chance'
import { NOT_RELEASED } from '#people'
import { TOLD } from '#views'
import { type Cell, type Entry, inParts } from './entry.ts'
import { about, atWork, fits, iso, type Life, livedOn, said, workerOn, yearsOld } from './life.ts'
import { type Fits, GOOD_NEWS, LIKES, MUST_KNOWS, VIEWS, type ViewWords, WORK } from './words-data.ts'

const row = (table: Entry['table'], columns: Entry['columns'], more: Partial<Entry> = {}): Entry => ({
  table,
  by: 'worker',
  columns,
  ...more,
})
const notReleased = {
  audience: [...(NOT_RELEASED.relations ?? [])],
  must_not_know: null,
  audience_why: NOT_RELEASED.why,
}
const byScope = { audience: null, must_not_know: null, audience_why: null }
const worker = (life: Life, on: DayNumber): Cell => ({ worker: workerOn(life, on) ?? { worker: 0, former: false } })

/** Days spread over what is recorded, the last of them not long ago. */
function spread(life: Life, most: number, chance: Chance): readonly DayNumber[] {
  const days = life.until - 3 - life.since
  if (days < 8) return []
  const many = Math.min(most, 1 + Math.floor(days / 150))
  const step = days / many
  return Array.from({ length: many }, (_, at) =>
    atWork(life.until - 2 - Math.floor(step * at + chance.next() * Math.min(step, at === 0 ? 60 : step) * 0.9), life),
  ).filter((on) => on >= life.since)
}

/** One of what can be said on each day, none twice. */
function chosen<One extends Fits>(
  life: Life,
  from: readonly One[],
  { days, chance }: { readonly days: readonly DayNumber[]; readonly chance: Chance },
): readonly { readonly on: DayNumber; readonly one: One }[] {
  const left = new Set(from)
  return days.flatMap((on) => {
    const able = chance.shuffled([...left]).filter((one) => fits(life, one, on))
    const one = able.find((other) => other.if !== undefined && chance.happens(0.5)) ?? able[0]
    if (one === undefined) return []
    left.delete(one)
    return [{ on, one }]
  })
}

function viewsOf(life: Life): readonly Entry[] {
  const chance = life.chance('views')
  return chosen<ViewWords>(life, VIEWS, { days: spread(life, 4, chance), chance }).flatMap(({ on, one }, at) => {
    const key = `view ${at}`
    const heard = { audience: [...TOLD], must_not_know: null, let_know: [], let_know_people: [], opened_by: null }
    const view = row(
      'kith.view',
      {
        whose: 'child',
        person: null,
        happened: iso(on),
        how: one.how,
        told_to: worker(life, on),
        about: one.about,
        ...heard,
      },
      { key, words: said(life, one.words, on) },
    )
    if (one.answer === undefined || life.until - on < 16) return [view]
    const decided = iso(atWork(Math.min(life.until, on + chance.whole(5, 28)), life))
    const { outcome, words } = one.answer
    const answer = {
      view: { entry: key },
      outcome,
      decided,
      decided_by: worker(life, on),
      told: decided,
      on_table: null,
      on_line: null,
    }
    return [view, row('kith.view_answer', answer, { words: inParts({ what: said(life, words, on) }) })]
  })
}

type Note = {
  readonly key: string
  readonly part: 'note' | 'story_note'
  readonly kind: string
  readonly on: DayNumber
  readonly text: string
  readonly present?: readonly string[]
}
function note({ key, part, kind, on, text, present = ['child', 'worker'] }: Note): readonly Entry[] {
  const header = {
    event: { fresh: true },
    kind,
    happened: iso(on),
    began: null,
    present,
    came_from: 'seen or heard by the writer',
    terms: 'own record',
    on_table: null,
    on_line: null,
  } as const
  const heard = part === 'story_note' ? notReleased : byScope
  return [
    row(`kith.${part}`, header, { key, words: null }),
    row(
      `kith.${part}_paragraph`,
      { note: { entry: key }, place: 1, about: 'this child', person: null, ...heard, audience_decision: null },
      { words: text },
    ),
  ]
}
type Key = {
  readonly on: DayNumber
  readonly table: string
  readonly line: Cell
  readonly what: string
  readonly why: string
}
const keyEvent = ({ on, table, line, what, why }: Key): Entry =>
  row(
    'kith.key_event',
    { happened: iso(on), kept_for: 'story and chronology', on_table: table, on_line: line, ...notReleased },
    { words: inParts({ what, why }) },
  )

const CAME: Readonly<Record<string, readonly [string, string]>> = {
  N1: [
    'You came into care today. It was not safe at home, and that was never because of you. {carer} had made up a bed.',
    'Home was not safe enough.',
  ],
  N2: [
    'You came to stay today. Caring for you at home had become more than two hands can do. Your blanket and your own cup came with you.',
    'Care at home needed more hands than there were.',
  ],
  N3: [
    'You came into care today, since Mum was too ill to look after you. You brought the photograph from the kitchen.',
    'Mum was too ill.',
  ],
  N4: [
    'You came to stay today. Everything had become too much at home at once. Mum packed your bag with you.',
    'The family was under too much strain.',
  ],
  N5: [
    'You came into care today, after a long time in which home went wrong for everybody. You asked if you could still go to school. You can.',
    'Life at home had broken down.',
  ],
  N6: [
    'You came into care today. Things had got loud and hard. {carer} said: here we start again.',
    'Home could not keep everybody safe.',
  ],
  N8: [
    'You came into care today, since there was nobody here to look after you. You had walked a long way. There was rice, and a bed, and somebody on the telephone who spoke your language.',
    'Nobody was here to look after them.',
  ],
}
function arrivalOf(life: Life): readonly Entry[] {
  const { child, since } = life
  const [text = '', why = ''] = CAME[child.need === 'N8' && !child.alone ? 'N5' : child.need] ?? []
  if (child.came < since) return []
  const on = child.came
  return [
    ...note({ key: 'came', part: 'note', kind: 'something happened', on, text: said(life, text, on) }),
    keyEvent({ on, table: 'note', line: { entry: 'came' }, what: 'Came into care.', why }),
  ]
}

const PLANNED = [
  'You said goodbye properly, with cake, and moved to {place} today. You had visited three times before, and knew which bed is yours.',
  'You moved to {place} today. You carried the box with your things yourself. The first evening was quiet, and that was right.',
  'A new home today: {place}. You chose the colour of the wall last week, and it was dry in time.',
] as const
const UNPLANNED = [
  'You moved to {place} today, sooner than anybody wished. We are sorry about how fast it was. Everything of yours came with you; we checked the list together.',
  'It could not go on where you were, and you are with {place} since this evening. You asked three questions, and we answered the two that we could.',
] as const
const WHY: Readonly<Record<string, string>> = {
  CARPL: 'It was the plan.',
  CREQB: 'The carers could not go on.',
  CREQO: 'The carers could not go on, for reasons of their own.',
  CHILD: '{name} asked for it.',
  STAND: 'We were not content with the care.',
  ALLEG: 'Something was said about the home that had to be looked into.',
  CLOSE: 'The home closed.',
  LAREQ: 'The council asked for it.',
  OTHER: 'A home that fits better was found.',
}
function movesOf(life: Life): readonly Entry[] {
  const chance = life.chance('moves')
  return life.lived.slice(1).flatMap(({ home, household }, at) => {
    const ended = life.lived[at]?.home.ended ?? 'OTHER'
    const planned = ended === 'CARPL' || ended === 'OTHER'
    const line: Cell = { placement: iso(home.since) }
    const place = household.place
    const what =
      household.livesIn === 'adoption'
        ? 'Moved to a family for good.'
        : household.livesIn === 'parents'
          ? 'Went home to Mum.'
          : `Moved to ${place}.`
    const key = keyEvent({
      on: home.since,
      table: 'placement',
      line,
      what,
      why: about(life, WHY[ended] ?? '', home.since),
    })
    if (home.since < life.since) return [key]
    const text = (planned ? chance.pick(PLANNED) : chance.pick(UNPLANNED)).replace('{place}', place)
    return [
      ...note({
        key: `move ${at}`,
        part: 'story_note',
        kind: 'goodbye and hello',
        on: home.since,
        text: said(life, text, home.since),
      }),
      key,
    ]
  })
}

function notesOf(life: Life): readonly Entry[] {
  const chance = life.chance('notes')
  const news = chosen(life, GOOD_NEWS, { days: spread(life, 5, chance), chance })
  const work = chosen(life, WORK, { days: spread(life, 3, chance), chance })
  return [
    ...news.flatMap(({ on, one }, at) =>
      note({ key: `news ${at}`, part: 'story_note', kind: 'good news', on, text: said(life, one.text, on) }),
    ),
    ...work.flatMap(({ on, one }, at) =>
      note({ key: `work ${at}`, part: 'note', kind: 'direct work', on, text: about(life, one.text, on) }),
    ),
  ]
}

const NEEDED = [
  'allocated-worker',
  'cover',
  'duty',
  'out-of-hours',
  'manager-line',
  'director',
  'reviewing-officer',
] as const
function knownOf(life: Life): readonly Entry[] {
  const chance = life.chance('known')
  const many = chance.weighted({ 0: 50, 1: 38, 2: 12 })
  const byKind = Map.groupBy(
    chance.shuffled(MUST_KNOWS.filter((one) => fits(life, one, life.until))),
    ({ kind }) => kind,
  )
  const facts = chance
    .shuffled([...byKind.values()])
    .slice(0, Number(many))
    .flatMap(([first]) => first ?? [])
  const musts = facts.map(({ kind, fact }) => {
    const audience =
      kind === 'health' || kind === 'communication' ? [...NEEDED, 'health-team', 'virtual-school'] : [...NEEDED]
    return row(
      'kith.must_know',
      {
        kind,
        review_by: iso(life.today + chance.whole(25, 330)),
        ended: null,
        end_reason: null,
        audience,
        must_not_know: null,
      },
      { words: fact },
    )
  })
  const likes = chance.shuffled(LIKES.filter((one) => fits(life, one, life.until))).slice(0, chance.whole(0, 2))
  const interests = likes.map(({ what, hinders = '' }) => {
    const hindered = hinders !== '' && chance.happens(0.6)
    const since = iso(Math.max(life.since, life.until - 240))
    const parts = {
      what: said(life, what, life.until),
      way: hindered ? hinders : '',
      do: hindered ? 'The worker asks again this month.' : '',
    }
    return row(
      'kith.interest',
      { state: hindered ? 'wants to' : 'does it', since, hindered, hindered_since: null },
      { words: inParts(parts) },
    )
  })
  return [...musts, ...interests]
}

type Todo = Fits & { readonly what: string; readonly intended: string; readonly origin: string }
const TODO: readonly Todo[] = [
  {
    from: 0,
    until: 4,
    what: 'Ask the health visitor for the next look',
    intended: '{name} grows as {they} should',
    origin: 'health',
  },
  {
    from: 3,
    until: 12,
    what: 'Begin the life story book with {carer}',
    intended: '{name} knows why {they} lives here',
    origin: 'review',
  },
  {
    from: 4,
    until: 16,
    what: 'Ask school about a place in the homework club',
    intended: 'Evenings without a row about homework',
    origin: 'learning',
  },
  {
    from: 5,
    until: 18,
    what: 'Get the box with toys and photographs from Mum',
    intended: '{name} has what belongs to {them}',
    origin: 'view',
  },
  { from: 6, until: 18, what: 'Book the optician', intended: '{name} can read the board', origin: 'health' },
  {
    from: 8,
    until: 18,
    what: 'A passport, with consent in writing',
    intended: '{name} can go on the school trip',
    origin: 'review',
  },
  {
    from: 10,
    until: 18,
    what: 'Find a club near home for {name}',
    intended: 'Friends outside school',
    origin: 'visit',
  },
  {
    from: 15,
    until: 18,
    what: 'Open a bank account with {name}',
    intended: '{name} has money of {their} own',
    origin: 'plan',
  },
  {
    from: 13,
    until: 18,
    if: 'alone',
    what: 'Send the papers to the solicitor',
    intended: 'The claim is in on time',
    origin: 'decision',
  },
  {
    from: 3,
    until: 18,
    if: 'apart',
    what: 'Fix the next four days together with {brother}',
    intended: 'They see each other as it was promised',
    origin: 'review',
  },
]
function actionsOf(life: Life): readonly Entry[] {
  const chance = life.chance('actions')
  if (life.child.left !== undefined) return []
  const many = chance.whole(1, 3)
  return chance
    .shuffled(TODO.filter((one) => fits(life, one, life.until)))
    .slice(0, many)
    .flatMap(({ what, intended, origin }, at) => {
      const done = at > 0 && chance.happens(0.6)
      const wanted = done ? life.today - chance.whole(5, 90) : life.today + chance.whole(-12, 60)
      const due = atWork(wanted, { until: wanted + 6 })
      const key = `action ${at}`
      const words = inParts({ what: about(life, what, life.until), intended: about(life, intended, life.until) })
      const action = row(
        'kith.action',
        {
          owned_by: 'worker',
          owner: worker(life, life.until),
          due: iso(due),
          no_due_why: null,
          origin,
          on_table: null,
          on_line: null,
          ...notReleased,
        },
        { key, words },
      )
      return done
        ? [
            action,
            row(
              'kith.action_outcome',
              { action: { entry: key }, outcome: 'done', happened: iso(due) },
              { words: 'It is done.' },
            ),
          ]
        : [action]
    })
}

export function tellingOf(life: Life): readonly Entry[] {
  const little = yearsOld(life, life.until) < 0.05 && livedOn(life, life.until) === undefined
  if (little) return []
  return [
    ...arrivalOf(life),
    ...movesOf(life),
    ...viewsOf(life),
    ...notesOf(life),
    ...knownOf(life),
    ...actionsOf(life),
  ]
}
