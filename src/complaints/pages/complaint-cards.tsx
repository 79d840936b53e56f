// The cards of one complaint: what was said, and each stage with its days, its answer and what may be done with it.
import type { Child, FC } from 'hono/jsx'
import type { Action } from '#actions'
import { dayWords, type IsoDay } from '#calendar'
import { savedAt } from '#forms'
import { Button, Card, Facts, RowLinks } from '#look'
import {
  ADVOCATES,
  ASKERS,
  earlierOf,
  HOW,
  LONGER,
  nextStage,
  OUTCOMES,
  STAGES,
  stageWords,
  TOLD_HOW,
  TOLD_OF_IT,
  wordIn,
} from '../complaint.ts'
import { type Complaint, type StageRow, stageWordsOf } from '../store.ts'
import { complaintsAt } from './complaint-given.tsx'
import { aboutWords, Standing, stageShort } from './complaint-parts.tsx'

export type Told = {
  readonly stage: StageRow
  readonly steps: readonly StageRow[]
  /** Whoever reads may answer it. */
  readonly answers: boolean
  /** What it put onto the list of actions, as far as whoever reads may see the plan. */
  readonly promised: readonly Action[]
}
export type Shown = {
  readonly child: string
  readonly name: string
  /** They write complaints down. */
  readonly writes: boolean
  readonly me: string
  readonly today: IsoDay
  readonly by: (person: string | null) => string
  readonly complaint: Complaint
  readonly stages: readonly Told[]
}

const HIDDEN = 'Taken out of sight'
const fact = (name: string, words: Child, note?: Child) => ({ name, fact: { words, note } })
/** Only where there is something. */
const ifAny = (name: string, words: string | undefined, note?: Child) =>
  words === undefined || words === '' ? [] : [fact(name, words, note)]

function saidFacts({ complaint, by }: Shown) {
  const { said, worker, worker_told: told, child_told } = complaint
  const ways = child_told.map((one) => wordIn(TOLD_OF_IT, one)).join(' · ')
  return [
    fact('What should be different', said?.wanted ?? HIDDEN),
    fact('Who complains', wordIn(ASKERS, complaint.asker), said?.who === '' ? undefined : said?.who),
    fact('How', wordIn(HOW, complaint.how)),
    fact('It is about', aboutWords(complaint.about)),
    fact(
      'Advocate',
      wordIn(ADVOCATES, complaint.advocate),
      ways === '' ? 'How they were told of it is not written down.' : ways,
    ),
    ...(worker === null
      ? []
      : [fact('About whom', by(worker), told ? 'They may read it, and do not answer it.' : 'Kept from them for now.')]),
    ...ifAny('What whoever wrote it down thinks', said?.thinks),
  ]
}
export const Said: FC<Shown> = (shown) => {
  const { complaint, child, writes, me, by } = shown
  const next = nextStage(complaint.stages.at(-1))
  const mine = writes && complaint.worker !== me
  const at = complaintsAt(child)
  return (
    <Card
      title="What was said"
      beside={`Received ${dayWords(complaint.received)}, written down by ${by(complaint.recorded_by)}`}
    >
      <blockquote class="kith-quote">{complaint.said?.said ?? HIDDEN}</blockquote>
      <Facts kind="wide" facts={saidFacts(shown)} />
      {mine && (
        <RowLinks
          of="complaint"
          links={[
            { to: `${at}/${complaint.id}/correct`, does: 'Put it right' },
            { to: `${at}/${complaint.id}/retract`, does: 'Take it back' },
          ]}
        />
      )}
      {mine && next !== undefined && (
        <p class="kith-no-print">
          <Button kind="secondary" href={`${at}/${complaint.line}/further`}>
            They ask for {STAGES[next].toLowerCase()}
          </Button>
        </p>
      )}
    </Card>
  )
}

