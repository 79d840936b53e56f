// Every duty towards one child with its day, its reason and its law, as on any day and as known then.
import type { FC } from 'hono/jsx'
import { scopesOpen } from '#access'
import { formatDay, type IsoDay, numberOf } from '#calendar'
import { ChildFrame, childAddress, type Frame, frameOf, nameOf } from '#child-frame'
import { factsKnown } from '#clock'
import type { Asking } from '#database'
import { dutiesOf } from '#duties'
import { keptRowsOf, type ShownKeptRow } from '#imports'
import { type Coverage, type Duty, scopeOf } from '#ledger'
import { Details, ErrorSummary, FilterForm, Input, Notice } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { type AskedDays, askedDays } from '../asked-day.ts'
import { groupsOf } from '../child-duties.ts'
import { DutyGroups } from './duty-groups.tsx'
import { Kept } from './kept.tsx'

interface Seen {
  readonly frame: Frame
  readonly kept: readonly ShownKeptRow[]
  readonly hidden: ReadonlySet<string>
}
interface Shown extends Seen {
  readonly asked: AskedDays
  readonly today: IsoDay
  readonly duties: readonly Duty[]
  readonly coverage: readonly Coverage[]
}

export async function showDuties(visit: Visit): Promise<Answer> {
  const { door, who, today } = visit
  const id = visit.part('child')
  const asked = askedDays({ on: visit.query('on'), known: visit.query('known') }, today)
  // Facts are read whole, by the service worker: from the part that a person sees, the rest would look as if it had never happened.
  const known = await door.asService(who.council, 'command line', async (asking) => {
    return await factsKnown(asking, [id], asked.knownAt)
  })
  const facts = known[0]
  const duties = facts === undefined ? [] : dutiesOf(facts, numberOf(asked.on))
  const seen = await door.as(who, async (asking) => await seenOf(asking, { id, today, duties }))
  if (seen === undefined) return notFound
  const shown = {
    ...seen,
    asked,
    today,
    duties: duties.map((duty) => withoutHidden(duty, seen.hidden)),
    coverage: facts?.coverage ?? [],
  }
  const wrong = Object.keys(asked.wrong).length > 0
  return page({
    title: `${wrong ? 'Error: ' : ''}Duties – ${nameOf(seen.frame)}`,
    here: '/children',
    main: <Child {...shown} />,
    status: wrong ? 422 : 200,
  })
}

async function seenOf(
  asking: Asking,
  { id, today, duties }: { id: string; today: IsoDay; duties: readonly Duty[] },
): Promise<Seen | undefined> {
  const frame = await frameOf(asking, id, today)
  if (frame === undefined) return undefined
  const scopes = [...new Set(duties.map(({ basis }) => scopeOf(basis)))]
  const open = await scopesOpen(asking, id, ['see', scopes])
  const hidden = new Set<string>(scopes.filter((scope) => !open.has(scope)))
  return { frame, kept: await keptRowsOf(asking, id), hidden }
}

/** Who may see duties and not the part of the record that a rule reads, sees the rule and its state, and no reasons. */
function withoutHidden(duty: Duty, hidden: ReadonlySet<string>): Duty {
  if (!hidden.has(scopeOf(duty.basis))) return duty
  return { ...duty, trigger: undefined, dueAt: undefined, doneBy: undefined, closing: undefined, excuse: undefined }
}

const Child: FC<Shown> = (shown) => {
  const { frame, kept, asked, today, duties, coverage, hidden } = shown
  const on = numberOf(asked.on)
  const errors = Object.entries(asked.wrong).map(([name, text]) => ({ href: `#${name}`, text }))
  return (
    <>
      {errors.length > 0 && <ErrorSummary errorList={errors} />}
      <ChildFrame frame={frame} today={today} />
      <div class="kith-page-head">
        <h2>Every duty</h2>
      </div>
      <AskDays asked={asked} today={today} id={frame.id} />
      {(asked.on !== today || asked.known !== undefined) && <AsOn asked={asked} />}
      {hidden.size > 0 && <p class="kith-quiet">Some reasons are in parts of the record that you may not see.</p>}
      <DutyGroups groups={groupsOf(duties, on, coverage)} on={on} />
      <Kept rows={kept} />
    </>
  )
}

const AsOn: FC<{ asked: AskedDays }> = ({ asked: { on, known } }) => (
  <Notice role="status">
    <p>
      Duties as on <strong>{formatDay(on)}</strong>
      {known !== undefined && (
        <>
          , from what the record held at the end of <strong>{formatDay(known)}</strong>
        </>
      )}
      .
    </p>
  </Notice>
)

const AskDays: FC<{ asked: AskedDays; today: IsoDay; id: string }> = ({ asked, today, id }) => {
  const { on, known } = asked.wrong
  const asking = on !== undefined || known !== undefined || asked.on !== today || asked.known !== undefined
  return (
    <Details summary="Ask about another day" open={asking} classes="kith-no-print">
      <FilterForm
        action={childAddress(id, 'duties')}
        label="Another day"
        reset={{ to: childAddress(id, 'duties'), words: 'Back to today' }}
      >
        <DayField name="on" label="As on day" value={asked.written.on} wrong={on} />
        <DayField name="known" label="As known at the end of day" value={asked.written.known} wrong={known} />
      </FilterForm>
    </Details>
  )
}

type Field = {
  readonly name: string
  readonly label: string
  readonly value: string | undefined
  readonly wrong: string | undefined
}

const DayField: FC<Field> = ({ name, label, value, wrong }) => (
  <Input
    name={name}
    label={label}
    type="date"
    value={value}
    errorMessage={wrong}
    attributes={wrong === undefined ? undefined : { 'aria-invalid': 'true' }}
  />
)
