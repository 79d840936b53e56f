// What is written of an invented child in words: views, notes, moments of the story, what they like, what one must know, and what is to be done.
import type { DayNumber } from '#calendar'
import type { Chance } from '#chance'
import {
  about,
  atWork,
  type Cell,
  type Entry,
  type Fits,
  fits,
  inParts,
  iso,
  type Life,
  livedOn,
  said,
  yearsOld,
} from '#invented-lives'
import { TOLD } from '#views'
import { actionsOf, knownOf } from './known.ts'
import { GOOD_NEWS, VIEWS, type ViewWords, WORK } from './words-data.ts'
import { notReleased, row, worker } from './written.ts'

const byScope = { audience: null, must_not_know: null, audience_why: null }
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
