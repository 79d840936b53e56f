// The page of a round: how it was drawn, so that anybody can draw it again, and where each audit of it stands.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay } from '#calendar'
import { wordOf } from '#drafts'
import { Button, Card, DueMark, DutyTable, EmptyState, Facts, PageHead, Stack } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { titleOf } from '../questions.ts'
import { asked } from '../questions-data.ts'
import {
  type AskedIn,
  askedIn,
  auditsStanding,
  councilRows,
  isStratum,
  type Round,
  STRATA,
  type Standing,
} from '../round-store.ts'
import { auditAddress } from './audit-form.tsx'
import { KINDS } from './round-forms.tsx'
import { calledIn, gradeOf, type Named, namedIn, stateWords } from './show-audits.tsx'

type Shown = {
  readonly round: Round
  readonly audits: readonly Standing[]
  readonly named: Named
  readonly asks: AskedIn
  readonly auditors: readonly string[]
  readonly lead: boolean
  /** Reads figures of the children before and after. */
  readonly reports: boolean
  readonly today: IsoDay
}
/** GET /audits/:about */
export async function showRound({ door, who, me, part, today }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown | undefined> => {
    const [round] = await councilRows(asking, 'kith.audit_round', part('about'))
    if (round === undefined) return undefined
    const audits = await auditsStanding(asking, { round: round.line })
    const called = await workersCalled(asking, round.auditors)
    const auditors = round.auditors.map((one) => called.get(one) ?? 'somebody').toSorted()
    return {
      round,
      audits,
      named: await namedIn(asking, audits),
      asks: await askedIn(asking, round),
      auditors,
      lead: me.parts.includes('quality-lead'),
      reports: me.parts.includes('quality-lead') || me.parts.includes('director'),
      today,
    }
  })
  if (shown === undefined) return notFound
  return page({ title: shown.round.words.title || 'A round', here: '/audits', main: <Page {...shown} /> })
}

const Page: FC<Shown> = (shown) => {
  const { round, lead } = shown
  return (
    <>
      <PageHead
        title={round.words.title || 'A round'}
        lead={`${wordOf(KINDS, round.kind)} · ${round.wanted} children · handed in by ${dayWords(round.due)}`}
        actions={
          lead &&
          round.drawn === null && (
            <>
              <Button href={`/audits/${round.line}/draw`}>Draw the sample</Button>
              <a href={`/audits/${round.line}/change`}>Change the plan</a>
            </>
          )
        }
      />
      <Stack>
        {round.words.why !== '' && <p>{round.words.why}</p>}
        {shown.reports && round.drawn !== null && (
          <p class="kith-no-print">
            <a href={`/improvement/rounds/${round.line}`}>Figures of its children before and after, against the rest</a>
          </p>
        )}
        <Audits {...shown} />
        <Drawn {...shown} />
      </Stack>
    </>
  )
}
const strataWords = ({ strata }: Round): string =>
  strata.map((one) => (isStratum(one) ? STRATA[one] : one)).join(', ') || 'None: every child alike'
const Drawn: FC<Shown> = ({ round, auditors, asks }) => (
  <Card title="How it is drawn">
    <Facts
      kind="wide"
      facts={[
        {
          name: 'Seed',
          fact: { words: round.seed, note: 'With the same seed and the same children anybody draws the same sample.' },
        },
        { name: 'In proportion by', fact: { words: strataWords(round) } },
        {
          name: 'Auditors',
          fact: { words: auditors.join(', '), note: 'Nobody audits where they have or had a part in the case.' },
        },
        {
          name: 'Scale',
          fact: {
            words: round.scale === 'none' ? 'None: what was seen is written' : 'The four words of the inspectorate',
          },
        },
        {
          name: 'Asks',
          fact: {
            words: [...asks.questions.keys()].map((part) => asked(titleOf(part), 'the child')).join(', '),
            note: `${round.scale === 'none' ? 'Without grades. ' : ''}${round.wording === null ? 'As it ships with Kith' : 'In the council’s own words of the day it was drawn'}`,
          },
        },
        round.drawn === null
          ? { name: 'Drawn', fact: { words: 'Not yet' } }
          : {
              name: 'Drawn',
              fact: {
                words: dayWords(round.drawn),
                note: `From ${(round.frame ?? 0) - (round.lately ?? 0) - (round.nobody ?? 0)} of ${round.frame} children in care: ${round.lately} were audited in the last six months, of ${round.nobody} no auditor was without a part. Mark of the frame: ${round.fingerprint}.`,
              },
            },
      ]}
    />
  </Card>
)
const Audits: FC<Shown> = ({ round, audits, named, asks, today }) => (
  <Card title="Audits of this round, as far as you may see them" count={audits.length} flush>
    {audits.length === 0 ? (
      <EmptyState>{round.drawn === null ? 'It is not drawn yet.' : 'None of them is yours to see.'}</EmptyState>
    ) : (
      <DutyTable
        caption="Audits of this round"
        columns={['Child', 'In common with', 'Auditor', 'State', 'Grade of practice', 'Due']}
        rows={audits.map((one) => ({
          head: (
            <a class="kith-target" href={auditAddress(one.child, one.line)}>
              {calledIn(named, one)}
            </a>
          ),
          cells: [
            one.again === null ? one.stratum : `${one.stratum}; looked at again`,
            named.workers.get(one.auditor) ?? 'somebody',
            stateWords(one),
            gradeOf(asks.scale, one),
            <DueMark
              mark={one.submitted !== null ? 'done' : one.due < today ? 'late' : 'later'}
              words={dayWords(one.due)}
            />,
          ],
        }))}
      />
    )}
  </Card>
)
