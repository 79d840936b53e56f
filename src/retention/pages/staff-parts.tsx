// Whose own part of supervision comes due, beside the records of children; and its destruction by two people, as a form.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import { type Form, isId, makeForm, namesOfWorkers, savedAt } from '#forms'
import { Card, CardList, DueMark, DutyTable, EmptyState } from '#look'
import {
  askStaffDisposal,
  decideStaffDisposal,
  type StaffDisposal,
  type StaffPart,
  staffDisposals,
  staffPartsDue,
} from '../staff-store.ts'
import { type Answered, decide, Fields, type Given } from './destruction.tsx'

export const KEEPERS_OF_STAFF = { as: ['records-officer', 'director'] } as const
type OfWorker = Given & { readonly worker: string }
async function load(
  asking: Asking,
  { about, me, today }: { readonly about: string | null; readonly me: string; readonly today: IsoDay },
): Promise<OfWorker | undefined> {
  if (about === null || !isId(about) || about === me) return undefined
  const found = (await staffPartsDue(asking, today)).find(({ worker }) => worker === about)
  if (found === undefined) return undefined
  const open = (await staffDisposals(asking)).find(({ worker, outcome }) => worker === about && outcome === null)
  const names = await namesOfWorkers(asking, [about, ...(open === undefined ? [] : [open.asked_by])])
  const { last } = found
  return {
    ...{ worker: about, name: names.get(about) ?? 'a worker', last },
    words: 'what they or whoever supervised them wrote of how they were, what they learned and how the work went',
    open: open && { ...open, by: names.get(open.asked_by) ?? 'Somebody', yours: open.asked_by === me },
    refused:
      last.until === undefined || last.until > today
        ? `This part is kept until ${dayWords(last.until ?? null)}.`
        : undefined,
  }
}

export const staffDestructionForm: Form = makeForm<OfWorker, Answered>({
  ...{ name: 'staff-part-destruction', path: '/staff-records/:about/destruction', here: '/records-due' },
  lock: { may: KEEPERS_OF_STAFF, log: 'read about destroying a worker’s own part of supervision' },
  words: {
    thing: 'destroying a worker’s own part of supervision',
    title: ({ name }) => `Destroy the own part of supervision of ${name}`,
    ...{ button: 'Go on', done: 'Recorded. It takes two people.' },
    fields: { ask: 'Whether you ask', answer: 'What you decide', because: 'Why it is kept' },
  },
  load,
  start: () => ({}),
  decide,
  save: async (asking, answered, { given: { worker } }) => {
    if ('ask' in answered) return { kind: 'saved', id: await askStaffDisposal(asking, worker, answered.ask) }
    await decideStaffDisposal(asking, answered.request, answered)
    return { kind: 'saved', id: answered.request }
  },
  refused: () => ({ field: '', says: 'The record does not allow it as it stands now. Read it again.' }),
  leadsTo: () => '/records-due',
  Fields: (of) => <Fields {...of} />,
})

const MOST_DONE = 20
export type StaffDue = {
  readonly due: readonly StaffPart[]
  readonly decided: readonly StaffDisposal[]
  readonly nameOf: (worker: string) => string
  readonly today: IsoDay
}
/** undefined: the asker keeps no records of staff. */
export async function staffDue(asking: Asking, today: IsoDay): Promise<StaffDue> {
  const [due, decided] = [await staffPartsDue(asking, today), await staffDisposals(asking)]
  const names = await namesOfWorkers(
    asking,
    [...due, ...decided].map(({ worker }) => worker),
  )
  return { due, decided, nameOf: (worker) => names.get(worker) ?? 'A worker', today }
}
const standsAs = ({ decided, today }: StaffDue, { worker, last }: StaffPart) => {
  if (decided.some((one) => one.worker === worker && one.outcome === null))
    return <DueMark mark="soon" words="Asked: a second person decides" />
  const kept = decided.find((one) => one.worker === worker && one.outcome === 'kept')
  if (kept !== undefined)
    return (
      <DueMark mark="plain" words="Kept" note={`${kept.kept_because ?? ''}, decided ${savedAt(kept.decided ?? '')}`} />
    )
  return <DueMark mark="plain" words={(last.until ?? '') <= today ? 'To be decided' : 'Not yet'} />
}
export const StaffParts: FC<StaffDue> = (shown) => {
  const { due, decided, nameOf } = shown
  const done = decided.filter(({ outcome }) => outcome === 'destroyed').slice(0, MOST_DONE)
  return (
    <>
      <Card
        title="Workers’ own part of supervision, within a year"
        count={due.length}
        beside={<a href="/rules/RE-07">How long, and how sure that is</a>}
        flush
      >
        {due.length === 0 ? (
          <EmptyState>Of nobody who has left does it come due within a year.</EmptyState>
        ) : (
          <DutyTable
            caption="Own parts of supervision that come due, the earliest first"
            columns={['Whose', 'Left', 'Kept until', 'Texts', 'How it stands']}
            rows={due.map((part) => ({
              head: <a href={`/staff-records/${part.worker}/destruction`}>{nameOf(part.worker)}</a>,
              cells: [
                dayWords(part.left),
                dayWords(part.last.until ?? null),
                String(part.texts),
                standsAs(shown, part),
              ],
            }))}
          />
        )}
      </Card>
      {done.length > 0 && (
        <Card title="Destroyed, the latest first" flush>
          <CardList
            items={done.map(({ id, worker, decided: when }) => (
              <>
                {nameOf(worker)}
                <span class="kith-note">
                  {savedAt(when ?? '')} · <a href={`/destructions/${id}`}>Certificate</a>
                </span>
              </>
            ))}
          />
        </Card>
      )}
    </>
  )
}
