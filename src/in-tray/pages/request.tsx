// One request for approval: what is asked, why, the child's own words, and what was answered by whom.
import type { Child, FC } from 'hono/jsx'
import { dayWords, formatDay, londonDay, numberOf, parseDay, parseInstant, timeInLondon } from '#calendar'
import { dueWords } from '#child-frame'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import {
  type ApprovalRequest,
  type DecisionKind,
  decisionKinds,
  mayAnswerIt,
  mayWriteOnPaper,
  requestsOf,
  whoAnswered,
} from '#decisions'
import { BackLink, Button, Card, capital, DueMark, EmptyState, Facts, Notice, PageHead, Stack, Voice } from '#look'
import { latestWordsOf, viewsOf } from '#views'
import { type Answer, notFound, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { ASSESSMENT_KINDS, isAssessmentKind } from '../assessment-kinds.ts'

export type Request = {
  readonly request: ApprovalRequest
  readonly before: ApprovalRequest | undefined
  readonly kind: DecisionKind | undefined
  readonly child: string
  readonly name: string
  readonly words: { readonly text: string; readonly day: string } | undefined
  readonly today: Visit['today']
  readonly may: boolean
  readonly mine: boolean
  readonly mayPaper: boolean
  readonly nameOf: (person: string) => string
}

export const momentWords = (at: string): string => {
  const moment = parseInstant(at)
  return moment === undefined ? '' : `${formatDay(londonDay(moment))} at ${timeInLondon(moment)}`
}
export const spokenDayOf = (day: string): string => {
  const parsed = parseDay(day)
  return parsed === undefined ? day : formatDay(parsed)
}

/** The words that the asker put beside the request; else the last that the child said. */
async function wordsBeside(asking: Asking, { child, view }: ApprovalRequest): Promise<Request['words']> {
  const chosen = view === null ? undefined : (await viewsOf(asking, child)).find(({ line }) => line === view)
  const said = chosen ?? (await latestWordsOf(asking, [child])).get(child)
  return said?.words === undefined ? undefined : { text: said.words, day: said.happened }
}

export async function requestOf(
  asking: Asking,
  { child, line, today }: { readonly child: string; readonly line: string; readonly today: Visit['today'] },
): Promise<Request | undefined> {
  const all = await requestsOf(asking, child)
  const request = all.find((one) => one.line === line)
  if (request === undefined) return undefined
  const before = all.find((one) => one.line === request.askedBefore)
  const hands = [request, before].flatMap((one) => (one === undefined ? [] : [one.asked.by, one.answered?.by ?? '']))
  const names = await workersCalled(
    asking,
    hands.filter((hand) => hand !== ''),
  )
  return {
    ...{ request, before, child, today },
    kind: (await decisionKinds(asking)).find(({ name }) => name === request.kind),
    name: (await childrenCalled(asking, [child])).get(child) ?? 'a child',
    words: await wordsBeside(asking, request),
    may: request.answered === undefined && (await mayAnswerIt(asking, { child, request: line })),
    mine: request.asked.by === asking.who.person,
    mayPaper: request.answered === undefined && (await mayWriteOnPaper(asking, { child, request: line })),
    nameOf: (person) => names.get(person) ?? 'somebody',
  }
}

export async function showRequest({ door, who, today, part }: Visit): Promise<Answer> {
  const asked = { child: part('child'), line: part('request'), today }
  const shown = await door.as(who, async (asking) => await requestOf(asking, asked))
  if (shown === undefined) return notFound
  return page({ title: `${shown.request.kind} – ${shown.name}`, here: '/approvals', main: <RequestPage {...shown} /> })
}

const ANSWERED: Readonly<Record<string, string>> = {
  approved: 'Approved',
  'approved with conditions': 'Approved with conditions',
  refused: 'Refused',
  'sent back': 'Sent back',
  withdrawn: 'Withdrawn',
}

type Paper = NonNullable<NonNullable<ApprovalRequest['answered']>['paper']>
const PaperNote: FC<{ readonly paper: Paper; readonly child: string }> = ({ paper: { document, kept }, child }) => (
  <p>
    {document !== null && <a href={`/children/${child}/documents`}>The paper is among the documents</a>}
    {document !== null && kept !== '' && '. '}
    {kept !== '' && <>It is kept: {kept}</>}
  </p>
)

export const Answered: FC<Pick<Request, 'request' | 'nameOf'>> = ({ request: { answered, child }, nameOf }) =>
  answered === undefined ? null : (
    <Notice title={`${ANSWERED[answered.answer] ?? answered.answer} by ${whoAnswered(answered, nameOf)}`} role="status">
      <p>
        {answered.paper === undefined
          ? momentWords(answered.at)
          : `Given on ${dayWords(answered.answered)}; written down ${momentWords(answered.at)}`}
      </p>
      {answered.paper !== undefined && <PaperNote paper={answered.paper} child={child} />}
      {answered.said === undefined ? (
        <p>The reasons were taken out of sight.</p>
      ) : (
        <>
          <p>{answered.said.reasons}</p>
          {answered.said.conditions !== '' && <p>Conditions: {answered.said.conditions}</p>}
        </>
      )}
    </Notice>
  )

const line = (words: Child) => ({ words })

type Assessed = { readonly called: string; readonly tab: string }
const whatToRead = (child: string, { called, tab }: Assessed) => ({
  name: 'What to read',
  fact: line(<a href={`/children/${child}/${tab}`}>{capital(called)}</a>),
})

export const AskedFor: FC<Request> = ({ request, before, kind, name, child, today, nameOf }) => {
  const day = request.byWhen === null ? undefined : parseDay(request.byWhen)
  return (
    <Card title="What is asked">
      <Facts
        kind="wide"
        facts={[
          {
            name: 'Child',
            fact: line(
              <a class="kith-target" href={`/children/${child}`}>
                {name}
              </a>,
            ),
          },
          { name: 'Decision', fact: line(request.kind) },
          ...(isAssessmentKind(request.on.table) ? [whatToRead(child, ASSESSMENT_KINDS[request.on.table])] : []),
          { name: 'Who decides', fact: line(kind?.says ?? 'Whoever may approve here.') },
          { name: 'Why it needs you', fact: line(request.why ?? 'Taken out of sight') },
          { name: 'Asked by', fact: line(`${nameOf(request.asked.by)}, ${momentWords(request.asked.at)}`) },
          {
            name: 'Needed by',
            fact: line(day === undefined ? 'No day is set' : <DueMark {...dueWords(numberOf(day), numberOf(today))} />),
          },
          ...(before?.answered === undefined
            ? []
            : [
                {
                  name: 'Sent back before',
                  fact: line(
                    <a href={`/children/${child}/requests/${before.line}`}>
                      {nameOf(before.answered.by)}: {before.answered.said?.reasons ?? 'taken out of sight'}
                    </a>,
                  ),
                },
              ]),
        ]}
      />
    </Card>
  )
}

export const TheirWords: FC<Pick<Request, 'words' | 'name'>> = ({ words, name }) => (
  <Card title={`${name}'s own words`} tone="good">
    {words === undefined ? (
      <EmptyState>No words of theirs that you may hear are recorded. Ask what they think before you decide.</EmptyState>
    ) : (
      <Voice who={name} when={spokenDayOf(words.day)} words={words.text} />
    )}
  </Card>
)

const RequestPage: FC<Request> = (shown) => {
  const { request, name, child, may, mine, mayPaper } = shown
  const at = `/children/${child}/approvals/${request.line}`
  return (
    <>
      <BackLink href="/approvals">Approvals</BackLink>
      <PageHead
        title={`${name}: ${request.kind}`}
        actions={
          <>
            {may && <Button href={`${at}/answer`}>Decide</Button>}
            {mayPaper && (
              <Button kind="secondary" href={`${at}/on-paper`}>
                It was answered on paper
              </Button>
            )}
            {mine && request.answered === undefined && (
              <Button kind="secondary" href={`${at}/withdraw`}>
                Withdraw
              </Button>
            )}
          </>
        }
      />
      <Stack>
        <Answered {...shown} />
        <AskedFor {...shown} />
        <TheirWords {...shown} />
      </Stack>
    </>
  )
}
