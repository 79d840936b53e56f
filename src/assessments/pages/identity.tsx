// The forms of who a child is: one talk about one side of it, put right and taken back.
import type { FC } from 'hono/jsx'
import { nobodyCould } from '#audiences'
import { dayWords } from '#calendar'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  LineField,
  makeRecordForms,
  PickField,
  WordsField,
} from '#forms'
import { capital } from '#look'
import { SET_OFF, setOffTyped, setOffWords } from '#triggers'
import { SET_OFF_LABELS, SetOffFields } from '#triggers/pages'
import {
  decideIdentity,
  IDENTITY_PARTS,
  type NewIdentity,
  SIDES,
  sideWords,
  TOLD_BY,
  TOLD_BY_WORDS,
} from '../identity.ts'
import { correctIdentity, recordIdentity, retractAssessment } from '../store.ts'
import { type Given, given, orNothing, partsOf, toWho } from './about-child.tsx'
import { FEW_LABELS, FewField, fewColumns, type Kept, withFew } from './kept-to-few.tsx'

const Asked: FC<FieldsProps<Given>> = (of) => {
  const { name } = of.given
  return (
    <>
      <p>
        Tell {name} first who reads this: those who read their plans, with carers, school and nurse among them, unless
        it is kept to few. Leave out what they do not want written.
      </p>
      <PickField of={of} name="side" label="What is it about?" items={itemsOf(SIDES)} />
      <DayField of={of} name="happened" label="When did you talk?" looks="back" />
      <SetOffFields of={of} />
      <LineField of={of} name="with" label="Who talked about it, and with whom?" />
      <ChoiceField
        of={of}
        name="told_by"
        label="In whose words is it?"
        items={TOLD_BY.map((value) => ({ value, text: capital(TOLD_BY_WORDS[value]) }))}
      />
      <WordsField
        of={of}
        name="means"
        label={`What it means to ${name}`}
        hint="Not the code: what it is to them."
        rows={5}
      />
      <WordsField of={of} name="needs" label="What they need because of it, if anything" rows={3} />
      <WordsField of={of} name="equipment" label="Of a disability: equipment, and who keeps it working" rows={2} />
      <WordsField
        of={of}
        name="communication"
        label="How to talk with them: signs, pictures, an interpreter, time"
        rows={2}
      />
      <WordsField
        of={of}
        name="plan"
        label="If they need something: in which plan it stands, or why in none"
        rows={2}
      />
      <WordsField of={of} name="changed" label="What changed because of it" rows={3} />
      <LineField of={of} name="sources" label="Where it comes from" hint="A talk, a visit, a letter; who said so" />
    </>
  )
}
/** As it is written, who reads it is asked with it. */
const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <Asked {...of} />
    <FewField of={of} usual="those who read their plans" />
  </>
)
const LABELS = {
  ...SET_OFF_LABELS,
  ...FEW_LABELS,
  ...{ side: 'What about', happened: 'When', with: 'Who talked', told_by: 'In whose words', means: 'What it means' },
  ...{ needs: 'What they need', equipment: 'Equipment', communication: 'How to talk with them', plan: 'In which plan' },
  ...{ changed: 'What changed', sources: 'Where it comes from' },
}

export const identityForms: readonly Form[] = makeRecordForms<Given, Kept<NewIdentity>, 'kith.identity_talk'>({
  ...{
    name: 'identity-talk',
    path: 'who-they-are',
    table: 'kith.identity_talk',
    here: '/children',
    leadsTo: toWho,
    given,
  },
  ...{ decide: withFew(decideIdentity), Fields, FieldsOfCorrection: Asked },
  lock: { may: ['write', 'plan'], log: 'recorded a talk about who a child is' },
  words: {
    ...{ thing: 'a talk about who a child is', button: 'Save', done: 'Saved.', fields: LABELS },
    title: ({ name }) => `Who ${name} is, as you talked about it`,
  },
  start: () => ({ happened: ['today'] }),
  refused: nobodyCould,
  record: async (asking, { written, few }, { child }) => {
    const columns = await fewColumns(asking, child, few)
    return await recordIdentity(asking, child, { ...written, few: columns })
  },
  asTyped: ({ side, happened, told_by, words, ...row }) => {
    const parts = partsOf(words, [...IDENTITY_PARTS])
    return {
      ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, [text]])),
      ...{ side: [side], happened: [dayWords(happened)], told_by: [told_by], ...setOffTyped(row, parts[SET_OFF]) },
    }
  },
  correct: async (asking, { written }, id) => await correctIdentity(asking, id, written),
  shows: ({ side, happened, words, ...row }, { name }) => ({
    title: `a talk about who ${name} is`,
    rows: [
      ['What about', sideWords(side)],
      ['When', dayWords(happened)],
      ['What set it off', setOffWords(row, partsOf(words, [...IDENTITY_PARTS])[SET_OFF])],
      ['What it means', orNothing(partsOf(words, [...IDENTITY_PARTS])['means'])],
    ],
  }),
  retract: async (asking, id, reason) => await retractAssessment(asking, 'kith.identity_talk', { id, reason }),
})
