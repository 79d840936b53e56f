// Recording a review: when, how the child took part, who was there, what the child said, and each decision with who does what by when.
import type { FC } from 'hono/jsx'
import { recordAction } from '#actions'
import { worksWithOn } from '#allocations'
import { formatDay, type IsoDay, parseDay } from '#calendar'
import { childById } from '#children'
import type { Asking } from '#database'
import { recordDecision } from '#decisions'
import {
  AddRow,
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  inRow,
  itemsOf,
  LineField,
  makeForm,
  namesOfWorkers,
  type Outcome,
  PickField,
  RemoveRow,
  rowsIn,
  TicksField,
  takeBackSent,
  WordsField,
} from '#forms'
import { capital, InsetText } from '#look'
import { PRESENT } from '#notes'
import { latestWordsOf, recordView, THEIR_WORDS_LABELS, TheirOwnWords } from '#views'
import { VISITOR } from '../meeting.ts'
import { PARTICIPATION } from '../review.ts'
import { recordReview } from '../store.ts'
import { DECISION_FIELDS, decideReview, type ReviewGiven, type ReviewOk } from './review-form.ts'

type Fields = FieldsProps<ReviewGiven>

/** What the child said last stands where decisions are written. */
const LatestWords: FC<Fields> = ({ given: { name, said } }) => (
  <InsetText>
    {said === undefined ? (
      <p>Nobody has written down what {name} said yet. Ask before you decide.</p>
    ) : (
      <>
        <p>
          {name}, {said.on}:
        </p>
        <blockquote class="kith-quote">{said.words}</blockquote>
      </>
    )}
  </InsetText>
)

export const Meeting: FC<Fields> = (of) => (
  <>
    <DayField of={of} name="happened" label="When was the review?" looks="back" />
    <ChoiceField
      of={of}
      name="outcome"
      label="Was it held?"
      items={[
        { value: 'held', text: 'Held, and completed' },
        { value: 'adjourned', text: 'Adjourned', hint: 'It did not complete the review: another meeting is owed' },
      ]}
    />
    <ChoiceField
      of={of}
      name="participation"
      label={`How did ${of.given.name} take part?`}
      items={Object.entries(PARTICIPATION).map(([value, text]) => ({ value, text: capital(text), hint: value }))}
    />
    <TicksField
      of={of}
      name="present"
      label="Who was there?"
      items={PRESENT.map((value) => ({ value, text: value === 'child' ? of.given.name : capital(value) }))}
    />
    <WordsField
      of={of}
      name="what"
      label={`To ${of.given.name}: what we talked about`}
      hint={`Write it to ${of.given.name}, who may read it one day.`}
      rows={8}
    />
    <PickField
      of={of}
      name="visitor"
      label={`Would an independent visitor be good for ${of.given.name}?`}
      hint="Somebody of their own who visits, befriends and advises them. Each review decides it."
      items={itemsOf(VISITOR)}
      none="Not talked about"
    />
    <TicksField
      of={of}
      name="pathway"
      label="From 16 on"
      items={[{ value: 'considered', text: 'Their pathway plan was considered' }]}
    />
    <DayField of={of} name="next_review" label="When is the next review proposed?" looks="ahead" />
  </>
)

const Decisions: FC<Fields> = (of) => {
  const rows = rowsIn(of, 'decided')
  const { name, me, owners } = of.given
  return (
    <fieldset class="govuk-fieldset kith-rows">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">What was decided</legend>
      {rows.map((at) => (
        <div class="kith-row">
          <WordsField of={inRow(of, at)} name="decided" label={`Decision ${at + 1}`} rows={2} />
          <WordsField of={inRow(of, at)} name="reasons" label="Why" rows={2} />
          <LineField of={inRow(of, at)} name="intended" label={`What it is meant to change for ${name}`} />
          <PickField
            of={inRow(of, at)}
            name="owner"
            label="Who does it?"
            none="I do"
            items={owners.filter(({ id }) => id !== me).map(({ id, name: text }) => ({ value: id, text }))}
          />
          <LineField of={inRow(of, at)} name="service" label="Or another service, by name" />
          <DayField of={inRow(of, at)} name="by_when" label="By when" looks="ahead" />
          {rows.length > 1 && <RemoveRow row="decided" at={at} what={`decision ${at + 1}`} />}
        </div>
      ))}
      <AddRow row="decided">Add another decision</AddRow>
    </fieldset>
  )
}

const FormFields: FC<Fields> = (of) => (
  <>
    <LatestWords {...of} />
    <Meeting {...of} />
    <TheirOwnWords of={of} name={of.given.name} none="This review" />
    <Decisions {...of} />
  </>
)

export const REVIEW_LABELS = {
  happened: 'When it was',
  outcome: 'Whether it was held',
  participation: 'How the child took part',
  present: 'Who was there',
  what: 'What was talked about',
  pathway: 'Pathway plan considered',
  visitor: 'An independent visitor',
  next_review: 'The next review',
}

async function ownersOf(asking: Asking, child: string, { me, today }: At): Promise<ReviewGiven['owners']> {
  const allocated = (await worksWithOn(asking, child, today)).map(({ worker }) => worker)
  const names = await namesOfWorkers(asking, [me, ...allocated])
  return [...names].map(([id, name]) => ({ id, name }))
}

export async function reviewGiven(asking: Asking, at: At): Promise<ReviewGiven | undefined> {
  const known = at.child === null ? undefined : await childById(asking, at.child)
  if (known === undefined) return undefined
  const latest = (await latestWordsOf(asking, [known.child])).get(known.child)
  const on: IsoDay | undefined = parseDay(latest?.happened ?? '')
  const words = latest?.words
  return {
    ...{ child: known.child, name: known.name ?? 'this child', born: parseDay(known.born ?? ''), me: at.me },
    owners: await ownersOf(asking, known.child, at),
    said:
      latest === undefined || words === undefined || on === undefined
        ? undefined
        : { line: latest.line, words, on: formatDay(on) },
  }
}

async function save(asking: Asking, { review, view, decided }: ReviewOk, at: At): Promise<Outcome> {
  const child = at.child ?? ''
  const { id, line } = await recordReview(asking, child, { ...review, chairedBy: at.me })
  if (view !== undefined) await recordView(asking, child, view)
  const on = { table: 'review', line }
  for (const { decision, action } of decided) {
    const taken = await recordDecision(asking, child, { typed: { ...decision, on }, today: at.today })
    // Decided before: only the right to decide can be missing, and then nothing of the review is stored.
    if ('refused' in taken) throw new Error('A decision of a review was refused.')
    if (action !== undefined) await recordAction(asking, child, { ...action, from: on, serves: taken.ok.line })
  }
  return { kind: 'saved', id }
}

export const reviewRecording: Form = makeForm<ReviewGiven, ReviewOk>({
  name: 'review',
  path: '/children/:child/reviews/record',
  lock: { may: ['write', 'reviews'], log: 'recorded a review' },
  here: '/children',
  words: {
    ...{ thing: 'a review', title: ({ name }) => `A review for ${name}`, button: 'Save review', done: 'Review saved.' },
    fields: { ...REVIEW_LABELS, ...THEIR_WORDS_LABELS, decided: 'What was decided', reasons: 'Why' },
  },
  load: reviewGiven,
  start: () => ({ happened: ['today'], outcome: ['held'] }),
  decide: decideReview,
  save,
  leadsTo: ({ child }) => `/children/${child}/visits`,
  undo: async (asking, id) => await takeBackSent(asking, { table: 'kith.review', id }),
  Fields: FormFields,
  rows: { decided: DECISION_FIELDS },
})
