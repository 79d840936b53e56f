// The forms of brothers and sisters: whom the child counts, and decisions on together or apart.

import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import type { Version } from '#database'
import type { Typed } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  makeCorrection,
  makeForm,
  makeRetraction,
  TAKEN_BACK_WORDS,
  TicksField,
  takeBackSent,
  WordsField,
} from '#forms'
import { capital } from '#look'
import { calledPerson } from '../person.ts'
import {
  type GroupRefusal,
  mayCountGroup,
  mayDecideSiblings,
  type NewGroup,
  type NewSiblingDecision,
  SIBLING_DECIDERS,
  SIBLING_DECISIONS,
  type SiblingDecisionRefusal,
} from '../siblings.ts'
import {
  correctSiblingDecision,
  countGroup,
  decideSiblings,
  retractTogether,
  siblingGroupsOf,
} from '../together-store.ts'
import { type FamilyGiven, familyGiven, faultsIn, leadsTo, lock, peopleOffered, personAt } from './family-fields.tsx'

const GROUP_FIELD: Readonly<Record<GroupRefusal, string>> = {
  'nobody in the group': 'members',
  'counted no day': 'counted',
  'counted after today': 'counted',
}
const GroupFields: FC<FieldsProps<FamilyGiven>> = (of) => (
  <>
    <TicksField
      of={of}
      name="members"
      label={`Whom does ${of.given.name} count as brothers and sisters?`}
      hint={`As ${of.given.name} counts them: half, step, adopted, fostered, or not by blood at all. Somebody missing here is added first.`}
      items={peopleOffered(of.given.family)}
    />
    <DayField of={of} name="counted" label={`When did ${of.given.name} say so?`} looks="back" />
    <WordsField of={of} name="said" label="In their own words" rows={3} />
  </>
)
const counting = makeForm<FamilyGiven, NewGroup>({
  ...{
    name: 'siblings',
    path: '/children/:child/brothers-and-sisters/record',
    here: '/children',
    leadsTo,
    Fields: GroupFields,
  },
  lock: lock('recorded whom a child counts as brothers and sisters'),
  words: {
    ...{ thing: 'brothers and sisters', button: 'Save', done: 'Saved.' },
    title: ({ name }) => `Brothers and sisters, as ${name} counts them`,
    fields: { members: 'Whom they count', counted: 'When they said so', said: 'In their words' },
  },
  load: familyGiven,
  start: () => ({ counted: ['today'] }),
  decide: (typed, { family }, today) => {
    const typedGroup = { members: typed.all('members'), said: typed.words('said') }
    const may = mayCountGroup({ ...typedGroup, counted: dayTyped(typed.one('counted'), today, 'back') }, today)
    if (!typedGroup.members.every((line) => personAt(family, line) !== undefined))
      return { faults: [{ field: 'members', says: 'Choose from the list.' }] }
    return 'ok' in may ? may : { faults: faultsIn(may.refused, GROUP_FIELD, today) }
  },
  save: async (asking, group, { child }) => ({ kind: 'saved', id: (await countGroup(asking, child ?? '', group)).id }),
  undo: async (asking, id) => await takeBackSent(asking, { table: 'kith.sibling_group', id }),
})

type OfGroup = FamilyGiven & { readonly group: string; readonly who: string }
/** By the line or a version of the group. */
async function groupGiven(asking: Parameters<typeof familyGiven>[0], at: At, about: string | null) {
  const known = await familyGiven(asking, at)
  const groups = known === undefined ? [] : await siblingGroupsOf(asking, at.child ?? '')
  const found = groups.find(({ group }) => group.line === about || group.id === about)
  if (known === undefined || found === undefined) return undefined
  const who = found.members.map((line) => calledPerson(personAt(known.family, line))).join(', ')
  return { ...known, group: found.group.line, who }
}
const groupTakenBack = makeRetraction<OfGroup, 'kith.sibling_group'>({
  ...{
    name: 'siblings-retraction',
    path: '/children/:child/brothers-and-sisters/:about/retract',
    here: '/children',
    leadsTo,
  },
  lock: lock('took back whom a child counts as brothers and sisters'),
  ...{ table: 'kith.sibling_group', thing: 'taking back brothers and sisters', done: TAKEN_BACK_WORDS },
  given: async (asking, at, { line }) => await groupGiven(asking, at, line),
  shows: ({ counted }, { name, who }) => ({
    title: `whom ${name} counts`,
    rows: [
      ['Whom they count', who],
      ['When they said so', dayWords(counted)],
    ],
  }),
  retract: async (asking, which) => await retractTogether(asking, 'kith.sibling_group', which),
})

