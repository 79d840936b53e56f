// A meeting that lies ahead: set with who is asked, moved or answered, and cancelled with a reason; for one child or several.
import type { FC } from 'hono/jsx'
import { worksWithOn } from '#allocations'
import { dayWords, parseInstant, timeInLondon } from '#calendar'
import { childById, childrenCalled } from '#children'
import type { Asking, Version, VersionShape } from '#database'
import type { Values } from '#drafts'
import {
  type At,
  type FieldsProps,
  type Form,
  type FormDefinition,
  makeCorrection,
  makeForm,
  reading,
  TicksField,
  takeBackSent,
  WordsField,
} from '#forms'
import { askOthers, gatheringOf, meetingsAhead, planMeeting, plannedWords, stepMeeting } from '#meetings'
import { MEETING_KINDS } from '#notes'
import { workersCalled } from '#workforce'
import { othersToWriteFor } from '../store.ts'
import { AROUND, AroundField, aroundChild, tickedAround } from './around-child.tsx'
import { KIND_WORDS } from './note-fields.tsx'
import { Asked, decide, type Given, GUEST_ROWS, type Ok, WhenWhere } from './plan-meeting-fields.tsx'

const TABLE = 'kith.planned_meeting'
type Planned = Version<typeof TABLE> & VersionShape

async function given(asking: Asking, { child, me, today }: At): Promise<Given | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  if (known === undefined) return undefined
  const working = await worksWithOn(asking, known.child, today)
  const names = await workersCalled(asking, [...new Set([...working.map(({ worker }) => worker), me])])
  return {
    ...{ child: known.child, name: known.name ?? 'this child' },
    others: await othersToWriteFor(asking, known.child, 'visits'),
    workers: [...names].map(([value, text]) => ({ value, text })),
    around: [],
  }
}
async function withThoseAround(asking: Asking, at: At): Promise<Given | undefined> {
  const known = await given(asking, at)
  if (known === undefined) return undefined
  const around = await aroundChild(asking, known.child, at.today)
  const more = around.flatMap(({ invited: { worker, name } }) =>
    worker === null ? [] : [{ value: worker, text: name }],
  )
  const workers = new Map([...more, ...known.workers].map(({ value, text }) => [value, text]))
  return { ...known, around, workers: [...workers].map(([value, text]) => ({ value, text })) }
}

const FIELDS = {
  ...{
    kind: 'What kind of meeting',
    meets: 'When it is',
    at: 'What time',
    met_how: 'How you meet',
    met_place: 'Where',
  },
  ...{ met_chair: 'Who chairs it', about: 'What it is about', guest_who: 'Who is asked', guest_name: 'Their name' },
  ...{ guest_worker: 'In whose days', guest_answer: 'What they answered', guest_for: 'On whose record' },
  [AROUND]: 'Those around them',
  ...{ with: 'Also about', reason: 'Why it is cancelled' },
}
const leads = {
  leadsTo: ({ child }: Pick<At, 'child'>) => `/children/${child}/visits`,
  elsewhere: { unlessSees: 'visits', to: ({ child }: Pick<At, 'child'>) => `/children/${child}/tonight` },
} as const
const lock = { may: ['write', 'visits'] } as const
const ROWS = { guest_who: GUEST_ROWS }

const planning = (of: Pick<FormDefinition<Given, Ok>, 'name' | 'path' | 'start'>, title: string): Form =>
  makeForm<Given, Ok>({
    ...{ ...of, here: '/children', ...leads, load: withThoseAround, decide },
    lock: { ...lock, log: 'set a meeting' },
    words: {
      ...{ thing: 'a meeting that lies ahead', button: 'Set the meeting', done: 'Meeting set.', fields: FIELDS },
      title: ({ name }) => `${title} ${name}`,
    },
    save: async (asking, { planned, children, asked }) => {
      const { id } = await planMeeting(
        asking,
        planned,
        children.map((child) => ({
          child,
          invited: asked.filter(({ of }) => of === null || of === child).map(({ invited }) => invited),
        })),
      )
      return { kind: 'saved', id }
    },
    undo: async (asking, id) => await takeBackSent(asking, { table: TABLE, id }),
    Fields: (of) => (
      <>
        <WhenWhere {...of} />
        {of.given.others.length > 0 && (
          <TicksField
            of={of}
            name="with"
            label="Is it about these children as well?"
            hint="It stands on each record, with those who are asked for that child."
            items={of.given.others.map(({ child, name }) => ({ value: child, text: name }))}
          />
        )}
        <AroundField of={of} around={of.given.around} />
        <Asked {...of} choose />
      </>
    ),
    rows: ROWS,
  })
const anyMeeting = planning(
  { name: 'meeting-ahead', path: '/children/:child/meetings/ahead/record', start: () => ({}) },
  'Set a meeting about',
)
/** On a home that ended, or may: those around the child are ticked, without family. */
const onDisruption = planning(
  {
    ...{ name: 'disruption-meeting', path: '/children/:child/meetings/disruption/record' },
    start: ({ around }) => ({ kind: ['disruption meeting'], [AROUND]: [...tickedAround(around)] }),
  },
  'Bring those together who are around',
)

