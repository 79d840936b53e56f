// The parts of pages that show a plan: each part with its words, who wrote them when, and the law behind one press.
import type { Child, FC } from 'hono/jsx'
import { dayWords, formatDay, parseDay } from '#calendar'
import { savedAt } from '#forms'
import { citationText, LEVELS } from '#law'
import { Card, capital, Details, EmptyState, Facts, NotKnown, Voice } from '#look'
import { KINDS, type PlanKind, type PlanPart, partsOf, planAt } from '#plan-kinds'
import type { LatestWords } from '#views'
import type { PlanState } from '../plan.ts'
import type { Approved, Edition, PartText } from '../reading-store.ts'

/** A plan as it is shown to one reader. */
export type PlanShown = {
  readonly child: string
  readonly called: string
  readonly edition: Edition
  readonly texts: ReadonlyMap<string, PartText>
  /** What the people are called who wrote, sent or approved. */
  readonly names: ReadonlyMap<string, string>
  readonly said: LatestWords | undefined
}

const STATE_WORDS: Readonly<Record<PlanState, string>> = {
  drafted: 'being written',
  'sent for approval': 'waiting for approval',
  'taken back': 'taken back from approval, being written',
  'sent back': 'sent back, being written',
  approved: 'approved',
  replaced: 'approved, and replaced by a later edition',
}
const nameOfPlan = (kind: PlanKind): string => capital(kind)
export const editionWords = ({ kind, number }: Edition): string => `${nameOfPlan(kind)}, edition ${number}`
export const called = (names: PlanShown['names'], person: string): string => names.get(person) ?? 'Somebody'

const SURE = { primary: '', secondary: ' Read in another body’s text.', knowledge: ' Not confirmed in the provision.' }

/** What the law asks of a part; a print leaves it folded. */
export const PartLaw: FC<{ readonly part: PlanPart }> = ({ part: { cites, level, verification, needed } }) => (
  <Details summary="Where this is asked for" classes="kith-no-print">
    <p>
      {citationText(cites)}. {capital(LEVELS[level].words)}
      {LEVELS[level].isLaw ? '' : ', not law'}.{SURE[verification]}
    </p>
    <p>{NEEDED[needed]}</p>
  </Details>
)
const NEEDED: Readonly<Record<PlanPart['needed'], string>> = {
  always: 'Every such plan has to hold it. Where it is not known yet, say so and why.',
  'where it applies': 'Write it where it applies to this child.',
  'good practice': 'It does not hold the plan back.',
}

const Written: FC<{ readonly of: PartText | undefined }> = ({ of }) => {
  if (of?.outOfSight === true) return <NotKnown words="These words were taken out of sight." />
  if (of?.text === undefined) return <NotKnown words="Nothing written yet" />
  return <div class="kith-written">{of.text}</div>
}

type OneOf = { readonly of: PlanShown; readonly part: PlanPart }

const WrittenBy: FC<{ readonly of: PlanShown; readonly texts: readonly PartText[] }> = ({ of, texts }) => {
  const last = [...texts].sort((a, b) => (a.at < b.at ? 1 : -1))[0]
  return last === undefined ? null : (
    <p class="kith-quiet">
      Written by {called(of.names, last.by)}, {savedAt(last.at)}
    </p>
  )
}

const History: FC<OneOf> = ({ of, part }) => (
  <a href={`${planAt(of.child, of.edition.kind)}/history?part=${part.part}`}>
    History<span class="govuk-visually-hidden"> of {part.name}</span>
  </a>
)

const PartCard: FC<OneOf> = ({ of, part }) => {
  const text = of.texts.get(part.part)
  return (
    <Card title={part.name} id={`part-${part.part}`} beside={text && <History of={of} part={part} />}>
      <Written of={text} />
      {text && <WrittenBy of={of} texts={[text]} />}
      <PartLaw part={part} />
    </Card>
  )
}

/** Numbers of a repeated part that have any words, in order. */
export const numbersOf = (texts: PlanShown['texts'], { part }: PlanPart): readonly number[] => {
  const numbers = [...texts.values()].flatMap(({ part: key, text, outOfSight }) => {
    const [name, number] = key.split('/')
    return name === part && (text !== undefined || outOfSight) ? [Number(number)] : []
  })
  return [...new Set(numbers)].sort((a, b) => a - b)
}

