// One dispute: what is not right for the child and what should change, its way from tier to tier as a line in time and as a table.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { dayOf, dayWords, type IsoDay, numberOf } from '#calendar'
import { ChildFrame, type Frame, frameOf, nameOf } from '#child-frame'
import { type Asking, readParts } from '#database'
import { Button, Card, CardList, DueMark, EmptyState, Facts, Notice, RowLinks, Stack } from '#look'
import {
  ANSWERS,
  CHILD_TOLD,
  DISPUTE_ABOUT,
  DISPUTE_OUTCOMES,
  disputesStanding,
  formalSince,
  REFERRALS,
  type StandingDispute,
  stepsOf,
  TIER_WORDS,
  tierDays,
  wholeBy,
  wordsOf,
} from '#reviewing'
import { viewsOf } from '#views'
import { type Answer, notFound, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { TellingCard } from './dispute-told.tsx'
import { DisputeWay, type OneStep } from './dispute-way.tsx'
import { putRight } from './row-links.tsx'

type Shown = {
  readonly frame: Frame
  readonly dispute: StandingDispute
  readonly steps: readonly OneStep[]
  readonly approves: boolean
  readonly me: string
  readonly workerOf: (worker: string) => string
  readonly today: IsoDay
  /** What the child said to it, where the reader hears that. */
  readonly views: ReadonlyMap<string, string | undefined>
}

async function read(asking: Asking, { child, line, today }: { child: string; line: string; today: IsoDay }) {
  const frame = await frameOf(asking, child, today)
  const dispute = (await disputesStanding(asking, [child])).find((one) => one.line === line)
  if (frame === undefined || dispute === undefined) return undefined
  const steps = stepsOf(dispute, numberOf(today), await tierDays(asking, today))
  const workers = await workersCalled(asking, [
    ...[dispute.by, ...(dispute.end === undefined ? [] : [dispute.end.recorded_by])],
    ...dispute.stages.flatMap(({ asked_of }) => asked_of ?? []),
    ...dispute.answers.flatMap(({ answered_by }) => answered_by ?? []),
    ...dispute.tellings.flatMap(({ told_by, recorded_by }) => [told_by ?? [], recorded_by].flat()),
  ])
  const workerOf = (worker: string): string => workers.get(worker) ?? 'somebody'
  const me = asking.who.person
  const said = dispute.tellings.some(({ view }) => view !== null) ? await viewsOf(asking, child) : []
  const views = new Map(said.map((one) => [one.line, one.words]))
  return {
    frame,
    dispute,
    steps,
    today,
    workerOf,
    me,
    views,
    approves: await mayDo(asking, child, ['approve', 'plan']),
  }
}

export async function showDispute({ door, who, today, part }: Visit): Promise<Answer> {
  const asked = { child: part('child'), line: part('about'), today }
  const shown = await door.as(who, async (asking) => await read(asking, asked))
  if (shown === undefined) return notFound
  return page({
    title: `A dispute – ${nameOf(shown.frame)}`,
    here: '/children',
    main: (
      <ChildFrame frame={shown.frame} today={today} here="plan">
        <Dispute {...shown} />
      </ChildFrame>
    ),
  })
}

const Dispute: FC<Shown> = (shown) => {
  const { frame, dispute, workerOf } = shown
  const { end, said } = dispute
  return (
    <Stack>
      <Card title="A dispute" beside={`Raised ${dayWords(dispute.raised)} by ${workerOf(dispute.by)}`}>
        <Facts
          kind="wide"
          facts={[
            { name: 'What is not right', fact: { words: said?.issue ?? 'Taken out of sight' } },
            { name: 'What should change', fact: { words: said?.asked ?? 'Taken out of sight' } },
            { name: 'It is about', fact: { words: wordsOf(DISPUTE_ABOUT, dispute.about) } },
            {
              name: `Does ${nameOf(frame)} know?`,
              fact: { words: wordsOf(CHILD_TOLD, dispute.childTold), note: said?.view === '' ? undefined : said?.view },
            },
          ]}
        />
      </Card>
      {end === undefined ? <Standing {...shown} /> : <Over {...shown} />}
      <DisputeWay {...shown} />
      <Answers {...shown} />
      <Cafcass {...shown} />
      <TellingCard {...shown} />
    </Stack>
  )
}

const Standing: FC<Shown> = ({ frame, dispute, steps, today, approves }) => {
  const at = `/children/${frame.id}/disputes/${dispute.line}`
  const now = steps.at(-1)
  const since = formalSince(steps)
  const whole = since === undefined ? undefined : wholeBy(since)
  const over = whole !== undefined && whole < numberOf(today)
  const writes = frame.writes.has('reviews')
  return (
    <Notice
      title={now === undefined ? 'It is with nobody yet' : `It stands with: ${TIER_WORDS[now.tier]}`}
      role="status"
    >
      {now?.stage === undefined && now !== undefined && (
        <p>It rose here by itself on {dayWords(dayOf(now.since))}: the days of the tier before were over.</p>
      )}
      {now?.last !== undefined && (
        <p>An answer is due by {dayWords(dayOf(now.last))}. How long each tier has is our own protocol.</p>
      )}
      {whole !== undefined && (
        <p>
          {over ? 'The twenty working days ended on ' : 'The whole has to be settled by '}
          {dayWords(dayOf(whole))} (IRO Handbook, chapter 6: statutory guidance).
          {over && dispute.referrals.length === 0 && ' The reviewing officer decides on Cafcass now.'}
        </p>
      )}
      <p>It stays until the reviewing officer says that {nameOf(frame)}’s life has changed.</p>
      <p class="kith-no-print">
        {writes && (
          <>
            <Button kind="secondary" classes="kith-button--small" href={`${at}/take-on`}>
              Take it on
            </Button>{' '}
          </>
        )}
        {(writes || approves) && (
          <>
            <Button kind="secondary" classes="kith-button--small" href={`${at}/answer`}>
              {writes ? 'Write down an answer' : 'Answer'}
            </Button>{' '}
          </>
        )}
        {writes && (
          <>
            <Button kind="secondary" classes="kith-button--small" href={`${at}/cafcass`}>
              Cafcass
            </Button>{' '}
            <Button kind="secondary" classes="kith-button--small" href={`${at}/over`}>
              It is over
            </Button>
          </>
        )}
      </p>
    </Notice>
  )
}

const Over: FC<Shown> = ({ frame, dispute: { end }, workerOf }) => {
  if (end === undefined) return null
  const said = readParts(end.words, ['changed', 'why'])
  return (
    <Card title="What changed" tone="good" beside={`${dayWords(end.happened)}, ${workerOf(end.recorded_by)} says so`}>
      <p>
        <strong>{wordsOf(DISPUTE_OUTCOMES, end.outcome)}.</strong> {said?.changed}
      </p>
      {said?.why !== undefined && said.why !== '' && <p>Withdrawn because: {said.why}</p>}
      {frame.writes.has('reviews') && (
        <RowLinks of="the end of the dispute" links={putRight(`/children/${frame.id}/dispute-ends`, end.id)} />
      )}
    </Card>
  )
}

const Answers: FC<Shown> = ({ frame, dispute: { answers }, workerOf, me }) => (
  <Card title="What they answered" count={answers.length} flush>
    {answers.length === 0 ? (
      <EmptyState>Nobody has answered yet.</EmptyState>
    ) : (
      <CardList
        items={answers.map(({ id, tier, answer, answered, promised, answered_by, words, recorded_by }) => (
          <>
            <strong>{wordsOf(ANSWERS, answer)}</strong>
            <span class="kith-note">
              {TIER_WORDS[tier]}
              {answered_by !== null && `, ${workerOf(answered_by)}`} · {dayWords(dayOf(answered))}
            </span>
            <p>{readParts(words, ['says'])?.says ?? 'Taken out of sight'}</p>
            {promised !== undefined && <p>Promised by {dayWords(dayOf(promised))}.</p>}
            {recorded_by === me && (
              <RowLinks
                of={`answer of ${dayWords(dayOf(answered))}`}
                links={putRight(`/children/${frame.id}/dispute-answers`, id)}
              />
            )}
          </>
        ))}
      />
    )}
  </Card>
)

const Cafcass: FC<Shown> = ({ frame, dispute: { referrals } }) => (
  <Card title="Cafcass" count={referrals.length} flush>
    {referrals.length === 0 ? (
      <EmptyState>The reviewing officer has not decided on a referral. They may at any time.</EmptyState>
    ) : (
      <CardList
        items={referrals.map(({ id, kind, happened, legal_advice, words }) => (
          <>
            <DueMark mark={kind === 'referred' ? 'done' : 'plain'} words={wordsOf(REFERRALS, kind)} />{' '}
            {dayWords(happened)}
            <span class="kith-note">{legal_advice ? 'With independent legal advice' : 'Without legal advice'}</span>
            <p>{readParts(words, ['why'])?.why ?? 'Taken out of sight'}</p>
            {frame.writes.has('reviews') && (
              <RowLinks
                of={`Cafcass, ${dayWords(happened)}`}
                links={putRight(`/children/${frame.id}/dispute-referrals`, id)}
              />
            )}
          </>
        ))}
      />
    )}
  </Card>
)
