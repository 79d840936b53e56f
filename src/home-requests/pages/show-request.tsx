// The request for a home of one child: who they are, what must be, places that matter, what is missing, whom we asked, and how it went on.
import type { FC } from 'hono/jsx'
import { standsAs } from '#access'
import { dayWords } from '#calendar'
import { READERS } from '#carers'
import { firstName } from '#child-frame'
import { childrenCalled } from '#children'
import { wordOf } from '#drafts'
import { Button, Card, CardList, Columns, EmptyState, InsetText, RowLinks, Stack, Voice } from '#look'
import { profileOf } from '../request.ts'
import { CLOSED_WHY, PROFILE } from '../request-codes-data.ts'
import { matchesOf, matchReviewsOf, placesOfRequest, requestOf, stepsOf, toKeepSafe } from '../store.ts'
import { Matches, Steps } from './match-card.tsx'
import { ofChild } from './of-child.tsx'
import { Missing, Musts, Places } from './request-cards.tsx'
import type { Known, RequestFacts, RequestProps } from './request-props.tsx'
import { KeepSafe } from './step-forms.tsx'

export const showRequest = ofChild<RequestFacts>({
  title: 'A home for them',
  read: async (asking, { id }, { today }) => {
    const request = await requestOf(asking, id)
    const together = request?.with_siblings ?? []
    const names = together.length === 0 ? new Map<string, string>() : await childrenCalled(asking, together)
    return {
      ...{ request, finds: await standsAs(asking, READERS), safe: await toKeepSafe(asking, id, today) },
      places: request === undefined ? [] : await placesOfRequest(asking, request),
      steps: request === undefined ? [] : await stepsOf(asking, request),
      ...{ matches: await matchesOf(asking, id), reviews: await matchReviewsOf(asking, id) },
      siblings: together.map((one) => names.get(one) ?? 'somebody who is not shown to you'),
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
