// The forms of steps about one home: on the shortlist or not right, asked with what is shared, and what came back, kept as it was given.
import type { FC } from 'hono/jsx'
import { addDays, dayWords } from '#calendar'
import { homeOf } from '#carers'
import { childById } from '#children'
import { type Asking, type RecordColumns, recordFirst, writeParts } from '#database'
import { wordOf } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type Item,
  isId,
  makeForm,
  makeRetraction,
  PickField,
  reading,
  TicksField,
  WordsField,
} from '#forms'
import { Card, CardList, InsetText } from '#look'
import { profileOf, standingOf } from '../request.ts'
import { OWN_STEPS, PROFILE, PROFILE_PARTS, STEPS, THEIR_STEPS, WHY_NO } from '../request-codes-data.ts'
import { type Request, requestOf, type Step, stepsOf, stepWords, type ToKeepSafe, toKeepSafe } from '../store.ts'
import { lock, REQUEST_PAGE } from './request-page.tsx'

const TABLE = 'kith.home_step'
export type HomeGiven = {
  readonly child: string
  readonly name: string
  readonly home: string
  readonly called: string
  readonly request: Request
  readonly steps: readonly Step[]
  readonly safe: ToKeepSafe
}
/** The home, by whoever works with homes, and the request that is open. */
export async function homeGiven(asking: Asking, { child, about, today }: At): Promise<HomeGiven | undefined> {
  if (child === null || about === null || !isId(about)) return undefined
  const [known, found] = [await childById(asking, child), await homeOf(asking, about)]
  const request = known && (await requestOf(asking, child))
  if (known === undefined || found === undefined || request === undefined || request.closed !== null) return undefined
  const steps = (await stepsOf(asking, request)).filter(({ household }) => household === found.home.line)
  const home = { home: found.home.line, called: found.home.words.name || 'A home without a name' }
  return {
    child,
    name: known.name ?? 'this child',
    ...home,
    request,
    steps,
    safe: await toKeepSafe(asking, child, today),
  }
}
const FINDING = ({ child }: { readonly child: string | null }): string => `/children/${child}/finding-home`

type Columns = Partial<RecordColumns<typeof TABLE>> & { readonly kind: string; readonly happened: string }
type Ok = { readonly columns: Columns; readonly said: string; readonly told?: string }
async function save(asking: Asking, { columns, said, told = '' }: Ok, { child, home, called, request }: HomeGiven) {
  const none = { version: null, left_out: null, until: null, reason: null }
  const own = { ...none, ...columns, request: request.line, household: home }
  const { id } = await recordFirst(asking, TABLE, { child, columns: own, words: writeParts({ called, said, told }) })
  return { kind: 'saved', id } as const
}
const items = (words: Readonly<Record<string, string>>, of: readonly string[]): readonly Item[] =>
  of.map((value) => ({ value, text: words[value] ?? value }))

const step: Form = makeForm<HomeGiven, Ok>({
  ...{ name: 'home-step', path: '/children/:child/homes-found/:about/step', here: '/homes/wanted', load: homeGiven },
  lock: lock('said how a home stands on the list'),
  leadsTo: FINDING,
  words: {
    ...{ thing: 'how a home stands on the list', button: 'Save', done: 'Saved.' },
    title: ({ called, name }) => `${called}, for ${name}`,
    fields: { kind: 'How it stands', happened: 'When', said: 'Why' },
  },
  start: () => ({ happened: ['today'] }),
  Fields: (of) => (
    <>
      <ChoiceField of={of} name="kind" label="How does it stand?" items={items(STEPS, OWN_STEPS)} />
      <DayField of={of} name="happened" label="When?" looks="back" />
      <WordsField of={of} name="said" label="Why, or what the child said, in their words" rows={3} />
    </>
  ),
  decide: (typed, _, today) => {
    const r = reading(typed, today)
    const kind = r.choice('kind', OWN_STEPS, 'Say how it stands.')
    const happened = r.day('happened', 'the day')
    const said = r.typed.words('said')
    if (said === '' && kind !== 'shortlisted' && kind !== 'put back')
      r.fault('said', 'Say why, or what the child said.')
    return r.result(() => ({ columns: { kind, happened }, said }))
  },
  save: async (asking, ok, { given }) => await save(asking, ok, given),
})

const WEEKS_KEPT = 28
/** What goes to them beside the profile, and what of it nobody may leave out. */
export const KeepSafe: FC<{ readonly safe: ToKeepSafe; readonly child?: string }> = ({ safe, child }) => (
  <Card title="What the carer must know to keep this child and others safe" count={safe.told.length} flush>
    {safe.told.length === 0 && <p class="kith-card-text">Nothing is recorded that a carer must know.</p>}
    <CardList
      items={[
        ...safe.told.map((one) => (
          <>
            {one.words}
            {child !== undefined && (
              <span class="kith-note kith-no-print">
                <a href={`/children/${child}/must-knows/${one.line}/leave-out`}>
                  Leave out, as a manager<span class="govuk-visually-hidden">: {one.words}</span>
                </a>
              </span>
            )}
          </>
        )),
        ...(child === undefined
          ? []
          : safe.leftOut.map((one) => (
              <>
                <span class="kith-quiet">Left out by a manager, {dayWords(one.on)}: </span>
                {one.words}
                <span class="kith-note">{one.why}</span>
              </>
            ))),
      ]}
    />
    {safe.unheard > 0 && (
      <InsetText>
        {safe.unheard === 1 ? 'One more thing is' : `${safe.unheard} more things are`} recorded that not everybody may
        read. The child’s social worker has to tell the carer.
      </InsetText>
    )}
  </Card>
)

