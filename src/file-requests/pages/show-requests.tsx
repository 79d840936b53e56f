// Requests for one's own file: of one child with each step, all that wait in the council, and those that somebody has to answer.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { dayWords, formatDay, type IsoDay } from '#calendar'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import { LEVELS } from '#law'
import { Button, Card, CardList, capital, DueMark, EmptyState, InsetText, PageHead, Pages, pageOf, Stack } from '#look'
import { fileAnswered } from '#retention'
import { type Answer, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { ASKERS, answerBy, HANDED, IDENTITIES, LEFT_OUT, OUTCOMES, SUPPORT } from '../request.ts'
import { clockOf, type FileRequest, requestsOf, requestsToAnswer, requestsWaiting, stepsOf } from '../store.ts'

export const FILE_REQUESTS = '/file-requests'
export const requestsAt = (child: string): string => `/children/${child}/file-requests`
const wordIn = (of: Readonly<Record<string, string>>, key: string | null): string => (key && of[key]) ?? ''

/** As the rulebook has it. */
const Law: FC = () => (
  <InsetText>
    {fileAnswered.says} <a href={`/rules/${fileAnswered.id}`}>Rule {fileAnswered.id}</a>,{' '}
    {LEVELS[fileAnswered.level].words}, unconfirmed: nobody has read the provision itself for it.
  </InsetText>
)

/** Where it stands, and by when. */
const Standing: FC<{ readonly of: FileRequest; readonly today: IsoDay }> = ({ of, today }) => {
  if (of.outcome !== null)
    return (
      <span class="kith-note">
        {wordIn(OUTCOMES, of.outcome)}, {dayWords(of.ended)}
      </span>
    )
  const by = answerBy(clockOf(of))
  if (of.identity === 'asked for')
    return <span class="kith-note">Waits for what shows who they are: the month has not begun.</span>
  if (by === undefined)
    return <span class="kith-note">Not known by when: that year’s bank holidays are not known.</span>
  return by < today ? (
    <DueMark mark="late" words={`Late: it was to be answered by ${formatDay(by)}`} />
  ) : (
    <>Answer by {formatDay(by)}</>
  )
}

/** One version, in words: what it says beyond the one before. */
function stepWords(of: FileRequest): readonly string[] {
  return [
    `${wordIn(ASKERS, of.asker)}, asked ${dayWords(of.asked)}. Who they are: ${wordIn(IDENTITIES, of.identity).toLowerCase()}${of.shown_on === null ? '' : ` on ${dayWords(of.shown_on)}`}.`,
    ...(of.extended_on === null ? [] : [`They were told on ${dayWords(of.extended_on)} that it takes longer.`]),
    ...(of.outcome === null
      ? []
      : [
          `${wordIn(OUTCOMES, of.outcome)} on ${dayWords(of.ended)}${of.handed === null ? '' : `: ${wordIn(HANDED, of.handed).toLowerCase()}`}.`,
        ]),
    ...(of.support === null ? [] : [`Somebody to read it with: ${wordIn(SUPPORT, of.support).toLowerCase()}.`]),
    ...of.left_out.map((one) => `Left out: ${wordIn(LEFT_OUT, one)}.`),
  ]
}

type Told = { readonly request: FileRequest; readonly steps: readonly FileRequest[] }
type Shown = {
  readonly child: string
  readonly name: string
  readonly all: readonly Told[]
  readonly writes: boolean
  readonly today: IsoDay
  readonly by: (person: string) => string
}

const One: FC<Shown & { readonly of: Told }> = ({ of: { request, steps }, child, writes, today, by }) => {
  const at = `${requestsAt(child)}/${request.id}`
  return (
    <Card
      title={`Asked on ${dayWords(request.asked)}`}
      beside={
        writes && (
          <a class="kith-no-print" href={`${at}/correct`}>
            Put it right
          </a>
        )
      }
    >
      <p>
        <Standing of={request} today={today} />
        <span class="kith-note">{by(request.answers)} answers</span>
      </p>
      <CardList
        items={steps.map((step) => (
          <>
            {stepWords(step).map((words) => (
              <span class="kith-note">{words}</span>
            ))}
            {step.words !== undefined && <span>“{step.words}”</span>}
            <span class="kith-note">Written by {by(step.recorded_by)}</span>
          </>
        ))}
      />
      {writes && request.outcome !== null && (
        <p class="kith-no-print">
          <a href={`/children/${child}/own-file`}>Files that were made of this record</a>
        </p>
      )}
      {writes && request.outcome === null && (
        <p class="kith-no-print">
          <Button href={`/children/${child}/own-file`}>Read the record and decide what goes out</Button>{' '}
          <Button kind="secondary" href={`${at}/answer`}>
            Say how it was answered
          </Button>{' '}
          <Button kind="secondary" href={`${at}/step`}>
            They showed who they are, or it takes longer
          </Button>
        </p>
      )}
    </Card>
  )
}

async function shownOf(asking: Asking, child: string): Promise<Omit<Shown, 'today'>> {
  const all: Told[] = []
  for (const request of await requestsOf(asking, child))
    all.push({ request, steps: await stepsOf(asking, request.line) })
  const people = all.flatMap(({ request, steps }) => [request.answers, ...steps.map(({ recorded_by: by }) => by)])
  const names = await workersCalled(asking, people)
  return {
    ...{ child, all, writes: await mayDo(asking, child, ['takeOut', 'documents']) },
    name: (await childrenCalled(asking, [child])).get(child) ?? 'this child',
    by: (person) => names.get(person) ?? 'somebody',
  }
}

/** GET /children/:child/file-requests */
export async function showRequests({ door, who, today, part }: Visit): Promise<Answer> {
  const child = part('child')
  const shown = { ...(await door.as(who, async (asking) => await shownOf(asking, child))), today }
  const main = (
    <>
      <PageHead
        title={`${capital(shown.name)} and their own file`}
        lead="Who was in care may read what was written of them. Somebody reads it with them, if they want."
        actions={shown.writes && <a href={`${requestsAt(child)}/record`}>Record a request</a>}
      />
      <Stack>
        {shown.all.length === 0 && (
          <Card title="Requests">
            <EmptyState title="Nobody asked for this file">
              A child may ask at any age at which they understand what they ask for; a care leaver at any time.
            </EmptyState>
          </Card>
        )}
        {shown.all.map((of) => (
          <One {...shown} of={of} />
        ))}
        <Law />
        <p class="kith-no-print">
          The record is read and struck through here. <code>kith export --child</code> writes all of it, with its
          documents, for whoever keeps the machine.
        </p>
      </Stack>
    </>
  )
  return page({ title: `Their own file – ${shown.name}`, here: '/children', main, about: child })
}

type Listed = {
  readonly rows: readonly FileRequest[]
  readonly names: ReadonlyMap<string, string>
  readonly today: IsoDay
}
const Rows: FC<Listed> = ({ rows, names, today }) => (
  <CardList
    items={rows.map((of) => (
      <>
        <a href={requestsAt(of.child)}>{capital(names.get(of.child) ?? 'a child without a name')}</a>
        <Standing of={of} today={today} />
        <span class="kith-note">
          {wordIn(ASKERS, of.asker)}, asked {dayWords(of.asked)}
        </span>
      </>
    ))}
  />
)
const namesFor = async (asking: Asking, rows: readonly FileRequest[]) =>
  await childrenCalled(
    asking,
    rows.map(({ child }) => child),
  )

/** GET /file-requests */
export async function showWaiting({ door, who, today, query }: Visit): Promise<Answer> {
  const { rows, names, of, ...at } = await door.as(who, async (asking) => {
    const all = await requestsWaiting(asking)
    const found = pageOf(all, Number(query('page') ?? 1))
    for (const { child, line } of found.rows) await asking.note('read that they asked for their file', child, { line })
    return { ...found, of: all.length, names: await namesFor(asking, found.rows) }
  })
  const main = (
    <>
      <PageHead title="Who asked for their own file" lead="Not answered yet, the earliest day first." />
      <Stack>
        <Card title="Waiting" count={of} flush>
          {of === 0 ? <EmptyState>Nobody waits for their file.</EmptyState> : <Rows {...{ rows, names, today }} />}
        </Card>
        <Pages {...at} of={of} to={(number) => `${FILE_REQUESTS}?page=${number}`} links />
        <Law />
      </Stack>
    </>
  )
  return page({ title: 'Who asked for their own file', here: FILE_REQUESTS, main })
}

/** On the start page of whoever answers; nothing where nobody waits for them. */
export async function RequestsToAnswer(asking: Asking, today: IsoDay) {
  const rows = await requestsToAnswer(asking)
  if (rows.length === 0) return null
  for (const { child, line } of rows) await asking.note('read that they asked for their file', child, { line })
  const names = await namesFor(asking, rows)
  return (
    <Card title="They asked for their own file, and you answer" count={rows.length} flush>
      <Rows {...{ rows, names, today }} />
    </Card>
  )
}