type Standing = Given & {
  readonly gathering: string
  readonly line: string
  readonly asked: Values
  readonly said: string
}
async function standing(asking: Asking, at: At, planned: Planned): Promise<Standing | undefined> {
  const known = planned.state === 'ahead' ? await given(asking, at) : undefined
  if (known === undefined) return undefined
  const mine = (await meetingsAhead(asking, known.child)).find(({ meeting }) => meeting.line === planned.line)
  const also = (await gatheringOf(asking, planned.gathering)).filter(({ child }) => child !== known.child)
  const names = await childrenCalled(
    asking,
    also.map(({ child }) => child),
  )
  const invited = mine?.invited ?? []
  const workers = await workersCalled(
    asking,
    invited.flatMap(({ worker }) => worker ?? []),
  )
  const chosen = [...workers].map(([value, text]) => ({ value, text }))
  const more = chosen.filter(({ value }) => known.workers.every((one) => one.value !== value))
  return {
    ...known,
    workers: [...known.workers, ...more],
    others: also.map(({ child }) => ({ child, name: names.get(child) ?? 'another child' })),
    ...{ gathering: planned.gathering, line: planned.line },
    said: `${KIND_WORDS[kindOf(planned.kind)]}, ${whenMeets(planned)}`,
    asked: {
      guest_who: invited.map(({ who }) => who),
      guest_name: invited.map(({ words }) => words ?? ''),
      guest_worker: invited.map(({ worker }) => worker ?? ''),
      guest_answer: invited.map(({ answer }) => answer),
      guest_for: invited.map(() => ''),
    },
  }
}
export const kindOf = (kind: string) => MEETING_KINDS.find((one) => one === kind) ?? 'meeting'
const clock = (at: string | null): string => {
  const moment = at === null ? undefined : parseInstant(at)
  return moment === undefined ? '' : timeInLondon(moment)
}
/** 'Tue 20 Apr 2027, 14:30' */
export const whenMeets = ({ meets, begins }: { readonly meets: string; readonly begins: string | null }): string =>
  [dayWords(meets), clock(begins)].filter(Boolean).join(', ')

const Together: FC<{ readonly of: FieldsProps<Standing>; readonly does: string }> = ({ of, does }) =>
  of.given.others.length === 0 ? null : (
    <p class="govuk-hint">
      It is about {of.given.others.map(({ name }) => name).join(', ')} too: {does}
    </p>
  )

const changing = makeCorrection<Standing, Ok, typeof TABLE>({
  ...{
    name: 'meeting-ahead-change',
    path: '/children/:child/meetings/ahead/:about/change',
    here: '/children',
    ...leads,
  },
  lock: { ...lock, log: 'changed a meeting that lies ahead' },
  words: {
    ...{ thing: 'a change of a meeting that lies ahead', button: 'Save', done: 'Saved.', fields: FIELDS },
    title: ({ said }) => `${said}: move it, or say who answered`,
  },
  table: TABLE,
  given: standing,
  asTyped: (planned, { asked }) => {
    const { place, chair, about } = plannedWords(planned.words)
    return {
      ...{
        kind: [planned.kind],
        meets: [dayWords(planned.meets)],
        at: [clock(planned.begins)],
        met_how: [planned.how],
      },
      ...{ met_place: [place], met_chair: [chair], about: [about], ...asked },
    }
  },
  decide,
  correct: async (asking, { planned, asked }, { version, given: { child, gathering, line } }) => {
    const { said, ...columns } = planned
    const done = await stepMeeting(asking, { version, gathering, columns, said })
    if ('ok' in done)
      await askOthers(
        asking,
        { child, planned: line },
        asked.map(({ invited }) => invited),
      )
    return done
  },
  Fields: (of) => (
    <>
      <Together
        of={of}
        does="day, time, how you meet and where are changed for everybody whose record you may write. What it is about, who chairs it and who is asked is each child’s own."
      />
      <WhenWhere {...of} />
      <Asked {...of} choose={false} />
    </>
  ),
  rows: ROWS,
})

const cancelling = makeCorrection<Standing & { readonly words: string | undefined }, string, typeof TABLE>({
  ...{
    name: 'meeting-ahead-cancel',
    path: '/children/:child/meetings/ahead/:about/cancel',
    here: '/children',
    ...leads,
  },
  lock: { ...lock, log: 'cancelled a meeting' },
  words: {
    ...{ thing: 'that a meeting is cancelled', button: 'Cancel the meeting', done: 'Cancelled.', fields: FIELDS },
    title: ({ said }) => `Cancel: ${said}`,
  },
  table: TABLE,
  given: async (asking, at, planned) => {
    const known = await standing(asking, at, planned)
    return known && { ...known, words: planned.words }
  },
  asTyped: () => ({}),
  decide: (typed, _, today) => {
    const r = reading(typed, today)
    const reason = r.words('reason', 'Say why, so that whoever was asked can be told.')
    return r.result(() => reason)
  },
  correct: async (asking, reason, { version, given: { gathering, words } }) =>
    await stepMeeting(asking, {
      ...{ version, gathering, columns: { state: 'cancelled' } },
      said: { ...plannedWords(words), reason },
    }),
  Fields: (of) => (
    <>
      <Together
        of={of}
        does="it is cancelled for everybody whose record you may write. Why stands on this record alone."
      />
      <WordsField of={of} name="reason" label="Why is it cancelled?" rows={4} />
    </>
  ),
})

export const meetingAheadForms: readonly Form[] = [anyMeeting, onDisruption, changing, cancelling]