const Ask: FC<FieldsProps<HomeGiven>> = (of) => {
  const { request, safe, name } = of.given
  return (
    <>
      <KeepSafe safe={safe} />
      <p class="kith-note">
        This goes with what you share. Only a named manager can leave something out, with a reason.
      </p>
      <TicksField
        of={of}
        name="left_out"
        label={`Which parts of ${name}’s profile do you leave out?`}
        hint="They read the rest, in this child’s own words."
        items={profileOf(request.words, []).map(({ part }) => ({ value: part, text: PROFILE[part] }))}
      />
      <DayField of={of} name="happened" label="When did you ask?" looks="back" />
      <DayField of={of} name="until" label="Until when may they keep what is shared?" looks="ahead" />
      <WordsField of={of} name="said" label="What you asked them, and how" rows={3} />
    </>
  )
}
const ask: Form = makeForm<HomeGiven, Ok>({
  ...{
    name: 'home-ask',
    path: '/children/:child/homes-found/:about/ask',
    here: '/homes/wanted',
    load: homeGiven,
    Fields: Ask,
  },
  lock: lock('asked a home for a child'),
  leadsTo: ({ child }, id) => `/children/${child}/home-request/shared/${id}`,
  words: {
    ...{
      thing: 'asking a home',
      button: 'Record that they were asked',
      done: 'Recorded. This is the page to give them.',
    },
    title: ({ called, name }) => `Ask ${called} for ${name}`,
    fields: { left_out: 'Left out', happened: 'When', until: 'Kept until', said: 'What you asked' },
  },
  start: (_, today) => ({ happened: ['today'], until: [dayWords(addDays(today, WEEKS_KEPT))] }),
  decide: (typed, { request, safe }, today) => {
    const r = reading(typed, today)
    const left_out = r.typed.all('left_out').filter((one) => one !== '')
    if (left_out.some((one) => !PROFILE_PARTS.some((part) => part === one)))
      r.fault('left_out', 'Choose from the list.')
    const happened = r.day('happened', 'the day on which you asked')
    const until = r.dayAhead('until', 'the day until which they may keep it')
    if (until <= today) r.fault('until', 'Choose a day that lies ahead.')
    const said = r.words('said', 'Say what you asked them, and how.')
    const told = safe.told.map(({ words }) => words).join('\n')
    return r.result(() => ({ columns: { kind: 'asked', happened, until, left_out, version: request.id }, said, told }))
  },
  save: async (asking, ok, { given }) => await save(asking, ok, given),
})

const Answer: FC<FieldsProps<HomeGiven>> = (of) => (
  <>
    {!standingOf(of.given.steps).asked && <InsetText>It is not recorded that they were asked.</InsetText>}
    <ChoiceField of={of} name="kind" label="What is it?" items={items(STEPS, THEIR_STEPS)} />
    <DayField of={of} name="happened" label="When?" looks="back" />
    <WordsField
      of={of}
      name="said"
      label="As it was said"
      hint="It is kept as you write it now, and not changed."
      rows={4}
    />
    <PickField
      of={of}
      name="reason"
      label="If they say no: why?"
      none="They do not say no"
      items={items(WHY_NO, Object.keys(WHY_NO))}
    />
  </>
)
const answer: Form = makeForm<HomeGiven, Ok>({
  ...{
    name: 'home-answer',
    path: '/children/:child/homes-found/:about/answer',
    here: '/homes/wanted',
    load: homeGiven,
    Fields: Answer,
  },
  lock: lock('recorded what a home answered'),
  leadsTo: FINDING,
  words: {
    ...{ thing: 'what a home answered', button: 'Save', done: 'Saved as it was given.' },
    title: ({ called, name }) => `What ${called} asked or answered, for ${name}`,
    fields: { kind: 'What', happened: 'When', said: 'As it was said', reason: 'Why not' },
  },
  start: () => ({ happened: ['today'] }),
  decide: (typed, _, today) => {
    const r = reading(typed, today)
    const kind = r.choice('kind', THEIR_STEPS, 'Say what it is.')
    const happened = r.day('happened', 'the day')
    const said = r.words('said', 'Write what was said, as it was said.')
    const reason = r.choiceIfAny('reason', Object.keys(WHY_NO))
    if (kind === 'no' && reason === null) r.fault('reason', 'They say no: choose the reason that they gave.')
    if (kind !== 'no' && reason !== null) r.fault('reason', 'A reason belongs to a no. Look at both.')
    return r.result(() => ({ columns: { kind, happened, reason }, said }))
  },
  save: async (asking, ok, { given }) => await save(asking, ok, given),
})

const retracting: Form = makeRetraction<object, typeof TABLE>({
  ...{
    name: 'home-step-retraction',
    path: '/children/:child/home-steps/:about/retract',
    here: '/homes/wanted',
    table: TABLE,
  },
  ...{ leadsTo: REQUEST_PAGE, lock: lock('took back a step about a home') },
  ...{ thing: 'taking back a step about a home', done: 'Taken back. The history holds your reason.' },
  given: async () => await Promise.resolve({}),
  shows: ({ kind, happened, words }) => ({
    title: wordOf(STEPS, kind) ?? kind,
    rows: [
      ['Home', stepWords(words).called],
      ['When', dayWords(happened)],
      ['What was said', stepWords(words).said || 'Not written'],
    ],
  }),
})

export const stepForms: readonly Form[] = [step, ask, answer, retracting]
