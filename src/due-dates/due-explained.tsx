// Every date explains itself: the mark of a duty, and behind one press its rule, the event, the days counted, the law and its level.
import type { FC } from 'hono/jsx'
import { type DayNumber, dayOf, formatDay } from '#calendar'
import { citationText, LEVELS, type Verification } from '#law'
import { countedWords, type Duty, intervalWords, type Reading, STATES, type State, stateOn, stateWords } from '#ledger'
import { capital, DueMark, type Mark } from '#look'

const MARKS: Readonly<Record<State, Mark>> = {
  notYetDue: 'later',
  dueSoon: 'soon',
  overdue: 'late',
  doneOnTime: 'done',
  doneLate: 'done',
  notApplicable: 'plain',
  excused: 'plain',
  unknown: 'unknown',
  notInForce: 'plain',
}
export const markOf = (state: State): Mark => MARKS[state]

const SURE: Readonly<Record<Verification, string>> = {
  primary: 'the provision was read',
  secondary: 'read in another body’s text',
  knowledge: 'unconfirmed',
}

const longDay = (day: DayNumber | undefined): string => (day === undefined ? 'Day not known' : formatDay(dayOf(day)))

/** `reading`: the day on which it is read, and what the child's sources hold. Pure: it needs nothing but the duty. */
export const DueExplained: FC<{ readonly duty: Duty; readonly reading: Reading }> = ({ duty, reading }) => {
  const { rule, cites, name, remark } = duty.basis
  const state = stateOn(duty, reading.on, reading.dueSoonDays)
  const { isLaw, words: level } = LEVELS[rule.level]
  const citations = [...new Set([cites, ...rule.cites].map(citationText))]
  const said: readonly (readonly [string, string | undefined])[] = [
    ['Rule', `${rule.name} (${rule.id}): ${rule.says}`],
    [
      'Event',
      duty.trigger === undefined
        ? `${capital(rule.trigger)}; its day is not known`
        : `${capital(rule.trigger)}: ${longDay(duty.trigger)}`,
    ],
    ['Due', `${longDay(duty.due)}, ${intervalWords(duty)}`],
    ['Days counted', countedWords(duty)?.replace(/^Counted: /, '')],
    ['How it stands', stateWords(duty, reading) || capital(STATES[state])],
    ['Also', remark],
    ['Law', citations.join('; ')],
    ['Level', `${capital(level)}${isLaw ? '' : ', not law'}; ${SURE[rule.verification]}`],
  ]
  return (
    <details class="kith-due">
      <summary>
        <DueMark mark={markOf(state)} words={duty.due === undefined ? capital(STATES[state]) : longDay(duty.due)} />
        <span class="govuk-visually-hidden">: why {name} is due then</span>
      </summary>
      <dl class="kith-facts kith-facts--down">
        {said.flatMap(([key, words]) =>
          words === undefined || words === ''
            ? []
            : [
                <div>
                  <dt>{key}</dt>
                  <dd>{key === 'Rule' ? <a href={`/rules/${rule.id}`}>{words}</a> : words}</dd>
                </div>,
              ],
        )}
      </dl>
    </details>
  )
}
