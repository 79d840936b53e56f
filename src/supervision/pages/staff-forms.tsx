// The forms of what is of staff: a time together or one that fell out, a group, how often, who stands in, and taking a time back.
import type { FC } from 'hono/jsx'
import { addDays, dayWords, formatDay, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type Item,
  isId,
  LineField,
  makeForm,
  PickField,
  reading,
  WordsField,
} from '#forms'
import { SummaryList, WarningText } from '#look'
import { workersCalled } from '#workforce'
import { AGREED_AS, CANCELLED, items } from '../codes-data.ts'
import { MINUTES } from '../frequency.ts'
import {
  coversFrom,
  type Session,
  type Supervisee,
  sessionBy,
  supervisees,
  takeBackSession,
  termsOf,
  writeStaff,
} from '../staff-store.ts'
import { coverForm } from './cover-form.tsx'
import { refused } from './entry-forms.tsx'
import { groupForm } from './group-form.tsx'
import { HERE, LEADS, minutesIn, SHORT, toList, toSession, undoSession } from './staff-words.tsx'

type Given = {
  readonly worker: Supervisee
  readonly me: string
  /** Managers in whose place the writer stands in on some day about now. */
  readonly away: readonly Item[]
}
async function aWorker(asking: Asking, { about, today, me }: At): Promise<Given | undefined> {
  const worker = (await supervisees(asking, today)).find(({ id }) => id === about)
  if (worker === undefined) return undefined
  const covers = (await coversFrom(asking, addDays(today, -60))).filter(({ standsIn }) => standsIn === me)
  const called = await workersCalled(
    asking,
    covers.map(({ away }) => away),
  )
  return { worker, me, away: [...called].map(([value, text]) => ({ value, text })) }
}

const SessionFields: FC<FieldsProps<Given>> = (of) => (
  <>
    <ChoiceField
      of={of}
      name="took_place"
      label="Did it take place?"
      inline
      items={[
        { value: 'yes', text: 'Yes, or it begins now' },
        { value: 'no', text: 'No, it fell out' },
      ]}
    />
    <DayField of={of} name="held" label="On which day?" looks="back" />
    <LineField
      of={of}
      name="minutes"
      label="Minutes without interruption"
      hint={`The employers’ standard asks for ${MINUTES} at least. Leave it empty where it fell out.`}
      width={SHORT}
    />
    <PickField of={of} name="cancelled" label="If it fell out: why" items={items(CANCELLED)} />
    {of.given.away.length > 0 && (
      <PickField
        of={of}
        name="in_place_of"
        label="In whose place do you stand in?"
        items={of.given.away}
        none="Nobody’s"
      />
    )}
    <WordsField of={of} name="about" label="What stood in the way, or what you looked at" rows={2} />
  </>
)
type SessionOk = {
  readonly held: IsoDay
  readonly minutes: number | null
  readonly cancelled: string | null
  readonly in_place_of: string | null
  readonly about: string
}
const session: Form = makeForm<Given, SessionOk>({
  ...{ name: 'supervision', path: '/supervision/workers/:about/record', here: HERE, refused },
  lock: { may: LEADS, log: 'recorded a supervision' },
  words: {
    ...{ thing: 'a supervision', button: 'Save', done: 'Saved.' },
    title: ({ worker }) => `Supervision with ${worker.name}`,
    fields: {
      took_place: 'Took place',
      held: 'When',
      minutes: 'Minutes',
      cancelled: 'Why it fell out',
      in_place_of: 'In place of',
      about: 'About it',
    },
  },
  load: aWorker,
  start: () => ({ took_place: ['yes'], held: ['today'] }),
  decide: (typed, { away }, today) => {
    const read = reading(typed, today)
    const took = read.choice('took_place', ['yes', 'no'], 'Say whether it took place.')
    const held = read.day('held', 'the day')
    const minutes = took === 'yes' ? minutesIn(read) : null
    const why = Object.keys(CANCELLED).find((one) => one === typed.one('cancelled'))
    if (took === 'no' && why === undefined) read.fault('cancelled', 'Say why it fell out.')
    if (took === 'no' && typed.one('minutes') !== '') read.fault('minutes', 'It fell out: leave this empty.')
    if (took === 'yes' && why !== undefined) read.fault('cancelled', 'It took place: choose nothing here.')
    const in_place_of = away.find(({ value }) => value === typed.one('in_place_of'))?.value ?? null
    const about = typed.words('about')
    return read.result((): SessionOk => ({ held, minutes, cancelled: why ?? null, in_place_of, about }))
  },
  Fields: SessionFields,
  save: async (asking, { about, ...columns }, { given, me }) => ({
    kind: 'saved',
    id: await writeStaff(asking, 'kith.supervision', {
      ...{
        columns: { ...columns, kind: 'one to one', worker: given.worker.id, supervisor: me, people: [] },
        words: { about },
      },
    }),
  }),
  leadsTo: toSession,
  undo: undoSession,
})

