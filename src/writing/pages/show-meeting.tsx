// What stands beside the note of a meeting, as its page shows it: how it was, the child's part, who came, the next one, what was decided.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import type { Asking } from '#database'
import { decisionsOf } from '#decisions'
import { capital, DutyTable } from '#look'
import { meetingHistory, meetingWords } from '#meetings'
import { standingAt } from './note-versions.ts'

type Fact = readonly [string, string]
export type MeetingSeen = {
  readonly facts: readonly Fact[]
  readonly guests: readonly { readonly who: string; readonly name: string; readonly part: string }[]
  readonly decisions: readonly { readonly what: string; readonly why: string; readonly by: string }[]
  /** Every version of it and of its guests, as the history tells them. */
  readonly versions: readonly {
    readonly what: string
    readonly version: {
      readonly change: string
      readonly recorded_by: string
      readonly recorded: string
      readonly words: string | undefined
    }
  }[]
}

/** Where a note was taken back, as it stood until then. `at`: the moment of which. */
export async function meetingSeen(
  asking: Asking,
  { child, note, at }: { readonly child: string; readonly note: string; readonly at: string },
): Promise<MeetingSeen> {
  const history = await meetingHistory(asking, { child, note })
  const [held] = standingAt([history.meeting], at)
  const said = meetingWords(held?.words)
  const taken = (await decisionsOf(asking, child)).filter(({ on }) => on?.table === 'note' && on.line === note)
  const part = held === undefined ? 'Not said' : held.child_part
  return {
    facts: [
      ['How they met', [held?.how ?? 'not said', said.place].filter((one) => one !== '').join(', ')],
      ...(said.chair === '' ? [] : [['Who chaired it', said.chair] satisfies Fact]),
      ['The child’s part', said.part === '' ? part : `${part}: ${said.part}`],
      ['The next one', held?.next_on == null ? 'None is set' : dayWords(held.next_on)],
    ],
    guests: standingAt(history.guests, at).map((one) => ({ who: one.who, name: one.words ?? '', part: one.part })),
    decisions: taken.map(({ said: words, decidedAs }) => ({
      what: words?.decision ?? 'Taken out of sight.',
      why: words?.reasons ?? '',
      by: decidedAs,
    })),
    versions: [
      ...history.meeting.map((version) => ({ what: 'How it was', version: { ...version, words: undefined } })),
      ...history.guests.flatMap((versions) => versions.map((version) => ({ what: capital(version.who), version }))),
    ],
  }
}

export const WhoCame: FC<{ readonly guests: MeetingSeen['guests']; readonly name: string }> = ({ guests, name }) =>
  guests.length === 0 ? null : (
    <section class="paragraph">
      <h2>Who was asked, and who came</h2>
      <DutyTable
        caption="Who was asked, and who came"
        columns={['Who', 'Name', 'What they did']}
        rows={guests.map((one) => ({
          head: one.who === 'the child' ? name : capital(one.who),
          cells: [one.name, capital(one.part)],
        }))}
      />
    </section>
  )

export const Decided: FC<{ readonly decisions: MeetingSeen['decisions'] }> = ({ decisions }) =>
  decisions.length === 0 ? null : (
    <section class="paragraph">
      <h2>What was decided</h2>
      <ul class="govuk-list govuk-list--bullet">
        {decisions.map(({ what, why, by }) => (
          <li>
            {what} <span class="kith-quiet">{by === 'worker' ? '' : `Decided by: ${by}. `}</span>
            {why !== '' && <span class="kith-note">Why: {why}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
