// The help: short, and true of what stands.
import { telephoneAddress } from '#council-face'
import { Card, PageHead, Stack, SummaryList } from '#look'
import type { SessionLimits } from '#sessions'
import { type Answer, page } from '#web'

const spanWords = (minutes: number): string =>
  minutes % 60 === 0 ? (minutes === 60 ? 'an hour' : `${minutes / 60} hours`) : `${minutes} minutes`

export type EmergencyLine = { readonly whom: string; readonly number: string; readonly hours: string }

/** What `browser/shortcuts.ts` listens to. */
const SHORTCUTS: readonly (readonly [readonly string[], string])[] = [
  [['/'], 'Find a child'],
  [['g', 'h'], 'Home'],
  [['g', 'c'], 'Children'],
  [['g', 'a'], 'Approvals'],
  [['j'], 'The next row of a list'],
  [['k'], 'The row before'],
  [['Enter'], 'Open the row'],
  [['r'], 'Record something about a child'],
  [['1'], 'The first tab of a child, and so on to 9'],
  [['Ctrl + Enter'], 'Send the form that you write in'],
  [['Alt + S'], 'Keep what you have written now'],
  [['Esc'], 'Close a menu or a list. Nothing is thrown away.'],
  [['?'], 'This list'],
]
const keysOf = (keys: readonly string[]) =>
  keys.map((key, at) => (
    <>
      {at > 0 && ' then '}
      <kbd>{key}</kbd>
    </>
  ))

export const showHelp = ({ idleMinutes, longestMinutes }: SessionLimits, emergency: readonly EmergencyLine[]): Answer =>
  page({
    title: 'Help',
    here: '/help',
    main: (
      <>
        <PageHead title="Help" />
        <Stack>
          {emergency.length > 0 && (
            <Card title="Whom to ring out of hours">
              <SummaryList
                rows={emergency.map(({ whom, number, hours }) => ({
                  key: whom,
                  value: (
                    <>
                      <a href={telephoneAddress(number)}>{number}</a>, {hours}
                    </>
                  ),
                }))}
              />
            </Card>
          )}
          <Card title="Who sees what">
            <p>You see the children whom you work with, or whose workers you manage. Each look is logged.</p>
            <p>A closed record says whom to ask. Something that you may not know of looks like nothing at all.</p>
            <p>
              If a child may be harmed while you wait, a closed record can be opened in an emergency. You say why, and
              those who answer for the child are told at once.
            </p>
          </Card>
          <Card title="Finding a child">
            <p>
              The box above takes a name in any spelling, initials, a worker, a birth date, a number, or part of a
              postcode. Each child found says why.
            </p>
            <p>
              From two letters on, the surest few are suggested under it. Choose with the arrow keys and open with
              Enter. Each child suggested to you is logged as seen.
            </p>
          </Card>
          <Card title="Keyboard shortcuts" id="keyboard">
            <p>
              They are off until you turn them on in <a href="/account">your account</a>. While you type in a field,
              single keys are only letters.
            </p>
            <SummaryList rows={SHORTCUTS.map(([keys, does]) => ({ key: keysOf(keys), value: does }))} />
          </Card>
          <Card title="Signing in and out">
            <p>
              You are signed out after {spanWords(idleMinutes)} without a click, and after {spanWords(longestMinutes)}{' '}
              in any case. Your drafts are kept.
            </p>
            <p>
              <a href="/account">Your account</a> lists where you are signed in. You can end each of them there.
            </p>
          </Card>
          <Card title="Duties">
            <p>
              Each duty names the law that it comes from, and the <a href="/rules">rulebook</a> shows every rule. A
              lawyer has not checked them.
            </p>
            <p>“Cannot be known” means that no source holds the answer. It is never counted as late.</p>
          </Card>
          <Card title="Something is wrong">
            <p>If a page fails, it shows a reference. Give that to whoever runs Kith in your council.</p>
          </Card>
        </Stack>
      </>
    ),
  })
