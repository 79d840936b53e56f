// What the pages of complaints share: where one stands and by when, the law of its days, and rows of a list.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay, numberOf } from '#calendar'
import { dueWords } from '#child-frame'
import { DueMark, InsetText, NotKnown } from '#look'
import { OVERSIGHT_RULES } from '#oversight-rules'
import { TAGS } from '#practice-audits'
import { OUTCOMES, type Owed, owedOf, stageWords, wordIn } from '../complaint.ts'
import { daysOf, type StageRow } from '../store.ts'

const WHAT: Readonly<Record<Owed['what'], string>> = {
  answer: 'Answer',
  decision: 'Decision',
  panel: 'The panel meets',
  report: 'The panel’s report',
}
export const Due: FC<{ readonly of: Owed; readonly today: IsoDay }> = ({ of: { what, by }, today }) => {
  if (by === undefined) return <NotKnown words={`${WHAT[what]}: that year’s bank holidays are not known`} />
  const { mark, words } = dueWords(numberOf(by), numberOf(today))
  return mark === 'late' ? (
    <DueMark mark={mark} words={words} note={`${WHAT[what]} was due ${dayWords(by)}`} />
  ) : (
    <DueMark mark={mark} words={`${WHAT[what]} by ${dayWords(by)}`} />
  )
}
type Stood = Pick<StageRow, 'stage' | 'asked' | 'longer' | 'panel' | 'report' | 'outcome' | 'answered' | 'told'>
/** Of a stage: what is owed by when, or what came of it and whether the child is told. */
export const Standing: FC<{ readonly of: Stood; readonly today: IsoDay }> = ({ of, today }) => {
  if (of.outcome === null) return <Due of={owedOf(daysOf(of))} today={today} />
  const owes = of.told === null && of.outcome !== 'withdrawn'
  return (
    <DueMark
      mark={owes ? 'soon' : 'done'}
      words={owes ? 'The child has still to be told' : wordIn(OUTCOMES, of.outcome)}
      note={owes ? `${wordIn(OUTCOMES, of.outcome)}, ${dayWords(of.answered)}` : dayWords(of.answered)}
    />
  )
}
export const aboutWords = (about: readonly string[]): string => about.map((one) => wordIn(TAGS, one)).join(' · ')
export const stageShort = (stage: number): string => stageWords(stage).split(':')[0] ?? ''

/** As the rulebook has it. */
export const Law: FC = () => (
  <InsetText>
    {OVERSIGHT_RULES.filter(({ id }) => id.startsWith('CO-')).map(({ id, says }) => (
      <p>
        {says} <a href={`/rules/${id}`}>Rule {id}</a>.
      </p>
    ))}
    <p>Regulation, unconfirmed: read in a secondary source, and nobody has read the regulations themselves for it.</p>
  </InsetText>
)
