// Complaints about the care of one child: all of them, and one with its stages, their days, and what came of each.
import type { Child, FC } from 'hono/jsx'
import { actionsOf } from '#actions'
import { dayWords, type IsoDay } from '#calendar'
import { ChildFrame, type Frame, frameOf, nameOf } from '#child-frame'
import type { Asking } from '#database'
import { Card, CardList, EmptyState, InsetText, PageHead, Stack } from '#look'
import { type Answer, notFound, page, redirect, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { ASKERS, stageWords, wordIn } from '../complaint.ts'
import { type Complaint, complaintNamed, complaintsOf, type StageRow, stepsOf } from '../store.ts'
import { Said, type Shown as ShownCards, Stage, type Told } from './complaint-cards.tsx'
import { complaintsAt, mayAnswer, mayWriteDown } from './complaint-given.tsx'
import { aboutWords, Law, Standing } from './complaint-parts.tsx'

type Common = Omit<ShownCards, 'complaint' | 'stages'> & {
  /** undefined: they may not know who it is. */
  readonly frame: Frame | undefined
}
async function commonOf(
  asking: Asking,
  child: string,
  { today, all, steps = [] }: { today: IsoDay; all: readonly Complaint[]; steps?: readonly StageRow[] },
): Promise<Common> {
  const frame = await frameOf(asking, child, today)
  const names = await workersCalled(asking, [
    ...new Set([
      ...steps.flatMap((step) => [step.answers, step.recorded_by]),
      ...all.flatMap(({ worker, recorded_by, stages }) => [
        ...[recorded_by, ...(worker === null ? [] : [worker])],
        ...stages.flatMap((stage) => [stage.answers, stage.recorded_by]),
      ]),
    ]),
  ])
  return {
    ...{ child, frame, today, me: asking.who.person, writes: await mayWriteDown(asking, child) },
    name: frame === undefined ? 'this child' : nameOf(frame),
    by: (person) => names.get(person ?? '') ?? 'somebody',
  }
}
const answer = (of: Common, title: string, main: Child): Answer => {
  const { frame, today } = of
  const framed =
    frame === undefined ? (
      main
    ) : (
      <ChildFrame frame={frame} today={today} here="plan">
        {main}
      </ChildFrame>
    )
  return page({ title: `${title} – ${of.name}`, here: '/children', main: framed })
}

/** Below the name of the child, where they may know it. */
const Head: FC<Pick<Common, 'frame'> & { readonly title: string }> = ({ frame, title }) =>
  frame === undefined ? <PageHead title={title} /> : <h2 class="govuk-heading-m">{title}</h2>

/** GET /children/:child/complaints */
export async function showComplaints({ door, who, today, part, joined }: Visit): Promise<Answer> {
  const child = part('child')
  const other = joined === undefined || joined.closed ? null : joined.other
  const { all, earlier, ...of } = await door.as(who, async (asking) => {
    const found = await complaintsOf(asking, child)
    const earlier = other === null ? [] : await complaintsOf(asking, other)
    if (other !== null && earlier.length > 0)
      await asking.note('read complaints of a child with the record that goes on', other)
    return { all: found, earlier, ...(await commonOf(asking, child, { today, all: found })) }
  })
  return answer(
    of,
    'Complaints',
    <>
      <Head {...of} title="Complaints" />
      <Stack>
        {earlier.length > 0 && other !== null && <InEarlier other={other} of={earlier.length} />}
        <Card
          title="Complaints"
          count={all.length}
          beside={of.writes && <a href={`${complaintsAt(child)}/record`}>Write down a complaint</a>}
          flush
        >
          {all.length === 0 ? (
            <EmptyState title={earlier.length > 0 ? 'Nobody has complained since' : 'Nobody has complained'}>
              Any child in care or care leaver may, to anybody of us; an advocate helps them.
            </EmptyState>
          ) : (
            <CardList items={all.map((one) => <Line one={one} of={of} />)} />
          )}
        </Card>
      </Stack>
    </>,
  )
}
/** Nobody can answer there any more. */
const InEarlier: FC<{ readonly other: string; readonly of: number }> = ({ other, of }) => (
  <InsetText>
    <a href={complaintsAt(other)}>
      {of === 1 ? 'A complaint stands' : `${of} complaints stand`} in the earlier record of this child
    </a>
    , which takes no more writing. Write down here what still has to be answered.
  </InsetText>
)
const Line: FC<{ readonly one: Complaint; readonly of: Common }> = ({ one, of: { child, today } }) => {
  const last = one.stages.at(-1)
  return (
    <>
      <a class="kith-target" href={`${complaintsAt(child)}/${one.line}`}>
        {one.said?.said ?? 'Taken out of sight'}
      </a>
      <span class="kith-note">
        {wordIn(ASKERS, one.asker)} · received {dayWords(one.received)} · {aboutWords(one.about)}
      </span>
      {last !== undefined && (
        <>
          <span class="kith-note">{stageWords(last.stage)}</span>
          <Standing of={last} today={today} />
        </>
      )}
    </>
  )
}

type Shown = Common & ShownCards
/** GET /children/:child/complaints/:about: found by a stage too, and then at its own address. */
export async function showComplaint({ door, who, today, part, query }: Visit): Promise<Answer> {
  const [child, id] = [part('child'), part('about')]
  const shown = await door.as(who, async (asking): Promise<Shown | undefined> => {
    const complaint = await complaintNamed(asking, child, id)
    if (complaint === undefined) return undefined
    const actions = await actionsOf(asking, child)
    const stages: Told[] = []
    for (const stage of complaint.stages) {
      const [steps, answers] = [await stepsOf(asking, stage.line), await mayAnswer(asking, complaint, stage)]
      const promised = actions.filter(({ from }) => from?.table === 'complaint_stage' && from.line === stage.line)
      stages.push({ stage, steps, answers, promised })
    }
    return {
      complaint,
      stages,
      ...(await commonOf(asking, child, { today, all: [complaint], steps: stages.flatMap((one) => one.steps) })),
    }
  })
  if (shown === undefined) return notFound
  const sent = query('sent')
  if (shown.complaint.line !== id)
    return redirect(
      `${complaintsAt(child)}/${shown.complaint.line}${sent === undefined ? '' : `?sent=${encodeURIComponent(sent)}`}`,
    )
  return answer(shown, 'A complaint', <Whole {...shown} />)
}

const Whole: FC<Shown> = (shown) => (
  <>
    <Head {...shown} title="A complaint" />
    <Stack>
      <Said {...shown} />
      {shown.stages.toReversed().map((of) => (
        <Stage {...shown} of={of} />
      ))}
      <Law />
      <p class="kith-no-print">
        <a href={complaintsAt(shown.child)}>All complaints about the care of {shown.name}</a>
      </p>
    </Stack>
  </>
)
