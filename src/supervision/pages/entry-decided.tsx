// What may be written of one child at a time together: the texts, how far the plan has come, what became of earlier actions, and new ones.
import {
  type Action,
  actionRefusalWords,
  mayCarryOn,
  mayEnd,
  mayRecordAction,
  type NewAction,
  OUTCOMES,
} from '#actions'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import { writeParts } from '#database'
import type { Typed } from '#drafts'
import { fieldInRow, type Reading, reading, savedAt } from '#forms'
import { PERMANENCE, PROGRESS } from '../codes-data.ts'
import { isAlike } from '../similarity.ts'
import { keyOf, SAME } from './entry-fields.tsx'
import { closedWords, type EntryGiven } from './entry-given.tsx'

export type Progress = {
  readonly plan: string
  readonly part: string
  readonly progress: string
  readonly shows: string
}
export type Answer = { readonly action: string } & (
  | { readonly kind: 'ended'; readonly outcome: string; readonly happened: IsoDay; readonly said: string }
  | { readonly kind: 'carried'; readonly due: string; readonly why: string }
)
export type EntryOk = {
  readonly permanence: string
  readonly words: string | undefined
  readonly progress: readonly Progress[]
  readonly decision: string
  readonly reasons: string
  readonly answers: readonly Answer[]
  readonly actions: readonly NewAction[]
}

const isOf = (words: Readonly<Record<string, string>>, value: string): boolean => Object.hasOwn(words, value)

function progressIn(read: Reading, { known }: EntryGiven): readonly Progress[] {
  return known.plan.map(({ plan, part }) => {
    const key = keyOf(part)
    const progress = read.typed.one(`progress_${key}`)
    if (!isOf(PROGRESS, progress)) read.fault(`progress_${key}`, 'Say how far this has come.')
    return { plan, part, progress, shows: read.typed.words(`shows_${key}`) }
  })
}

const shown = (given: EntryGiven) => ({ nameOf: given.nameOf, on: savedAt })
/** One answer of the one list of actions: an end with what changed, or carried on with a day and the reason. */
function answerTo(read: Reading, action: Action, given: EntryGiven): readonly Answer[] {
  const { typed, today } = read
  const [came, said] = [typed.one(`came_${action.line}`), typed.words(`said_${action.line}`)]
  if (came === 'carried on') {
    const due = dayTyped(typed.one(`until_${action.line}`), today, 'ahead')
    const may = mayCarryOn(action, { due, noDueWhy: '', why: said }, today)
    if ('ok' in may) return [{ kind: 'carried', action: action.line, due, why: said }]
    for (const one of may.refused)
      read.fault(
        one === 'why missing' ? `said_${action.line}` : `until_${action.line}`,
        actionRefusalWords(one, today, shown(given)),
      )
    return []
  }
  if (!OUTCOMES.some((outcome) => outcome === came)) {
    read.fault(`came_${action.line}`, 'Say what became of it. No earlier action is left without an answer.')
    return []
  }
  const may = mayEnd(action, { outcome: came, happened: given.session.held, said }, today)
  if ('ok' in may) return [{ kind: 'ended', action: action.line, ...may.ok }]
  for (const one of may.refused) read.fault(`said_${action.line}`, actionRefusalWords(one, today, shown(given)))
  return []
}
export const answersIn = (read: Reading, given: EntryGiven): readonly Answer[] =>
  given.earlier.flatMap((action) => answerTo(read, action, given))

const FIELDS: Readonly<Record<string, string>> = {
  'what is to be done missing': 'next',
  'intended outcome missing': 'intended',
  'owner missing': 'who',
}
type Owners = Pick<EntryGiven, 'owners' | 'nameOf'>
/** Rows left empty are none. Whence they come is known when they are stored. */
export function actionsIn(read: Reading, { owners, nameOf }: Owners): readonly NewAction[] {
  const { typed, today } = read
  return typed.all('next').flatMap((what, at): readonly NewAction[] => {
    const value = (name: string): string => (typed.all(name)[at] ?? '').trim()
    const [intended, service, due] = [value('intended'), value('who'), value('by_when')]
    if ([what, intended, service, due].every((text) => text.trim() === '')) return []
    const worker = owners.find((one) => one.value === value('owner'))?.value ?? null
    const typedAction = { what, intended, origin: 'supervision', from: null, whoMayKnow: null, noDueWhy: '' }
    const may = mayRecordAction(
      {
        ...typedAction,
        owner: { worker, service: worker === null ? service : '' },
        due: dayTyped(due, today, 'ahead'),
      },
      today,
    )
    if ('ok' in may) return [may.ok]
    for (const one of may.refused)
      read.fault(fieldInRow(FIELDS[one] ?? 'by_when', at), actionRefusalWords(one, today, { nameOf, on: savedAt }))
    return []
  })
}

function textsIn(read: Reading, { name, before }: EntryGiven): string | undefined {
  const { typed } = read
  const life = read.words('life', `Say what life is like for ${name}.`)
  if (isAlike(life, before?.words?.life) && !typed.ticked(SAME))
    read.fault(
      'life',
      `This is nearly what was written on ${dayWords(before?.held ?? '')}. Say what is new, or tick below that nothing is.`,
    )
  const thinking = read.words('thinking', 'Say what you think is happening, and what else it could be.')
  const optional = (field: string): string => typed.words(field)
  return writeParts({
    ...{ life, thinking, theirs: optional('theirs'), well: optional('well') },
    ...{ worries: optional('worries'), nearer: optional('nearer') },
  })
}

function written(typed: Typed, given: EntryGiven, today: IsoDay) {
  const read = reading(typed, today)
  const closed = closedWords(given)
  if (closed !== undefined) read.fault('', closed)
  const words = textsIn(read, given)
  const progress = progressIn(read, given)
  const permanence = typed.one('permanence')
  if (!isOf(PERMANENCE, permanence)) read.fault('permanence', 'Say how permanence stands.')
  return { read, words, progress, permanence }
}
const decisionIn = (read: Reading) => ({
  decision: read.words('decision', 'Say what the manager decides, if only that the plan goes on.'),
  reasons: read.words('reasons', 'Say why.'),
})

export function decideEntry(typed: Typed, given: EntryGiven, today: IsoDay) {
  const { read, ...texts } = written(typed, given, today)
  if (given.standing !== undefined)
    read.fault('', `${given.name} was thought about at this time already. Put that right instead; your text is kept.`)
  const answers = answersIn(read, given)
  const decided = decisionIn(read)
  const actions = actionsIn(read, given)
  return read.result((): EntryOk => ({ ...texts, ...decided, answers, actions }))
}
/** Answers and actions are on the one list of actions, and put right there. */
export function decideCorrection(typed: Typed, given: EntryGiven, today: IsoDay) {
  const { read, ...texts } = written(typed, given, today)
  const decided = decisionIn(read)
  return read.result((): EntryOk => ({ ...texts, ...decided, answers: [], actions: [] }))
}
