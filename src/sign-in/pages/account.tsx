// The account page: who I am here and in which parts, how I like my pages, and where I am signed in.
import type { FC } from 'hono/jsx'
import { dayWords, formatDay, londonDay, parseInstant } from '#calendar'
import { Button, Card, Checkboxes, type DutyRow, DutyTable, Facts, Notice, PageHead, Radios, Stack } from '#look'
import { PURPOSES, purposesIn } from '#organisations'
import type { OpenSession, Sessions, TheirOrganisation } from '#sessions'
import { type Answer, FormToken, noSessionCookie, page, redirect, type Visit } from '#web'
import { telephonesOf } from '#workforce'
import { PART_WORDS } from '../part-words.ts'

type Account = {
  readonly me: Visit['me']
  readonly telephone: string | undefined
  readonly sessions: readonly OpenSession[]
  readonly saved: boolean
}

export async function showAccount({ door, who, me, query }: Visit, sessions: Sessions): Promise<Answer> {
  const telephones = await door.as(who, async (asking) => await telephonesOf(asking, [who.person]))
  const telephone = telephones.get(who.person)
  const account = { me, telephone, sessions: await sessions.list(who), saved: query('saved') === '1' }
  return page({ title: 'Your account', here: '/account', main: <Account {...account} /> })
}

/** A settings row: what was chosen before is not kept. */
export async function prefer({ who, field }: Visit, sessions: Sessions): Promise<Answer> {
  const density = field('density') === 'comfortable' ? 'comfortable' : 'compact'
  await sessions.prefer(who, { density, shortcuts: field('shortcuts') === 'on' })
  return redirect('/account?saved=1')
}

const HANDLE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Only one of their own: a handle of somebody else ends nothing. */
export async function endOne({ who, me, field }: Visit, sessions: Sessions): Promise<Answer> {
  const handle = field('session') ?? ''
  if (HANDLE.test(handle)) await sessions.endAll(who, handle)
  return handle === me.session.handle ? redirect('/signed-out', [noSessionCookie]) : redirect('/account')
}

export async function endEverywhere({ who }: Visit, sessions: Sessions): Promise<Answer> {
  await sessions.endAll(who)
  return redirect('/signed-out', [noSessionCookie])
}

const Account: FC<Account> = ({ me, telephone, sessions, saved }) => (
  <>
    <PageHead title={me.name} lead="Your account" />
    {saved && (
      <Notice role="status">
        <p>Saved.</p>
      </Notice>
    )}
    <Stack>
      {me.organisation === null ? <Parts parts={me.parts} /> : <OfOrganisation {...me.organisation} />}
      <Card
        title="Your telephone at work"
        beside={<a href="/account/telephone">{telephone === undefined ? 'Write it' : 'Change it'}</a>}
      >
        <p>{telephone ?? 'None is recorded. Who fears for a child has to ring their worker’s manager.'}</p>
      </Card>
      <Card title="How you like your pages">
        <Preferences {...me.preferences} />
      </Card>
      <Card title="Where you are signed in" beside="Signing out keeps your drafts" flush>
        <DutyTable
          caption="Your sessions, the one used last first"
          columns={['Browser', 'Since', 'Last used', 'End it']}
          rows={sessions.map((session) => sessionRow(session, session.handle === me.session.handle))}
        />
      </Card>
      <form method="post" action="/account/sign-out-everywhere">
        <FormToken />
        <Button kind="warning">Sign out everywhere</Button>
      </form>
    </Stack>
  </>
)

const Parts: FC<Pick<Visit['me'], 'parts'>> = ({ parts }) => (
  <Card title="Your parts in this council">
    {parts.length === 0 ? (
      <p>You stand in no part yet, so you see no child. Ask your manager.</p>
    ) : (
      <ul class="kith-bullets">
        {parts.map((part) => (
          <li>{PART_WORDS[part]}</li>
        ))}
      </ul>
    )}
  </Card>
)

const OfOrganisation: FC<TheirOrganisation> = ({ name, purposes, lastDay }) => (
  <Card title="Through which organisation you are here">
    <p>
      You are here for {name}, until {dayWords(lastDay)}. From the day after, you see nothing here, unless the council
      and {name} agree on a longer time.
    </p>
    <Facts
      kind="wide"
      facts={purposesIn(purposes).map((purpose) => ({
        name: PURPOSES[purpose].words,
        fact: { words: PURPOSES[purpose].gives },
      }))}
    />
    <p>What you read here is written in the log, as it is of everybody.</p>
  </Card>
)

/** Single keys are in the way of whoever speaks to the machine, or types without looking: nobody has them unasked. */
const SHORTCUTS_HINT = {
  text: (
    <>
      Single keys that lead somewhere. <a href="/help#keyboard">See the keys</a>.
    </>
  ),
}

const Preferences: FC<Visit['me']['preferences']> = ({ density, shortcuts }) => (
  <form method="post" action="/account">
    <FormToken />
    <Radios
      name="density"
      classes="govuk-radios--small"
      fieldset={{ legend: { text: 'Size of text and space', classes: 'govuk-fieldset__legend--s' } }}
      value={density}
      items={[
        { value: 'compact', text: 'Compact: more on a page' },
        { value: 'comfortable', text: 'Comfortable: larger text' },
      ]}
    />
    <Checkboxes
      name="shortcuts"
      classes="govuk-checkboxes--small"
      fieldset={{ legend: { text: 'Keyboard', classes: 'govuk-fieldset__legend--s' } }}
      hint={SHORTCUTS_HINT}
      values={shortcuts ? ['on'] : []}
      items={[{ value: 'on', text: 'Keyboard shortcuts' }]}
    />
    <Button>Save</Button>
  </form>
)

const sessionRow = ({ handle, device, began, seen }: OpenSession, here: boolean): DutyRow => ({
  head: (
    <>
      {device}
      {here && <span class="kith-note">this one</span>}
    </>
  ),
  cells: [
    momentWords(began),
    momentWords(seen),
    <form method="post" action="/account/sessions">
      <FormToken />
      <input type="hidden" name="session" value={handle} />
      <Button kind="secondary" classes="kith-button--small">
        End
        <span class="govuk-visually-hidden">
          {' '}
          {device}, since {momentWords(began)}
        </span>
      </Button>
    </form>,
  ],
})

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })

function momentWords(at: string): string {
  const instant = parseInstant(at)
  if (instant === undefined) return ''
  return `${formatDay(londonDay(instant))}, ${CLOCK.format(new Date(instant))}`
}
