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
import { isKept } from '#audiences'
import { dayWords, type IsoDay } from '#calendar'
import { type Frame, firstName } from '#child-frame'
import { currentOf, readParts, type Version } from '#database'
import {
  Beside,
  Card,
  CardList,
  Columns,
  DueMark,
  EmptyState,
  type Fact,
  Facts,
  NotKnown,
  RowLinks,
  Stack,
} from '#look'
import { type Approvals, AssessmentNote, assessmentsApproved } from './assessment-note.tsx'
import { putRight } from './row-links.tsx'
import { tabPage } from './tab-page.tsx'

type Talk = Version<'kith.identity_talk'>
type Interest = Version<'kith.interest'>
type Called = Version<'kith.child_name'>
type Who = {
  readonly talks: readonly Talk[]
  readonly approvals: Approvals | undefined
  readonly interests: readonly Interest[]
  readonly genders: readonly Called[]
}

export const showWhoTheyAre = tabPage<Who>({
  here: undefined,
  title: 'Who they are',
  read: async (asking, frame) => {
    const { id } = frame
    return {
      approvals: await assessmentsApproved(asking, frame),
      talks: await identityOf(asking, id),
      interests: await interestsOf(asking, id),
      genders: (await currentOf(asking, 'kith.child_name', id)).filter(({ kind }) => kind === 'gender').toReversed(),
    }
  },
  main: (facts, frame, today) => <WhoPage facts={facts} frame={frame} today={today} />,
})

const LATEST = 'Of each you see the latest that you may read. One that is kept to few may be later.'
type Props = { readonly facts: Who; readonly frame: Frame; readonly today: IsoDay }
const WhoPage: FC<Props> = ({ facts: { talks, approvals, interests, genders }, frame }) => {
  const called = firstName(frame.called)
  const at = frame.writes.has('plan') ? `/children/${frame.id}` : undefined
  const explored = SIDE_NAMES.filter((side) => talks.some((talk) => talk.side === side))
  const not = SIDE_NAMES.filter((side) => !explored.includes(side))
  return (
    <Columns>
      <Card
        title={`Who ${called} is`}
        beside={at && <Beside links={[{ to: `${at}/who-they-are/record`, does: 'You talked about it' }]} />}
        flush
      >
        <CardList
          items={[
            ...explored.map((side) => (
              <>
                <h3>{sideWords(side)}</h3>
                {talks
                  .filter((talk) => talk.side === side)
                  .map((talk, n) => (
                    <OneTalk talk={talk} at={at} called={called} latest={n === 0} approvals={approvals} />
                  ))}
              </>
            )),
            ...(explored.length === 0 ? [] : [<p class="kith-quiet">{LATEST}</p>]),
            ...(not.length === 0 ? [] : [<NotExplored sides={not} called={called} />]),
          ]}
        />
      </Card>
      <Stack>
        <Interests interests={interests} at={at} called={called} />
        <Gender genders={genders} frame={frame} called={called} />
      </Stack>
    </Columns>
  )
}

/** The latest first; whoever may not know one finds none. */
const Gender: FC<{ readonly genders: readonly Called[]; readonly frame: Frame; readonly called: string }> = (of) => {
  const { genders, frame, called } = of
  const at = frame.writes.has('header') ? `/children/${frame.id}` : undefined
  return (
    <Card
      title="Gender, in their own words"
      beside={at && <Beside links={[{ to: `${at}/gender/record`, does: `${called} told us` }]} />}
      flush
    >
      {genders.length === 0 ? (
        <EmptyState>Nothing is written that you may read. The sex of the return is no answer.</EmptyState>
      ) : (
        <CardList
          items={genders.map(({ id, words, since }) => (
            <>
              <strong>{words ?? 'Taken out of sight'}</strong>
              <span class="kith-note">{since === null ? 'when is not known' : `since ${dayWords(since)}`}</span>
              {at && (
                <RowLinks
                  of="gender"
                  links={[
                    ...putRight(`${at}/gender`, id),
                    { to: `${at}/names/${id}/who-may-know`, does: 'Who may know' },
                  ]}
                />
              )}
            </>
          ))}
        />
      )}
    </Card>
  )
}

/** A code of the return counts for none of these. */
const NotExplored: FC<{ readonly sides: readonly (typeof SIDE_NAMES)[number][]; readonly called: string }> = (of) => (
  <>
    <h3>Not explored yet, or not for you to read</h3>
    <ul class="kith-bullets">
      {of.sides.map((side) => (
        <li>
          <NotKnown words={sideWords(side)} />
        </li>
      ))}
    </ul>
    <p class="kith-quiet">What a form has as a code is not an answer. Ask {of.called} what it means to them.</p>
  </>
)

const fact = (name: string, words: string | undefined): readonly Fact[] =>
  words === undefined || words === '' ? [] : [{ name, fact: { words: <span class="kith-written">{words}</span> } }]

type Writing = { readonly at: string | undefined; readonly called: string }
type OfTalk = Writing & { readonly talk: Talk; readonly latest: boolean; readonly approvals: Approvals | undefined }
const OneTalk: FC<OfTalk> = ({ talk, at, called, latest, approvals }) => {
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
      <Facts kind="wide" facts={facts} />
      <p class="kith-quiet">
        {dayWords(happened)}, {toldByWords(told_by)}; {said?.with}
        {isKept(talk) && '. Kept to few'}
        <AssessmentNote row={talk} setOff={said?.set_off} approvals={approvals} at={at && `${at}/who-they-are`} />
      </p>
      {at !== undefined && (
        <RowLinks
          of={of}
          links={[
            ...putRight(`${at}/who-they-are`, id),
            { to: `${at}/who-they-are/${id}/who-may-know`, does: 'Who may know' },
          ]}
        />
      )}
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
          <Facts kind="wide" facts={[...fact('What stands in the way', said?.way), ...fact('What we do', said?.do)]} />
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
