// The forms of what a child is called: each name with since when, and pronouns in their own words.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords } from '#calendar'
import { ChoiceField, DayField, type FieldsProps, type Form, LineField, type Reading } from '#forms'
import { InsetText } from '#look'
import {
  GENDER,
  mayRecordName,
  mayRecordPronouns,
  type NameKind,
  type NameRefusal,
  PRONOUNS,
  type PronounsRefusal,
} from '../name.ts'
import { personRefusalWords } from '../refusal-words.ts'
import { type FactGiven, makeFactForms } from './fact-forms.tsx'

const KINDS: Readonly<Record<NameKind, { readonly text: string; readonly hint: string }>> = {
  'known as': { text: 'What they like to be called', hint: 'It stands wherever Kith speaks of them' },
  given: { text: 'Given name', hint: 'As on the birth certificate, or as a deed changed it' },
  family: { text: 'Family name', hint: 'As on the birth certificate, or as a deed changed it' },
}
const kindText = (kind: string): string => Object.entries(KINDS).find(([one]) => one === kind)?.[1].text ?? 'A name'
const sinceText = (since: string | null): string => (since === null ? '' : `, since ${dayWords(since)}`)

const NameFields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <ChoiceField
      of={of}
      name="kind"
      label="Which name is it?"
      items={Object.entries(KINDS).map(([value, words]) => ({ value, ...words }))}
    />
    <LineField
      of={of}
      name="name"
      label="The name"
      hint="Every name stays and is found by the search; the latest of its kind is shown"
    />
    <DayField of={of} name="since" label="Since when?" hint="Empty if nobody knows, or always" looks="back" />
  </>
)
const NAME_FIELD: Readonly<Record<NameRefusal, string>> = {
  'kind of name unknown': 'kind',
  'name empty': 'name',
  'since no day': 'since',
  'since after today': 'since',
}
const sinceIn = (r: Reading): string => dayTyped(r.typed.one('since'), r.today, 'back')

const nameForms = makeFactForms<'kith.child_name'>({
  ...{ name: 'name', path: 'names', table: 'kith.child_name', scope: 'header', thing: 'a name', limited: 'names' },
  title: (name) => `What ${name} is called`,
  fields: { kind: 'Which name', name: 'The name', since: 'Since when' },
  own: ({ kind }) => kind !== PRONOUNS && kind !== GENDER,
  says: ({ kind, words, since }) => `${kindText(kind)}: ${words ?? 'taken out of sight'}${sinceText(since)}`,
  asTyped: ({ kind, words, since }) => ({ kind: [kind], name: [words ?? ''], since: [dayWords(since)] }),
  read: (r) => {
    const may = mayRecordName({ kind: r.typed.one('kind'), name: r.typed.one('name'), since: sinceIn(r) }, r.today)
    if ('ok' in may) return { kind: may.ok.kind, since: may.ok.since }
    for (const one of may.refused) r.fault(NAME_FIELD[one], personRefusalWords(one, r.today))
    return { kind: 'given', since: null }
  },
  words: (r) => r.typed.one('name').replace(/\s+/g, ' '),
  Fields: NameFields,
})

const PRONOUN_FIELD: Readonly<Record<PronounsRefusal, string>> = {
  'pronouns empty': 'said',
  'pronouns too long': 'said',
  'since no day': 'since',
  'since after today': 'since',
}
const PronounFields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <InsetText>
      Write them only where {of.given.name} said so, and wants them here: everybody who may open this record reads them
      beside the name, until you say who may know them. Nothing is guessed from a name or from the sex of the return.
    </InsetText>
    <LineField
      of={of}
      name="said"
      label={`How does ${of.given.name} want to be spoken of?`}
      hint="In their own words, such as “she/her”, “he”, “they/them”"
      width="govuk-input--width-20"
    />
    <DayField of={of} name="since" label="When did they say so?" hint="Empty if nobody knows" looks="back" />
  </>
)
const pronounForms = makeFactForms<'kith.child_name'>({
  ...{
    name: 'pronouns',
    path: 'pronouns',
    table: 'kith.child_name',
    scope: 'header',
    thing: 'pronouns',
    limited: 'names',
  },
  title: (name) => `Pronouns of ${name}`,
  fields: { said: 'The pronouns', since: 'When they said so' },
  own: ({ kind }) => kind === PRONOUNS,
  says: ({ words, since }) => `${words ?? 'taken out of sight'}${sinceText(since)}`,
  asTyped: ({ words, since }) => ({ said: [words ?? ''], since: [dayWords(since)] }),
  read: (r) => {
    const may = mayRecordPronouns({ said: r.typed.one('said'), since: sinceIn(r) }, r.today)
    if ('ok' in may) return { kind: PRONOUNS, since: may.ok.since }
    for (const one of may.refused) r.fault(PRONOUN_FIELD[one], personRefusalWords(one, r.today))
    return { kind: PRONOUNS, since: null }
  },
  words: (r) => r.typed.one('said').replace(/\s+/g, ' '),
  Fields: PronounFields,
})

export const calledForms: readonly Form[] = [...nameForms, ...pronounForms]