function answerFacts({ stage, name }: Shown & Told) {
  const parts = stageWordsOf(stage.words)
  if (stage.outcome === null || stage.outcome === 'withdrawn') return []
  return [
    fact('What came of it', wordIn(OUTCOMES, stage.outcome), dayWords(stage.answered)),
    fact('What was found', parts?.found ?? HIDDEN),
    fact(`What changes for ${name}`, parts?.changes ?? HIDDEN),
    stage.told === null
      ? fact(`What ${name} was told`, 'Not told yet')
      : fact(
          `What ${name} was told`,
          parts?.told ?? HIDDEN,
          `${dayWords(stage.told)} · ${wordIn(TOLD_HOW, stage.told_how).toLowerCase()}`,
        ),
  ]
}
const promise = ({ what, due, ended }: Action) =>
  fact(
    'What is promised',
    what ?? HIDDEN,
    ended === undefined ? `open${'day' in due ? `, by ${dayWords(due.day)}` : ''}` : ended.outcome,
  )
function stageFacts(of: Shown & Told) {
  const { stage } = of
  const parts = stageWordsOf(stage.words)
  return [
    fact(stage.stage === 1 ? 'Received' : 'Asked for', dayWords(stage.asked)),
    ...ifAny('It takes longer', wordIn(LONGER, stage.longer), `told ${dayWords(stage.longer_told)}`),
    ...ifAny('Who takes part', parts?.people),
    ...ifAny('The panel met', dayWords(stage.panel)),
    ...ifAny('It reported', dayWords(stage.report)),
    ...ifAny(stage.outcome === 'withdrawn' ? 'What they said' : 'Said of it', parts?.why),
    ...answerFacts(of),
    ...of.promised.map(promise),
  ]
}

const answerWords = ({ outcome, told }: StageRow): string => {
  if (outcome === null) return 'Answer it'
  if (outcome === 'withdrawn') return 'Answer it all the same'
  return told === null ? 'Say that they were told, or put the answer right' : 'Put the answer right'
}
const Doing: FC<Shown & Told> = ({ stage, stages, child }) => {
  const at = `/children/${child}/complaint-stages/${stage.id}`
  const open = stage.outcome === null
  const last = stages.at(-1)?.stage.line === stage.line
  const links = [
    ...(open ? [] : [{ to: `${at}/step`, does: 'Put its days right' }]),
    ...(last && stage.stage > 1 ? [{ to: `${at}/retract`, does: 'Nobody asked for it' }] : []),
  ]
  return (
    <>
      <p class="kith-no-print">
        <Button kind={open ? undefined : 'secondary'} href={`${at}/answer`}>
          {answerWords(stage)}
        </Button>{' '}
        {open && (
          <>
            <Button kind="secondary" href={`${at}/step`}>
              How it goes on
            </Button>{' '}
            <Button kind="secondary" href={`${at}/withdrawn`}>
              They withdraw it
            </Button>
          </>
        )}
      </p>
      {links.length > 0 && <RowLinks of={stageShort(stage.stage)} links={links} />}
    </>
  )
}
export const Stage: FC<Shown & { readonly of: Told }> = ({ of, ...shown }) => {
  const { stage, steps, answers } = of
  const before = earlierOf(steps).map((one) =>
    one.kind === 'withdrawn'
      ? `withdrawn on ${dayWords(one.on)}, and answered all the same`
      : `${shown.by(one.person)} answered until ${savedAt(one.until)}`,
  )
  const hands = steps.map(({ recorded, recorded_by }) => `${savedAt(recorded)} by ${shown.by(recorded_by)}`)
  return (
    <Card title={stageWords(stage.stage)} beside={`${shown.by(stage.answers)} answers`}>
      <p>
        <Standing of={stage} today={shown.today} />
      </p>
      <Facts kind="wide" facts={stageFacts({ ...shown, ...of })} />
      {before.length > 0 && <p class="kith-note">Before: {before.join('; ')}</p>}
      {hands.length > 1 && <p class="kith-note">Written {hands.join(', then ')}</p>}
      {answers && <Doing {...shown} {...of} />}
    </Card>
  )
}
