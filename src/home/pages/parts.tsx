// What homes are made of: the switch between them, cells of the grid of duties, names, and words for moments.
import type { Child, FC } from 'hono/jsx'
import type { Relation } from '#access'
import { formatDay, type IsoDay, londonDay, numberOf, parseInstant, timeInLondon } from '#calendar'
import { ageWords, calledName, dayWords, dueWords, livesIn, shortDay } from '#child-frame'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import type { Form } from '#forms'
import { type Duty, dutyTitle } from '#ledger'
import { FIELDS, type Field, inField } from '#lists'
import { Chips, DueMark, type DutyCell, PersonChip } from '#look'
import type { ChildRow } from '#overview'
import { HOMES, type Home } from '../parts.ts'

/** What every home is made from. */
export type Making = {
  readonly asking: Asking
  readonly today: IsoDay
  readonly forms: readonly Form[]
  readonly parts: readonly Relation[]
  readonly home: Home
}
export type Made = { readonly title: string; readonly main: Child }

/** The relations of which this home shows the children. */
export const relationsOf = ({ home, parts }: Pick<Making, 'home' | 'parts'>): readonly Relation[] =>
  parts.filter((part) => HOMES[home].of.some((one) => one === part))

export const Switch: FC<{ homes: readonly Home[]; home: Home }> = ({ homes, home }) =>
  homes.length < 2 ? null : (
    <Chips
      label="Your homes"
      chips={homes.map((one) => ({ to: `/?as=${one}`, words: HOMES[one].words, current: one === home }))}
    />
  )

/** '17:20 today', 'Mon 23 Nov at 17:20' */
export function momentWords(at: string, today: IsoDay): string {
  const moment = parseInstant(at)
  if (moment === undefined) return ''
  const [day, time] = [londonDay(moment), timeInLondon(moment)]
  return day === today ? `today at ${time}` : `${shortDay(numberOf(day), numberOf(today))} at ${time}`
}
export const isoWords = (day: string): string => {
  const parsed = parseInstant(`${day}T12:00:00Z`)
  return parsed === undefined ? day : formatDay(londonDay(parsed))
}

const FAR_DAYS = 45

/** One field of one child: a shape, a colour and words. */
export function fieldCell(duties: readonly Duty[], field: Field, on: number): DutyCell {
  const found = inField(duties, field, on)
  switch (found.kind) {
    case 'owed': {
      const { mark, words } = dueWords(found.due, on)
      const note = mark === 'late' ? `was ${shortDay(found.due, on)}` : noteOf(found.duty)
      const shown = mark === 'later' && found.due - on > FAR_DAYS ? 'far' : mark
      return { content: <DueMark mark={shown} words={words} note={note} />, calm: mark === 'later' }
    }
    case 'unknown':
      return { content: <DueMark mark="unknown" words="Not known" />, calm: true }
    case 'done':
      return { content: <DueMark mark="done" words={`Done ${shortDay(found.done, on)}`} />, calm: true }
    case 'nothing':
      return { content: <span class="kith-quiet">Not owed</span>, calm: true }
  }
}

/** The name of the duty where it says more than its column. */
const noteOf = ({ basis: { name } }: Duty): string | undefined =>
  name === 'Review' || name === 'Next visit' ? undefined : name

export const fieldWords = (field: Field, mine: boolean): string =>
  mine && field === 'visits' ? 'Seen by you' : FIELDS[field]

/** 'within 3 months of the review of 17 Sep; regulation 33(2)' */
export function becauseOf(duty: Duty): string {
  const title = dutyTitle(duty)
  return title.slice(title.indexOf(': ', duty.basis.name.length) + 2)
}

export const ChildHead: FC<{ child: ChildRow; on: number }> = ({ child, on }) => (
  <PersonChip
    id={child.id}
    name={calledName(child)}
    to={`/children/${child.id}`}
    after={ageWords(child.born, on)}
    note={`${livesIn(child)}${child.placedSince === null ? '' : `, since ${dayWords(child.placedSince)}`}`}
  />
)

/** What these children are called; whoever has no name to the asker is a child with an id. */
export async function namesFor(
  asking: Asking,
  children: readonly string[],
  known: readonly ChildRow[] = [],
): Promise<(child: string) => string> {
  const names = new Map(known.map((child) => [child.id, calledName(child)]))
  const missing = [...new Set(children)].filter((child) => !names.has(child))
  const called = missing.length === 0 ? new Map<string, string>() : await childrenCalled(asking, missing)
  return (child) => names.get(child) ?? called.get(child) ?? 'a child'
}

export const childLink = (child: string, name: string): Child => (
  <a class="kith-target" href={`/children/${child}`}>
    {name}
  </a>
)