const Repeated: FC<OneOf & { readonly fields: Readonly<Record<string, string>> }> = ({ of, part, fields }) => {
  const numbers = numbersOf(of.texts, part)
  const own = [...of.texts.values()].filter(({ part: key }) => key.startsWith(`${part.part}/`))
  return (
    <Card
      title={part.name}
      id={`part-${part.part}`}
      count={numbers.length}
      beside={own.length > 0 && <History of={of} part={part} />}
    >
      {numbers.length === 0 && <NotKnown words={`No ${(part.one ?? part.name).toLowerCase()} written yet`} />}
      {numbers.map((number) => (
        <div class="kith-outcome">
          <h3>
            {part.one ?? part.name} {number}
          </h3>
          <Facts
            kind="wide"
            facts={Object.entries(fields).map(([field, name]) => ({
              name,
              fact: { words: <Written of={of.texts.get(`${part.part}/${number}/${field}`)} /> },
            }))}
          />
        </div>
      ))}
      <WrittenBy of={of} texts={own} />
      <PartLaw part={part} />
    </Card>
  )
}

/** The child's own words, beside whatever is decided for them. */
export const TheirWords: FC<Pick<PlanShown, 'said' | 'called'>> = ({ said, called: name }) => {
  if (said?.words === undefined)
    return <p class="kith-quiet">Nothing that {name} said is in the record for you to read.</p>
  const day = parseDay(said.happened)
  return <Voice words={said.words} who={name} when={day === undefined ? said.happened : formatDay(day)} />
}

/** Every part in the order of the law; what nobody wrote says so. */
export const PlanTexts: FC<{ readonly of: PlanShown }> = ({ of }) => (
  <div class="kith-stack">
    <Card title={`What ${of.called} said last`} tone="good">
      <TheirWords {...of} />
    </Card>
    {partsOf(of.edition.kind).map((part) =>
      part.fields === undefined ? (
        <PartCard of={of} part={part} />
      ) : (
        <Repeated of={of} part={part} fields={part.fields} />
      ),
    )}
  </div>
)

/** 'agreed Tue 3 Nov 2026 by Dawn Ellis'; of what is on paper, who wrote that down. */
export function agreedWords({ on, by, paper }: Approved, names: PlanShown['names']): string {
  const day = `agreed ${dayWords(on)}`
  if (paper !== undefined) return `${day} on paper, written down by ${called(names, by)}`
  return names.has(by) ? `${day} by ${called(names, by)}` : day
}

/** One line: which edition, how it stands, by whom and when. */
export const EditionLine: FC<{ readonly of: PlanShown }> = ({ of: { edition, names } }) => {
  const { approved, state, by, at } = edition
  if (approved?.paper !== undefined)
    return (
      <>
        {editionWords(edition)} · {STATE_WORDS[state]} · {agreedWords(approved, names)}, {savedAt(approved.at)}
      </>
    )
  const step = approved ?? { by, at }
  const verb = approved === undefined ? (state === 'drafted' ? 'begun' : state) : 'approved'
  return (
    <>
      {editionWords(edition)} · {STATE_WORDS[state]} · {verb} by {called(names, step.by)}, {savedAt(step.at)}
    </>
  )
}

type Nothing = { readonly called: string; readonly kind: PlanKind; readonly action?: Child }
/** Where a part is written: on a form of its own, or in the one form of the plan. */
export const whereWritten = (
  { child, edition: { kind } }: Pick<PlanShown, 'child' | 'edition'>,
  part: PlanPart,
): string => {
  const write = `${planAt(child, kind)}/write`
  if (KINDS[kind].written === 'part by part') return `${write}/${part.part}`
  return `${write}/parts#${part.fields === undefined ? part.part : `part-${part.part}`}`
}

/** The empty state of a child without a plan of this kind. */
export const NoPlan: FC<Nothing> = ({ called: name, kind, action }) => (
  <EmptyState title={`No ${kind} yet`} action={action}>
    {KINDS[kind].none(name)}
  </EmptyState>
)
