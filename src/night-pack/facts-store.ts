// What a pack holds of each child: the night's facts, the plan that stands, and the chronology; as a duty worker may know them.
import { formatDay, type IsoDay, numberOf, parseDay } from '#calendar'
import { ageWords, calledName, dayWords, livesIn } from '#child-frame'
import type { Asking } from '#database'
import { standingFacts } from '#family'
import { capital } from '#look'
import { type TonightFacts, tonightOf } from '#out-of-hours'
import { type ChildRow, childrenOn } from '#overview'
import { nameOfKey, partsOf } from '#plan-kinds'
import { editionsOf, partsOfEdition, standingAndWritten } from '#plans'
import { type ChronologyLine, chronologyRead } from '#story'

export type PackedChild = {
  readonly id: string
  readonly name: string
  readonly age: string
  readonly born: string
  /** As it stands today, where they live or sleep. */
  readonly where: string
  readonly told: boolean
  readonly postcode: string | null
  readonly missing: string | null
  readonly legal: string
  readonly mustKnows: readonly { readonly kind: string; readonly words: string; readonly lookAgain: string | null }[]
  readonly ring: readonly { readonly name: string; readonly part: string }[]
  readonly plan: {
    readonly approved: string
    readonly parts: readonly { readonly name: string; readonly text: string }[]
  } | null
  readonly story: readonly ChronologyLine[]
}

/** Children in care whom the reader may see, by name. */
export async function childrenInCare(asking: Asking, today: IsoDay): Promise<readonly ChildRow[]> {
  const all = await childrenOn(asking, today)
  return all
    .filter(({ inCare }) => inCare === true)
    .sort((a, b) => calledName(a).localeCompare(calledName(b), 'en-GB') || (a.id < b.id ? -1 : 1))
}

const dayOf = (day: string): string => {
  const parsed = parseDay(day)
  return parsed === undefined ? day : formatDay(parsed)
}

function whereOf({ tonight, child }: TonightFacts): string {
  if (tonight.from === 'nothing known') return 'Not known: no home is recorded for today'
  return tonight.from === 'told' ? capital(tonight.kind) : livesIn(child)
}

async function planOf(asking: Asking, child: string): Promise<PackedChild['plan']> {
  const { standing } = standingAndWritten((await editionsOf(asking, child)).filter(({ kind }) => kind === 'care plan'))
  if (standing?.approved === undefined) return null
  const texts = new Map((await partsOfEdition(asking, standing)).map((one) => [one.part, one.text]))
  const parts = partsOf('care plan').flatMap(({ part }) => {
    const text = texts.get(part)
    return text === undefined ? [] : [{ name: nameOfKey('care plan', part), text }]
  })
  return { approved: dayOf(standing.approved.on), parts }
}

/** undefined: the reader may no longer see the child. */
export async function packedChild(asking: Asking, id: string, today: IsoDay): Promise<PackedChild | undefined> {
  const facts = await tonightOf(asking, id, today)
  if (facts === undefined) return undefined
  const { child, tonight, postcode, missing, legal, ring } = facts
  const chronology = await chronologyRead(asking, id, today)
  return {
    ...{ id, name: calledName(child), age: ageWords(child.born, numberOf(today)), legal, ring },
    born: child.born === null ? 'not known' : dayWords(child.born),
    ...{ where: whereOf(facts), told: tonight.from === 'told', postcode: postcode ?? null },
    missing: missing === undefined ? null : `${missing.kind} since ${dayOf(missing.since)}`,
    mustKnows: standingFacts(facts.mustKnows, today).flatMap(({ fact: { kind, words, review_by }, overdue }) =>
      words === undefined ? [] : [{ kind, words, lookAgain: overdue ? dayOf(review_by) : null }],
    ),
    plan: await planOf(asking, id),
    story: chronology?.chronology.lines ?? [],
  }
}
