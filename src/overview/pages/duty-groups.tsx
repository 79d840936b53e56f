// The groups of duties on a child's page: late, soon, next, not known, done, and what is not owed.
import type { FC } from 'hono/jsx'
import type { DayNumber } from '#calendar'
import { STATES } from '#ledger'
import { DueMark } from '#web'
import { type DutyShown, type Groups, levelWords, markOf, missingGroups, VERIFICATION_WORDS } from '../child-duties.ts'
import { counted, dayWords } from '../day-words.ts'

export const DutyGroups: FC<{ groups: Groups; on: DayNumber }> = ({ groups, on }) => {
  const nothing = Object.values(groups).every((group) => group.length === 0)
  if (nothing) return <p class="empty">Nothing is owed that the record knows of.</p>
  return (
    <>
      <Group title="Late" duties={groups.late} on={on} />
      <Group title="Due soon" duties={groups.soon} on={on} />
      <Group title="Next" duties={groups.next} on={on} />
      {groups.late.length + groups.soon.length + groups.next.length === 0 && (
        <p class="empty">Nothing that we know of is due.</p>
      )}
      <NotKnown duties={groups.unknown} />
      <History title="Done" duties={groups.done} />
      <History title="Never done" duties={groups.never} />
      <Other duties={groups.other} />
    </>
  )
}

const Group: FC<{ title: string; duties: readonly DutyShown[]; on: DayNumber }> = ({ title, duties, on }) => {
  if (duties.length === 0) return null
  return (
    <section class="card">
      <h2>
        {title} <span class="count">{duties.length}</span>
      </h2>
      <ul class="duties">
        {duties.map((duty) => (
          <DutyItem duty={duty} on={on} />
        ))}
      </ul>
    </section>
  )
}

const DutyItem: FC<{ duty: DutyShown; on: DayNumber }> = ({ duty, on }) => (
  <li>
    <p class="when">
      <DueMark {...markOf(duty, on)} />
    </p>
    <div>
      <h3>
        <a href={`/rules/${duty.rule}`}>{duty.name}</a>
      </h3>
      <p>
        {duty.due !== undefined && <strong>Due {dayWords(duty.due)}: </strong>}
        {duty.because}.
      </p>
      {duty.further !== '' && <p class="by">{duty.further}</p>}
      <p class="by">
        <Law duty={duty} />
      </p>
    </div>
  </li>
)

const Law: FC<{ duty: DutyShown }> = ({ duty: { citation, level, verification } }) => {
  const sure = VERIFICATION_WORDS[verification]
  return (
    <>
      <span class={`level ${level}`}>{levelWords(level)}</span> · {citation}
      {sure !== undefined && <span class="sure"> · {sure}</span>}
    </>
  )
}

const NotKnown: FC<{ duties: readonly DutyShown[] }> = ({ duties }) => {
  if (duties.length === 0) return null
  return (
    <section class="card not-known">
      <h2>
        Cannot be known <span class="count">{duties.length}</span>
      </h2>
      <p class="by">These are neither late nor on time: the record holds nothing that would tell.</p>
      {missingGroups(duties).map(({ missing, duties: named }) => (
        <div class="missing">
          <h3>{missing.slice(0, 1).toUpperCase() + missing.slice(1)}</h3>
          <ul>
            {named.map(({ name, rule, count, days }) => (
              <li>
                <a href={`/rules/${rule}`}>{name}</a>
                {count > 1 && ` (${count})`}, {days}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

const History: FC<{ title: string; duties: readonly DutyShown[] }> = ({ title, duties }) => {
  if (duties.length === 0) return null
  const late = duties.filter(({ state }) => state === 'doneLate').length
  const typed = duties.filter(({ shownLate }) => shownLate).length
  const remarks = [late > 0 ? `${late} done late` : '', typed > 0 ? `${typed} typed late` : ''].filter(Boolean)
  return (
    <details class="card">
      <summary>
        <h2>
          {title} <span class="count">{duties.length}</span>
        </h2>
        {remarks.length > 0 && <span class="by">{remarks.join(', ')}</span>}
      </summary>
      {[...Map.groupBy(duties, ({ rule }) => rule)].map(([rule, same]) => (
        <table>
          <caption>
            <a href={`/rules/${rule}`}>{same[0]?.ruleName}</a>
            <span class="by">{same[0]?.citation}</span>
          </caption>
          <thead class="unseen">
            <tr>
              <th scope="col">What</th>
              <th scope="col">Due</th>
              <th scope="col">How it went</th>
            </tr>
          </thead>
          <tbody>
            {same.map((duty) => (
              <tr>
                <td>{duty.name}</td>
                <td>{duty.due === undefined ? 'No day set' : `Due ${dayWords(duty.due)}`}</td>
                <td>
                  <Went duty={duty} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </details>
  )
}

/** Done late never reads as on time; typed late is said apart, and is no lateness of the work. */
const Went: FC<{ duty: DutyShown }> = ({ duty: { state, done, due, shownLate, further } }) => {
  if (done === undefined) return <>{further}</>
  const typed = shownLate && <span class="by">typed late</span>
  if (state === 'doneLate' && due !== undefined)
    return (
      <>
        <DueMark mark="late" words={`Done ${counted(done - due, 'day')} late`} /> {dayWords(done)} {typed}
      </>
    )
  return (
    <>
      <DueMark mark="done" words={`Done ${dayWords(done)}`} /> {typed}
    </>
  )
}

const Other: FC<{ duties: readonly DutyShown[] }> = ({ duties }) => {
  if (duties.length === 0) return null
  return (
    <details class="card">
      <summary>
        <h2>
          Excused or not owed <span class="count">{duties.length}</span>
        </h2>
      </summary>
      <ul class="plain">
        {duties.map(({ name, rule, state, due, further }) => (
          <li>
            <a href={`/rules/${rule}`}>{name}</a>
            {due !== undefined && `, due ${dayWords(due)}`}: {further === '' ? STATES[state] : further}
          </li>
        ))}
      </ul>
    </details>
  )
}
