// The help: short, and true of what stands.
import { SummaryList } from '#look'
import type { SessionLimits } from '#sessions'
import { type Answer, page } from '#web'

const spanWords = (minutes: number): string =>
  minutes % 60 === 0 ? (minutes === 60 ? 'an hour' : `${minutes / 60} hours`) : `${minutes} minutes`

export type EmergencyLine = { readonly whom: string; readonly number: string; readonly hours: string }

export const showHelp = ({ idleMinutes, longestMinutes }: SessionLimits, emergency: readonly EmergencyLine[]): Answer =>
  page({
    title: 'Help',
    here: '/help',
    main: (
      <>
        <h1>Help</h1>
        {emergency.length > 0 && (
          <>
            <h2>Whom to ring out of hours</h2>
            <SummaryList
              rows={emergency.map(({ whom, number, hours }) => ({
                key: whom,
                value: (
                  <>
                    <a href={`tel:${number.replace(/[^+\d]/g, '')}`}>{number}</a>, {hours}
                  </>
                ),
              }))}
            />
          </>
        )}
        <h2>Who sees what</h2>
        <p>You see the children whom you work with, or whose workers you manage. Each look is logged.</p>
        <p>A closed record says whom to ask. Something that you may not know of looks like nothing at all.</p>
        <h2>Signing in and out</h2>
        <p>
          You are signed out after {spanWords(idleMinutes)} without a click, and after {spanWords(longestMinutes)} in
          any case. Your drafts are kept.
        </p>
        <p>
          <a href="/account">Your account</a> lists where you are signed in. You can end each of them there.
        </p>
        <h2>Duties</h2>
        <p>
          Each duty names the law that it comes from, and the <a href="/rules">rulebook</a> shows every rule. A lawyer
          has not checked them.
        </p>
        <p>“Cannot be known” means that no source holds the answer. It is never counted as late.</p>
        <h2>Something is wrong</h2>
        <p>If a page fails, it shows a reference. Give that to whoever runs Kith in your council.</p>
      </>
    ),
  })
