// The groups of duties on a child's page: late, soon, next, not known, done, and what is not owed.
import type { FC } from 'hono/jsx'
import type { DayNumber } from '#calendar'
import { counted, dayWords } from '#child-frame'
import { STATES } from '#ledger'
import { type ActionRow, ActionRows, Card, DueMark, type DutyRow, DutyTable, EmptyState, FoldedCard } from '#look'
import { type DutyShown, type Groups, levelWords, markOf, missingGroups, VERIFICATION_WORDS } from '../child-duties.ts'

export const DutyGroups: FC<{ groups: Groups; on: DayNumber }> = ({ groups, on }) => {
  const nothing = Object.values(groups).every((group) => group.length === 0)
  if (nothing) return <EmptyState>Nothing is owed that the record knows of.</EmptyState>
  return (
    <>
      <Group title="Late" duties={groups.late} on={on} />
      <Group title="Due soon" duties={groups.soon} on={on} />
      <Group title="Next" duties={groups.next} on={on} />
      {groups.late.length + groups.soon.length + groups.next.length === 0 && (
        <EmptyState>Nothing that we know of is due.</EmptyState>
      )}
      <NotKnown duties={groups.unknown} />
      <History title="Done" duties={groups.done} />
      <History title="Never done" duties={groups.never} />
      <Other duties={groups.other} />
    </>
  )
}

type Several = { title: string; duties: readonly DutyShown[] }

const Group: FC<Several & { on: DayNumber }> = ({ title, duties, on }) => {
  if (duties.length === 0) return null
  return (
    <Card title={title} count={duties.length} flush>
      <ActionRows rows={duties.map((duty) => dutyRow(duty, on))} />
    </Card>
  )
}

const dutyRow = (duty: DutyShown, on: DayNumber): ActionRow => ({
  mark: <DueMark {...markOf(duty, on)} />,
  title: <a href={`/rules/${duty.rule}`}>{duty.name}</a>,
  why: (
    <>
      <p class="kith-ink">
        {duty.due !== undefined && !duty.forbidden && <strong>Due {dayWords(duty.due)}: </strong>}
        {duty.because}.
      </p>
      {duty.further !== '' && <p>{duty.further}</p>}
      <p>
        <Law duty={duty} />
      </p>
    </>
  ),
})

const LAW = new Set(['statute', 'regulation', 'case-law'])

export const Law: FC<{ duty: DutyShown }> = ({ duty: { citation, level, verification } }) => {
  const sure = VERIFICATION_WORDS[verification]
  return (
    <>
      {LAW.has(level) ? <strong>{levelWords(level)}</strong> : <em>{levelWords(level)}</em>} · {citation}
      {sure !== undefined && <span class="kith-unconfirmed"> · {sure}</span>}
    </>
  )
}

const NotKnown: FC<{ duties: readonly DutyShown[] }> = ({ duties }) => {
  if (duties.length === 0) return null
  return (
    <Card title="Cannot be known" count={duties.length} flush>
      <p class="kith-quiet kith-card__note">
        These are neither late nor on time: the record holds nothing that would tell.
      </p>
      {missingGroups(duties).map(({ missing, duties: named }) => (
        <div class="kith-card__part">
          <h3>{missing.slice(0, 1).toUpperCase() + missing.slice(1)}</h3>
          <ul class="kith-bullets">
            {named.map(({ name, rule, count, days }) => (
              <li>
                <a href={`/rules/${rule}`}>{name}</a>
                {count > 1 && ` (${count})`}, {days}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Card>
  )
}

const History: FC<Several> = ({ title, duties }) => {
  if (duties.length === 0) return null
  const late = duties.filter(({ state }) => state === 'doneLate').length
  const typed = duties.filter(({ shownLate }) => shownLate).length
  const remarks = [late > 0 ? `${late} done late` : '', typed > 0 ? `${typed} typed late` : ''].filter(Boolean)
  return (
    <FoldedCard title={title} count={duties.length} beside={remarks.join(', ')} flush>
      <DutyTable
        caption={title}
        columns={['What', 'Due', 'How it went']}
        rows={[...Map.groupBy(duties, ({ rule }) => rule).values()].flatMap((same) => same.map(wentRow))}
      />
    </FoldedCard>
  )
}

/** Of several by the same rule, the first leads to it and says where it stands. */
const wentRow = (duty: DutyShown, at: number): DutyRow => ({
  head:
    at > 0 ? (
      duty.name
    ) : (
      <>
        <a href={`/rules/${duty.rule}`}>{duty.name}</a>
        <span class="kith-note">{duty.citation}</span>
      </>
    ),
  cells: [duty.due === undefined ? 'No day set' : dayWords(duty.due), <Went duty={duty} />],
})

/** Done late never reads as on time; typed late is said apart, and is no lateness of the work. */
const Went: FC<{ duty: DutyShown }> = ({ duty: { state, done, due, shownLate, further } }) => {
  if (done === undefined) return <>{further}</>
  const typed = shownLate && <span class="kith-quiet">typed late</span>
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
    <FoldedCard title="Excused or not owed" count={duties.length}>
      <ul class="kith-bullets">
        {duties.map(({ name, rule, state, due, further }) => (
          <li>
            <a href={`/rules/${rule}`}>{name}</a>
            {due !== undefined && `, due ${dayWords(due)}`}: {further === '' ? STATES[state] : further}
          </li>
        ))}
      </ul>
    </FoldedCard>
  )
}
