// A child who came here alone: the journey, an age that is doubted, status and its days, the search for family.
import type { FC } from 'hono/jsx'
import { dayWords, formatDay, type IsoDay } from '#calendar'
import type { Frame } from '#child-frame'
import { Card, Columns, DueMark, NotKnown, Stack } from '#look'
import { saidOf } from '#people'
import { planAt } from '#plan-kinds'
import { readBeside } from '#triggers/pages'
import {
  AGE_OUTCOMES,
  type AloneRecord,
  aloneRecordOf,
  HOW_THEY_CAME,
  STATUS_KINDS,
  STATUS_OUTCOMES,
  TRACING,
} from '#unaccompanied'
import { type Approvals, AssessmentNote, assessmentsApproved } from './assessment-note.tsx'
import { type OfRows, Rows } from './fact-rows.tsx'
import { tabPage } from './tab-page.tsx'

type Facts = AloneRecord & { readonly approvals: Approvals | undefined }
export const showHereAlone = tabPage<Facts>({
  here: 'plan',
  title: 'Here alone',
  read: async (asking, frame) => ({
    ...(await aloneRecordOf(asking, frame.id)),
    approvals: await assessmentsApproved(asking, frame),
  }),
  main: (facts, frame, today) => (
    <Columns>
      <Stack>
        <Rows {...arrivalsOf(facts)} frame={frame} scope="legal" />
        <Rows {...applicationsOf(facts, today)} frame={frame} scope="legal" />
      </Stack>
      <Stack>
        <Age facts={facts} frame={frame} />
        <Rows {...agesOf(facts, frame)} frame={frame} scope="legal" />
        <Rows {...tracingOf(facts)} frame={frame} scope="legal" />
        {frame.sees.has('plan') && (
          <Card title="In the plans">
            <p class="kith-no-print">
              <a href={`${planAt(frame.id, 'care plan')}/read#part-protection-status`}>What the care plan says of it</a>
            </p>
          </Card>
        )}
      </Stack>
    </Columns>
  ),
})

/** By which age everything is counted: while it is doubted, the one that they say. */
const Age: FC<{ readonly facts: AloneRecord; readonly frame: Frame }> = ({ facts: { ages }, frame: { birth } }) => {
  const doubted = ages.some(({ decided }) => decided === null)
  return (
    <Card title="By which age we count">
      {birth === undefined ? (
        <NotKnown words="No birth date is in the record." />
      ) : (
        <p>
          Born <strong>{formatDay(birth.born)}</strong>
          {birth.doubt !== undefined && `, ${birth.doubt}`}.
          {doubted && ' Their age is doubted and nothing is decided: everything runs on the age that they say.'}
        </p>
      )}
    </Card>
  )
}

const arrivalsOf = ({ arrivals }: AloneRecord): OfRows => ({
  ...{
    title: 'How they came here',
    path: 'arrivals-alone',
    does: 'Record it',
    none: 'Nothing is recorded of coming here alone.',
  },
  rows: arrivals.map(({ id, arrived, came_to_us, how, referred, interpreter, words }) => ({
    ...{ id, words, head: `With us since ${dayWords(came_to_us)}` },
    note: [
      `in this country since ${dayWords(arrived)}`,
      saidOf(HOW_THEY_CAME, how).toLowerCase(),
      ...(referred === null ? [] : [`referred ${dayWords(referred)}`]),
      interpreter ? 'needs an interpreter' : 'needs no interpreter',
    ].join(' · '),
  })),
})
const agesOf = ({ ages, approvals }: Facts, { id: child, writes }: Frame): OfRows => ({
  ...{
    title: 'Age doubted',
    path: 'age-assessments',
    does: 'Record a doubt',
    none: 'Nobody has recorded a doubt of their age.',
  },
  rows: ages.map((row) => {
    const { words, setOff } = readBeside(row.words)
    const at = writes.has('plan') ? `/children/${child}/age-assessments` : undefined
    return {
      ...{ id: row.id, words, head: `Doubted ${dayWords(row.doubted)}` },
      note: (
        <>
          {row.decided === null
            ? 'not decided yet'
            : `decided ${dayWords(row.decided)}: ${saidOf(AGE_OUTCOMES, row.outcome).toLowerCase()}`}
          <AssessmentNote row={row} setOff={setOff} approvals={approvals} at={at} />
        </>
      ),
    }
  }),
})
function applicationsOf({ applications }: AloneRecord, today: IsoDay): OfRows {
  return {
    ...{
      title: 'Status',
      path: 'status-applications',
      does: 'Record an application',
      none: 'No application is recorded yet.',
    },
    rows: applications.map(({ id, kind, made, decided, outcome, leave_until, words }) => ({
      ...{ id, words, head: `${saidOf(STATUS_KINDS, kind)}, ${dayWords(made)}` },
      note: (
        <>
          {outcome === null
            ? 'not decided yet'
            : `${saidOf(STATUS_OUTCOMES, outcome).toLowerCase()} ${dayWords(decided)}`}
          {leave_until !== null && (
            <>
              {' '}
              <DueMark
                mark={leave_until < today ? 'late' : 'plain'}
                words={`${leave_until < today ? 'Leave ended' : 'Leave until'} ${dayWords(leave_until)}`}
              />
            </>
          )}
        </>
      ),
    })),
  }
}
const tracingOf = ({ tracing }: AloneRecord): OfRows => ({
  ...{ title: 'Looking for family', path: 'family-tracing', does: 'Record it', none: 'Nothing is recorded yet.' },
  rows: tracing.map(({ id, what, happened, words }) => ({
    ...{ id, words, head: saidOf(TRACING, what), note: dayWords(happened) },
  })),
})