const DECISION_FIELD: Readonly<Record<SiblingDecisionRefusal, string>> = {
  ...{ 'sibling decision unknown': 'kind', 'sibling decider unknown': 'by', 'sibling decision no day': 'decided' },
  ...{ 'sibling decision after today': 'decided', 'why apart empty': 'why', 'sibling review no day': 'review_by' },
  'sibling review before decision': 'review_by',
}
const DECISION_LABELS = {
  ...{ kind: 'What was decided', by: 'Who decided', decided: 'When', why: 'Why', review_by: 'Looked at again by' },
}
const readDecision = (typed: Typed, today: IsoDay) => {
  const may = mayDecideSiblings(
    {
      ...{ kind: typed.one('kind'), by: typed.one('by'), decider: null, why: typed.words('why') },
      decided: dayTyped(typed.one('decided'), today, 'back'),
      reviewBy: dayTyped(typed.one('review_by'), today, 'ahead'),
    },
    today,
  )
  return 'ok' in may ? may : { faults: faultsIn(may.refused, DECISION_FIELD, today) }
}
const DecisionFields: FC<FieldsProps<OfGroup>> = (of) => (
  <>
    <p>
      {of.given.name} counts: <strong>{of.given.who}</strong>
    </p>
    <ChoiceField
      of={of}
      name="kind"
      label="What was decided?"
      hint="They live together as far as that can be done (Children Act 1989 s.22C(8)(c)). Apart asks why."
      items={Object.entries(SIBLING_DECISIONS).map(([value, text]) => ({ value, text: `They ${text}` }))}
    />
    <ChoiceField
      of={of}
      name="by"
      label="Who decided?"
      items={SIBLING_DECIDERS.map((value) => ({ value, text: capital(value) }))}
    />
    <DayField of={of} name="decided" label="When?" looks="back" />
    <WordsField of={of} name="why" label="Why?" hint="And how they are kept close, where they live apart" rows={4} />
    <DayField of={of} name="review_by" label="By when is it looked at again?" looks="ahead" />
  </>
)
const decisionWords = {
  ...{ thing: 'a decision on brothers and sisters', button: 'Save decision', done: 'Saved.', fields: DECISION_LABELS },
  title: ({ name }: OfGroup) => `${name} and their brothers and sisters: together or apart`,
}
const deciding = makeForm<OfGroup, NewSiblingDecision>({
  ...{
    name: 'siblings-decision',
    path: '/children/:child/brothers-and-sisters/:about/decide',
    here: '/children',
    leadsTo,
  },
  lock: lock('recorded a decision on brothers and sisters'),
  ...{ words: decisionWords, Fields: DecisionFields },
  load: async (asking, at) => await groupGiven(asking, at, at.about),
  start: () => ({ decided: ['today'] }),
  decide: (typed, _, today) => readDecision(typed, today),
  save: async (asking, decision, { child, given: { group } }) => {
    const { id } = await decideSiblings(asking, { child: child ?? '', group }, decision)
    return { kind: 'saved', id }
  },
  undo: async (asking, id) => await takeBackSent(asking, { table: 'kith.sibling_decision', id }),
})

type Decision = Version<'kith.sibling_decision'>
const ofDecision = {
  here: '/children',
  leadsTo,
  table: 'kith.sibling_decision',
  given: async (asking: Parameters<typeof familyGiven>[0], at: At, row: Decision) =>
    await groupGiven(asking, at, row.sibling_group),
} as const
const correcting = makeCorrection<OfGroup, NewSiblingDecision, 'kith.sibling_decision'>({
  ...{ ...ofDecision, name: 'siblings-decision-correction', path: '/children/:child/sibling-decisions/:about/correct' },
  lock: lock('corrected a decision on brothers and sisters'),
  Fields: DecisionFields,
  words: {
    ...{ ...decisionWords, thing: 'a correction of a decision', button: 'Save correction', done: 'Corrected.' },
    title: (known) => `Correct: ${decisionWords.title(known)}`,
  },
  asTyped: ({ kind, decided_by, decided, words, review_by }) => ({
    ...{ kind: [kind], by: [decided_by], decided: [dayWords(decided)], why: [words ?? ''] },
    review_by: [dayWords(review_by)],
  }),
  decide: (typed, _, today) => readDecision(typed, today),
  correct: async (asking, decision, { version }) => await correctSiblingDecision(asking, version, decision),
})
const takenBack = makeRetraction<OfGroup, 'kith.sibling_decision'>({
  ...{ ...ofDecision, name: 'siblings-decision-retraction', path: '/children/:child/sibling-decisions/:about/retract' },
  lock: lock('took back a decision on brothers and sisters'),
  ...{ thing: 'taking back a decision', done: TAKEN_BACK_WORDS },
  shows: ({ kind, decided, words }, { name }) => ({
    title: `a decision on ${name} and their brothers and sisters`,
    rows: [
      ['What was decided', capital(kind)],
      ['When', dayWords(decided)],
      ['Why', words === undefined || words === '' ? 'Not said' : words],
    ],
  }),
  retract: async (asking, which) => await retractTogether(asking, 'kith.sibling_decision', which),
})

export const siblingForms: readonly Form[] = [counting, groupTakenBack, deciding, correcting, takenBack]
