// The forms of who a child is for the return: sex, ethnic origin, and the numbers that they have elsewhere.
import type { FC } from 'hono/jsx'
import { ChoiceField, type FieldsProps, type Form, LineField, PickField } from '#forms'
import { ISSUERS, mayRecordIdentifier } from '../identifier.ts'
import { personRefusalWords } from '../refusal-words.ts'
import { ETHNICITIES, type Said, SEXES, saidOf, valuesIn, WHY_NO_PUPIL_NUMBER } from '../return-codes-data.ts'
import { type FactForms, type FactGiven, makeFactForms } from './fact-forms.tsx'

type Code = {
  readonly name: string
  readonly kind: 'sex for the return' | 'ethnicity for the return'
  readonly list: readonly Said[]
} & Pick<FactForms<'kith.identity_code'>, 'thing' | 'title' | 'Fields'> & { readonly missing: string }

const codeForms = ({ name, kind, list, missing, ...of }: Code): readonly Form[] =>
  makeFactForms<'kith.identity_code'>({
    ...{ ...of, name: `identity-${name}`, path: `identity/${name}`, table: 'kith.identity_code', scope: 'header' },
    limited: 'identity',
    fields: { [name]: of.title('the child') },
    own: (version) => version.kind === kind,
    once: () => kind,
    says: ({ code }) => saidOf(list, code),
    asTyped: ({ code }) => ({ [name]: [code] }),
    read: (r) => ({ kind, code: r.choice(name, valuesIn(list), missing) }),
  })

const SexFields: FC<FieldsProps<FactGiven>> = (of) => (
  <ChoiceField
    of={of}
    name="sex"
    label={`What does the return say of ${of.given.name}?`}
    hint="The return asks for sex, and knows these three. How they see themselves stands elsewhere, in their own words."
    items={SEXES}
  />
)
const EthnicityFields: FC<FieldsProps<FactGiven>> = (of) => (
  <PickField
    of={of}
    name="ethnicity"
    label={`How does ${of.given.name}, or their family, describe it?`}
    hint="Ask; nobody else can say. The return knows these words alone."
    items={ETHNICITIES}
  />
)

const NumberFields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <PickField
      of={of}
      name="issuer"
      label="Which number is it?"
      items={Object.entries(ISSUERS).map(([value, text]) => ({
        value,
        text: text.slice(0, 1).toUpperCase() + text.slice(1),
      }))}
    />
    <LineField
      of={of}
      name="value"
      label="The number"
      hint={`Of a pupil who has none, write why. ${WHY_NO_PUPIL_NUMBER.map(({ value, text }) => `${value}: ${text}`).join('. ')}.`}
      width="govuk-input--width-20"
    />
  </>
)
const issuerCalled = (issuer: string): string =>
  Object.entries(ISSUERS).find(([one]) => one === issuer)?.[1] ?? 'another number'

const numberForms = makeFactForms<'kith.child_identifier'>({
  ...{ name: 'identifier', path: 'identifiers', table: 'kith.child_identifier', scope: 'header' },
  ...{ thing: 'a number of a child', title: (name) => `A number that ${name} has elsewhere` },
  fields: { issuer: 'Which number', value: 'The number' },
  once: ({ issuer }) => issuer,
  says: ({ issuer, value }) => `${issuerCalled(issuer)} ${value}`,
  asTyped: ({ issuer, value }) => ({ issuer: [issuer], value: [value] }),
  read: (r) => {
    const may = mayRecordIdentifier({ issuer: r.typed.one('issuer'), value: r.typed.one('value') })
    if ('ok' in may) return may.ok
    for (const one of may.refused)
      r.fault(one === 'issuer unknown' ? 'issuer' : 'value', personRefusalWords(one, r.today))
    return { issuer: '', value: '' }
  },
  Fields: NumberFields,
})

export const identityForms: readonly Form[] = [
  ...codeForms({
    ...{ name: 'sex', kind: 'sex for the return', list: SEXES, Fields: SexFields },
    ...{ thing: 'sex for the return', title: (name) => `Sex of ${name}, for the return` },
    missing: 'Choose what the return is to say. Where it is not known yet, say so.',
  }),
  ...codeForms({
    ...{ name: 'ethnicity', kind: 'ethnicity for the return', list: ETHNICITIES, Fields: EthnicityFields },
    ...{ thing: 'ethnic origin', title: (name) => `Ethnic origin of ${name}` },
    missing: 'Choose what they told you. Where nobody has asked yet, say that it is not known.',
  }),
  ...numberForms,
]
