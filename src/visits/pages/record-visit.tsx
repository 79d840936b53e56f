// Recording a visit, and correcting one: six questions, the child's own words with who may read them, and what happens next.
import type { FC } from 'hono/jsx'
import { actionsFrom, recordAction, retractAction } from '#actions'
import { childById } from '#children'
import type { Asking } from '#database'
import {
  AddRow,
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  LineField,
  makeForm,
  type Outcome,
  PickField,
  RemoveRow,
  TicksField,
  TimeField,
  WordsField,
} from '#forms'
import { HOW, recordView, retractView, TOLD_WORDS, VIEW_ABOUT, viewsOf } from '#views'
import { recordVisit, retractVisit, visitStanding } from '../store.ts'
import { decideVisit, MODES, type VisitGiven, type VisitOk } from './visit-form.ts'

const VISITED_BY = [
  {
    value: 'representative',
    text: 'Social worker or personal adviser',
    hint: 'Only their visits count for the visits that the law asks for',
  },
  { value: 'reviewingOfficer', text: 'Reviewing officer' },
  { value: 'independentVisitor', text: 'Independent visitor' },
  { value: 'advocate', text: 'Advocate' },
  { value: 'supervisingWorker', text: 'The carer’s supervising social worker' },
  { value: 'other', text: 'Somebody else' },
] as const
const sentence = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const items = (words: readonly string[]) => words.map((value) => ({ value, text: sentence(value) }))

const When: FC<FieldsProps<VisitGiven>> = (of) => (
  <>
    <DayField of={of} name="happened" label="When was it?" looks="back" />
    <TimeField of={of} name="began" label="What time, if you know" />
    <ChoiceField of={of} name="by" label="Who visited?" items={VISITED_BY} />
    <ChoiceField
      of={of}
      name="mode"
      label="How?"
      items={Object.entries(MODES).map(([value, text]) => ({ value, text }))}
    />
    <TicksField
      of={of}
      name="seen"
      label="Who did you see?"
      items={[
        { value: 'seen', text: of.given.name },
        { value: 'alone', text: `${of.given.name}, on their own` },
      ]}
    />
  </>
)

const TheirWords: FC<FieldsProps<VisitGiven>> = (of) => (
  <>
    <WordsField
      of={of}
      name="theirWords"
      label={`${of.given.name}, in their own words`}
      hint={`Also what they drew or played. ${TOLD_WORDS} Say this before they speak.`}
      rows={4}
    />
    <PickField of={of} name="how" label="How did they say it?" items={items(HOW)} none="Said" />
    <PickField of={of} name="about" label="What is it about?" items={items(VIEW_ABOUT)} none="Something else" />
  </>
)

const Next: FC<FieldsProps<VisitGiven>> = (of) => {
  const rows = Math.max(1, of.typed.all('next').length)
  const row = (name: string, at: number) => ({
    ...of,
    typed: { ...of.typed, one: () => (of.typed.all(name)[at] ?? '').trim() },
  })
  return (
    <fieldset class="govuk-fieldset kith-rows">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">What happens next, if anything</legend>
      {Array.from({ length: rows }, (_, at) => (
        <div class="kith-row">
          <LineField of={row('next', at)} name="next" label="What is to be done" />
          <LineField
            of={row('intended', at)}
            name="intended"
            label={`What it is meant to change for ${of.given.name}`}
          />
          <DayField of={row('by_when', at)} name="by_when" label="By when" looks="ahead" />
          {rows > 1 && <RemoveRow row="next" at={at} what={`number ${at + 1}`} />}
        </div>
      ))}
      <AddRow row="next">Add another</AddRow>
    </fieldset>
  )
}

const Fields: FC<FieldsProps<VisitGiven>> = (of) => (
  <>
    <When {...of} />
    <TheirWords {...of} />
    <WordsField
      of={of}
      name="what"
      label={`To ${of.given.name}: what we did and talked about`}
      hint={`Write it to ${of.given.name}, who may read it one day.`}
      rows={8}
    />
    <Next {...of} />
  </>
)

async function given(asking: Asking, { child, me }: At): Promise<VisitGiven | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  return known === undefined ? undefined : { child: known.child, name: known.name ?? 'this child', me }
}

const LABELS = {
  happened: 'When it was',
  began: 'What time',
  by: 'Who visited',
  mode: 'How',
  seen: 'Who was seen',
  what: 'What you did and talked about',
}

async function save(asking: Asking, { visit, view, actions }: VisitOk, { child }: At): Promise<Outcome> {
  const to = child ?? ''
  const { id, line } = await recordVisit(asking, to, visit)
  if (view !== undefined) await recordView(asking, to, view)
  for (const action of actions) await recordAction(asking, to, { ...action, from: { table: 'visit', line } })
  return { kind: 'saved', id }
}

/** The visit, with what was written in the same moment: the child's words and what happens next. */
async function takeBack(asking: Asking, id: string, { child }: At): Promise<boolean> {
  const visit = await visitStanding(asking, { child: child ?? '', id })
  if (visit === undefined) return false
  const why = 'Taken back by its author within ten minutes.'
  const views = (await viewsOf(asking, visit.child)).filter(({ wrote }) => sameMoment(wrote.at, visit.recorded))
  const actions = await actionsFrom(asking, visit.child, { table: 'visit', line: visit.line })
  await retractVisit(asking, id, why)
  for (const view of views) await retractView(asking, view.id, why)
  for (const action of actions) await retractAction(asking, action.id, why)
  return true
}
const sameMoment = (one: string, other: string): boolean => Date.parse(one) === Date.parse(other)

const recording: FormDefinition<VisitGiven, VisitOk> = {
  name: 'visit',
  path: '/children/:child/visits/record',
  lock: { may: ['write', 'visits'], log: 'recorded a visit' },
  here: '/',
  words: {
    thing: 'a visit',
    title: ({ name }) => `A visit to ${name}`,
    button: 'Save visit',
    done: 'Visit saved.',
    fields: LABELS,
  },
  load: given,
  start: () => ({ happened: ['today'], by: ['representative'], mode: ['in person'] }),
  decide: decideVisit,
  save,
  leadsTo: ({ child }) => `/children/${child}/visits`,
  undo: takeBack,
  Fields,
  rows: { next: ['next', 'intended', 'by_when'] },
}

export const visitForms: readonly Form[] = [makeForm(recording)]
