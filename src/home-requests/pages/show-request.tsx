// The request for a home of one child: who they are, what must be, places that matter, what is missing, whom we asked, and how it went on.
import type { FC } from 'hono/jsx'
import { standsAs } from '#access'
import { actionsOf } from '#actions'
import { dayWords, type IsoDay } from '#calendar'
import { READERS } from '#carers'
import { firstName } from '#child-frame'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import { requestsOf as approvalsOf } from '#decisions'
import { wordOf } from '#drafts'
import { Button, Card, CardList, Columns, EmptyState, InsetText, RowLinks, Stack, Voice } from '#look'
import { staysOf } from '#stays'
import { workersCalled } from '#workforce'
import { keptApart } from '../apart-store.ts'
import { begunHomes } from '../move-store.ts'
import { profileOf } from '../request.ts'
import { CLOSED_WHY, PROFILE } from '../request-codes-data.ts'
import {
  type Match,
  matchesOf,
  matchReviewsOf,
  placesOfRequest,
  requestOf,
  type Step,
  stepsOf,
  toKeepSafe,
} from '../store.ts'
import { heardBehind } from './heard-view.tsx'
import { Matches, Steps } from './match-card.tsx'
import { ofChild } from './of-child.tsx'
import { KeptApart, Missing, Musts, Places } from './request-cards.tsx'
import type { Known, RequestFacts, RequestProps } from './request-props.tsx'
import { KeepSafe } from './step-forms.tsx'

type Seen = { readonly steps: readonly Step[]; readonly today: IsoDay }
async function apartOf(asking: Asking, child: string, { steps, today }: Seen) {
  const apart = await keptApart(asking, child, today)
  const others = apart.flatMap(({ other }) => other ?? [])
  const names = others.length === 0 ? new Map<string, string>() : await childrenCalled(asking, others)
  return { apart, named: new Map([...names, ...steps.map(({ household, called }) => [household, called] as const)]) }
}
async function heldFor(asking: Asking, child: string): Promise<ReadonlySet<string>> {
  const { held } = await staysOf(asking, child)
  return new Set(held.flatMap(({ household, until }) => (until === null ? (household ?? []) : [])))
}
async function followsOf(asking: Asking, child: string, matches: readonly Match[]) {
  if (matches.length === 0) return { begun: [], held: new Set<string>(), asked: [], names: new Map<string, string>() }
  const asked = (await approvalsOf(asking, child)).filter(({ on }) => on.table === 'match_decision')
  const people = asked.flatMap(({ answered, ofPerson }) => [answered?.by ?? [], ofPerson ?? []].flat())
  const names = people.length === 0 ? new Map<string, string>() : await workersCalled(asking, people)
  return { begun: await begunHomes(asking, child), held: await heldFor(asking, child), asked, names }
}

export const showRequest = ofChild<RequestFacts>({
  title: 'A home for them',
  read: async (asking, { id }, { today }) => {
    const request = await requestOf(asking, id)
    const together = request?.with_siblings ?? []
    const called = together.length === 0 ? new Map<string, string>() : await childrenCalled(asking, together)
    const steps = request === undefined ? [] : await stepsOf(asking, request)
    const matches = await matchesOf(asking, id)
    return {
      ...{ request, finds: await standsAs(asking, READERS), safe: await toKeepSafe(asking, id, today) },
      places: request === undefined ? [] : await placesOfRequest(asking, request),
      ...{ steps, ...(await apartOf(asking, id, { steps, today })) },
      actions:
        matches.length === 0 ? [] : (await actionsOf(asking, id)).filter(({ from }) => from?.table === 'match_review'),
      heard: await heardBehind(asking, id, matches),
      ...{ matches, reviews: await matchReviewsOf(asking, id), ...(await followsOf(asking, id, matches)) },
      siblings: together.map((one) => called.get(one) ?? 'somebody who is not shown to you'),
    }
  },
  main: (facts, frame, today) => <RequestPage {...facts} frame={frame} today={today} />,
})

const RequestPage: FC<RequestProps> = (props) => {
  const { request, frame } = props
  const at = `/children/${frame.id}`
  if (request === undefined)
    return (
      <Card title="A home for them">
        <EmptyState>No home is looked for.</EmptyState>
        {frame.writes.has('matching') && <Button href={`${at}/home-requests/record`}>Ask for a home</Button>}
      </Card>
    )
  const known = { ...props, request }
  return (
    <>
      <Head {...known} />
      <Columns>
        <Stack>
          <Profile {...known} />
          <KeepSafe safe={props.safe} child={frame.id} />
          <Steps {...known} />
          <Matches {...known} />
        </Stack>
        <Stack>
          <Missing {...known} />
          <Musts {...known} />
          <KeptApart {...known} />
          <Places {...known} />
        </Stack>
      </Columns>
    </>
  )
}

const Head: FC<Known> = ({ request, frame, finds }) => {
  const at = `/children/${frame.id}`
  const open = request.closed === null
  return (
    <>
      <h2 class="govuk-heading-m">A home for {firstName(frame.called) ?? 'them'}</h2>
      {open ? (
        <p>
          Needed from {dayWords(request.needed_by)}
          {request.emergency && ', an emergency'}.
        </p>
      ) : (
        <InsetText>
          Closed on {dayWords(request.closed)}: {wordOf(CLOSED_WHY, request.closed_why)}.{' '}
          {frame.writes.has('matching') && <a href={`${at}/home-requests/record`}>Ask for another home</a>}
        </InsetText>
      )}
      <p class="govuk-button-group kith-no-print">
        {open && finds && <Button href={`${at}/finding-home`}>Find a home</Button>}
        <Button kind="secondary" href={`${at}/home-request/profile`}>
          The page for a home
        </Button>
      </p>
      {open && frame.writes.has('matching') && (
        <RowLinks
          of="the request"
          links={[
            { to: `${at}/home-requests/${request.id}/correct`, does: 'Put right' },
            { to: `${at}/home-requests/${request.id}/close`, does: 'Close' },
            { to: `${at}/home-requests/${request.id}/retract`, does: 'Take back' },
          ]}
        />
      )}
    </>
  )
}

const Profile: FC<Known> = ({ request, frame }) => {
  const parts = profileOf(request.words, ['own'])
  return (
    <Card title="Who they are" flush>
      {request.words.own !== '' && (
        <div class="kith-card-text">
          <Voice
            who={firstName(frame.called) ?? 'The child'}
            when={dayWords(request.recorded.slice(0, 10))}
            words={request.words.own}
          />
        </div>
      )}
      {parts.length === 0 && request.words.own === '' && <EmptyState>Nothing is written yet.</EmptyState>}
      <CardList
        items={parts.map(({ part, text }) => (
          <>
            <strong>{PROFILE[part]}</strong>
            <span class="kith-note kith-written">{text}</span>
          </>
        ))}
      />
    </Card>
  )
}