type TermsOk = { readonly kind: string; readonly began: IsoDay; readonly weeks: number | null; readonly why: string }
const STANDARD_MOST = 4
const terms: Form = makeForm<Given, TermsOk>({
  ...{ name: 'supervision-terms', path: '/supervision/workers/:about/how-often', here: HERE },
  lock: { may: LEADS, log: 'said how often a worker is supervised' },
  words: {
    ...{ thing: 'how often somebody is supervised', button: 'Save', done: 'Saved.' },
    title: ({ worker }) => `How often ${worker.name} is supervised`,
    fields: { kind: 'Experience', began: 'First day', weeks: 'Weeks', why: 'Why' },
  },
  load: aWorker,
  start: () => ({}),
  decide: (typed, _, today) => {
    const read = reading(typed, today)
    const kind = read.choice('kind', ['newly qualified', 'experienced'], 'Say which of the two it is.')
    const began = read.day('began', 'their first day in this post')
    const asked = typed.one('weeks')
    const weeks = asked === '' ? null : Number(asked)
    if (weeks !== null && !(Number.isInteger(weeks) && weeks >= 1 && weeks <= 26))
      read.fault('weeks', 'Write a number of weeks from 1 to 26, or leave it empty.')
    const why = typed.words('why')
    if (weeks !== null && why === '')
      read.fault('why', weeks > STANDARD_MOST ? 'This is less often than the standard asks. Say why.' : 'Say why.')
    return read.result((): TermsOk => ({ kind, began, weeks, why }))
  },
  Fields: (of) => (
    <>
      <ChoiceField of={of} name="kind" label="Which of the two?" items={items(AGREED_AS)} />
      <DayField of={of} name="began" label="Their first day in this post" looks="back" hint="With the year" />
      <LineField
        of={of}
        name="weeks"
        label="Another interval, in weeks"
        hint="Empty: as the employers’ standard says. That is practice, no law."
        width={SHORT}
      />
      <WordsField of={of} name="why" label="Why another interval" rows={2} />
    </>
  ),
  save: async (asking, { why, ...columns }, { given }) => {
    const of = (await termsOf(asking, [given.worker.id])).get(given.worker.id)
    const written = { columns: { ...columns, worker: given.worker.id }, words: { why } }
    return {
      kind: 'saved',
      id: await writeStaff(asking, 'kith.supervision_terms', of === undefined ? written : { ...written, of }),
    }
  },
  leadsTo: toList,
})

const takingBack: Form = makeForm<{ readonly session: Session; readonly name: string }, string>({
  ...{ name: 'supervision-retraction', path: '/supervision/sessions/:about/retract', here: HERE, refused },
  lock: { may: LEADS, log: 'took back a supervision' },
  words: {
    ...{
      thing: 'taking back a supervision',
      button: 'Take it back',
      done: 'Taken back. The history holds your reason.',
    },
    title: ({ session: { held } }) => `Take back: the supervision of ${dayWords(held)}`,
    fields: { reason: 'Why' },
  },
  load: async (asking, { about, me }) => {
    const found = about === null || !isId(about) ? undefined : await sessionBy(asking, about)
    if (found === undefined || found.supervisor !== me) return undefined
    const name =
      found.worker === null
        ? 'A group'
        : ((await workersCalled(asking, [found.worker])).get(found.worker) ?? 'Somebody')
    return { session: found, name }
  },
  start: () => ({}),
  decide: (typed, _, today) => {
    const read = reading(typed, today)
    const reason = read.words('reason', 'Say why this should not stand.')
    return read.result(() => reason)
  },
  Fields: (of) => (
    <>
      <SummaryList
        rows={[
          { key: 'With', value: of.given.name },
          { key: 'When', value: formatDay(of.given.session.held) },
        ]}
      />
      <WarningText>Only a time that never was is taken back, and only while nothing is written of it.</WarningText>
      <WordsField of={of} name="reason" label="Why should this not stand?" rows={3} />
    </>
  ),
  save: async (asking, reason, { given }) => {
    const id = await takeBackSession(asking, { session: given.session, reason })
    if (id !== undefined) return { kind: 'saved', id }
    const says = 'Something is written of this time, or it is signed. Take back what was written of each child first.'
    return { kind: 'refused', faults: [{ field: '', says }] }
  },
  leadsTo: toList,
})

export const staffForms: readonly Form[] = [session, groupForm, terms, coverForm, takingBack]
