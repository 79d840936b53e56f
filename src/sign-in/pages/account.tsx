// The account page: who I am here and in which parts, how I like my pages, and where I am signed in.
import type { FC } from 'hono/jsx'
import { formatDay, londonDay, parseInstant } from '#calendar'
import { Button, Checkboxes, Radios } from '#look'
import type { OpenSession, Sessions } from '#sessions'
import { type Answer, FormToken, noSessionCookie, page, redirect, type Visit } from '#web'
import { PART_WORDS } from '../part-words.ts'

type Account = {
  readonly me: Visit['me']
  readonly sessions: readonly OpenSession[]
  readonly saved: boolean
}

export async function showAccount({ who, me, query }: Visit, sessions: Sessions): Promise<Answer> {
  const account = { me, sessions: await sessions.list(who), saved: query('saved') === '1' }
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

const Account: FC<Account> = ({ me, sessions, saved }) => (
  <>
    <h1>{me.name}</h1>
    {saved && (
      <p class="note" role="status">
        Saved.
      </p>
    )}
    <h2>Your parts in this council</h2>
    {me.parts.length === 0 ? (
      <p>You stand in no part yet, so you see no child. Ask your manager.</p>
    ) : (
      <ul>
        {me.parts.map((part) => (
          <li>{PART_WORDS[part]}</li>
        ))}
      </ul>
    )}
    <h2>How you like your pages</h2>
    <Preferences {...me.preferences} />
    <h2>Where you are signed in</h2>
    <table>
      <caption class="govuk-visually-hidden">Your sessions, the one used last first</caption>
      <thead>
        <tr>
          <th scope="col">Browser</th>
          <th scope="col">Since</th>
          <th scope="col">Last used</th>
          <th scope="col">
            <span class="govuk-visually-hidden">End it</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <SessionRow {...session} here={session.handle === me.session.handle} />
        ))}
      </tbody>
    </table>
    <form method="post" action="/account/sign-out-everywhere">
      <FormToken />
      <Button kind="secondary">Sign out everywhere</Button>
    </form>
    <p class="by">Signing out keeps your drafts.</p>
  </>
)

const Preferences: FC<Visit['me']['preferences']> = ({ density, shortcuts }) => (
  <form method="post" action="/account">
    <FormToken />
    <Radios
      name="density"
      fieldset={{ legend: { text: 'Size of text and space', classes: 'govuk-fieldset__legend--s' } }}
      value={density}
      items={[
        { value: 'compact', text: 'Compact: more on a page' },
        { value: 'comfortable', text: 'Comfortable: larger text' },
      ]}
    />
    <Checkboxes
      name="shortcuts"
      fieldset={{ legend: { text: 'Keyboard', classes: 'govuk-fieldset__legend--s' } }}
      items={[{ value: 'on', text: 'Keyboard shortcuts', checked: shortcuts }]}
    />
    <Button>Save</Button>
  </form>
)

const SessionRow: FC<OpenSession & { here: boolean }> = ({ handle, device, began, seen, here }) => (
  <tr>
    <th scope="row">
      {device}
      {here && <span class="by"> this one</span>}
    </th>
    <td>{momentWords(began)}</td>
    <td>{momentWords(seen)}</td>
    <td>
      <form method="post" action="/account/sessions">
        <FormToken />
        <input type="hidden" name="session" value={handle} />
        <button type="submit">
          End
          <span class="govuk-visually-hidden">
            {' '}
            {device}, since {momentWords(began)}
          </span>
        </button>
      </form>
    </td>
  </tr>
)

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })

function momentWords(at: string): string {
  const instant = parseInstant(at)
  if (instant === undefined) return ''
  return `${formatDay(londonDay(instant))}, ${CLOCK.format(new Date(instant))}`
}
