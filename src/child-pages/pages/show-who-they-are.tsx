// Who a child is, as explored with them: each side with when, in whose words and what changed; and what they like to do.
import type { FC } from 'hono/jsx'
import {
  IDENTITY_PARTS,
  INTEREST_PARTS,
  identityOf,
  interestsOf,
  SIDE_NAMES,
  sideWords,
  toldByWords,
} from '#assessments'
import { dayWords, type IsoDay } from '#calendar'
import { type Frame, firstName } from '#child-frame'
import { readParts, type Version } from '#database'
import { Card, CardList, DueMark, EmptyState, type Fact, Facts, NotKnown, Stack } from '#look'
import { Beside, putRight, RowLinks } from './row-links.tsx'
import { tabPage } from './tab-page.tsx'

type Talk = Version<'kith.identity_talk'>
type Interest = Version<'kith.interest'>
type Who = { readonly talks: readonly Talk[]; readonly interests: readonly Interest[] }

export const showWhoTheyAre = tabPage<Who>({
  here: undefined,
  title: 'Who they are',
  read: async (asking, { id }) => ({ talks: await identityOf(asking, id), interests: await interestsOf(asking, id) }),
  main: (facts, frame, today) => <WhoPage facts={facts} frame={frame} today={today} />,
})

type Props = { readonly facts: Who; readonly frame: Frame; readonly today: IsoDay }
const WhoPage: FC<Props> = ({ facts: { talks, interests }, frame }) => {
  const called = firstName(frame.called)
  const at = frame.writes.has('plan') ? `/children/${frame.id}` : undefined
  return (
    <Stack>
      <Card
        title={`Who ${called} is`}
        beside={at && <Beside links={[{ to: `${at}/who-they-are/record`, does: 'You talked about it' }]} />}
        flush
      >
        <CardList
          items={SIDE_NAMES.map((side) => {
            const own = talks.filter((talk) => talk.side === side)
            return (
              <>
                <h3 class="govuk-heading-s">{sideWords(side)}</h3>
                {own.length === 0 ? (
                  <p>
                    <NotKnown words="Not explored" />
                    <span class="kith-note">What a form has as a code is not an answer.</span>
                  </p>
                ) : (
                  own.map((talk, n) => <OneTalk talk={talk} at={at} called={called} latest={n === 0} />)
                )}
              </>
            )
          })}
        />
      </Card>
      <Interests interests={interests} at={at} called={called} />
    </Stack>
  )
}

const fact = (name: string, words: string | undefined): readonly Fact[] =>
  words === undefined || words === '' ? [] : [{ name, fact: { words: <span class="kith-written">{words}</span> } }]

type Writing = { readonly at: string | undefined; readonly called: string }
const OneTalk: FC<Writing & { readonly talk: Talk; readonly latest: boolean }> = ({ talk, at, called, latest }) => {
  const { id, happened, told_by, words } = talk
  const said = readParts(words, IDENTITY_PARTS)
  const of = `${sideWords(talk.side)}, ${dayWords(happened)}`
  const facts = [
    ...fact(`What it means to ${called}`, said?.means ?? 'Taken out of sight'),
    ...fact('What they need', said?.needs),
    ...fact('Equipment', said?.equipment),
    ...fact('How to talk with them', said?.communication),
    ...fact('In which plan', said?.plan),
    ...fact('What changed because of it', said?.changed),
    ...fact('Where it comes from', said?.sources),
  ]
  const body = (
    <>
      <Facts kind="down" facts={facts} />
      <p class="kith-quiet">
        {dayWords(happened)}, {toldByWords(told_by)}; {said?.with}
      </p>
      {at !== undefined && <RowLinks of={of} links={putRight(`${at}/who-they-are`, id)} />}
    </>
  )
  if (latest) return body
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">As it was said on {dayWords(happened)}</span>
      </summary>
      <div class="govuk-details__text">{body}</div>
    </details>
  )
}

const STATES: Readonly<Record<Interest['state'], string>> = {
  'does it': 'does it',
  'wants to': 'wants to',
  stopped: 'stopped',
}
const Interests: FC<Writing & { readonly interests: readonly Interest[] }> = ({ interests, at, called }) => (
  <Card
    title={`What ${called} likes to do`}
    count={interests.length}
    beside={at && <Beside links={[{ to: `${at}/interests/record`, does: 'Add something' }]} />}
    flush
  >
    {interests.length === 0 ? (
      <EmptyState>Nothing is written. Ask {called} what they like to do, and what they would like to try.</EmptyState>
    ) : (
      <CardList items={interests.map((one) => <OneInterest interest={one} at={at} called={called} />)} />
    )}
  </Card>
)

const OneInterest: FC<Writing & { readonly interest: Interest }> = ({ interest, at, called }) => {
  const { id, state, since, hindered, hindered_since, words } = interest
  const said = readParts(words, INTEREST_PARTS)
  const what = said?.what ?? 'Taken out of sight'
  return (
    <>
      <p>
        <strong>{what}</strong>: {called} {STATES[state]}
        {since !== null && `, since ${dayWords(since)}`}
        {said?.means !== undefined && said.means !== '' && <span class="kith-note">“{said.means}”</span>}
      </p>
      {hindered && (
        <>
          <DueMark
            mark="soon"
            words={`In the way${hindered_since === null ? '' : ` since ${dayWords(hindered_since)}`}`}
          />
          <Facts kind="down" facts={[...fact('What stands in the way', said?.way), ...fact('What we do', said?.do)]} />
        </>
      )}
      {at !== undefined && (
        <RowLinks
          of={what}
          links={[
            { to: `${at}/interests/${id}/change`, does: 'It is different now' },
            ...putRight(`${at}/interests`, id),
          ]}
        />
      )}
    </>
  )
}
