// The form of a request for a home: strengths and the child's words first, then what must be and what is hoped for; begun from the record.
import type { FC } from 'hono/jsx'
import { day, dayWords } from '#calendar'
import { usualSchoolYear } from '#child-frame'
import { childById } from '#children'
import { type Asking, correct, type RecordColumns, recordFirst, retract, writeParts } from '#database'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type Item,
  itemsOf,
  LineField,
  makeRecordForms,
  PickField,
  reading,
  TicksField,
  WordsField,
} from '#forms'
import { InsetText } from '#look'
import { LANGUAGE_WORDS, PETS_ASKED, SKILL_WORDS } from '../asked-words.ts'
import { readRequest, requestAsTyped, wordsIn } from '../reading-request.ts'
import { type Begun, placesFound, siblingsKnown, wordsFound, writePlaces } from '../record-store.ts'
import { HAVES, HOME_KINDS, LIVING_WITH, PROFILE, PROFILE_PARTS } from '../request-codes-data.ts'
import { requestsOf, wordsOfRequest } from '../store.ts'
import { lock, REQUEST_PAGE } from './request-page.tsx'

type Given = {
  readonly name: string
  readonly siblings: readonly Item[]
  readonly begun: Begun
  readonly year: number | null
  readonly open: string | undefined
}
type Ok = { readonly columns: RecordColumns<'kith.home_request'>; readonly words: string }

async function given(
  asking: Asking,
  { child, today }: At,
  version?: { readonly line: string },
): Promise<Given | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  if (known === undefined || child === null) return undefined
  const open = (await requestsOf(asking, child)).find(({ closed, line }) => closed === null && line !== version?.line)
  const usual = /\d+/.exec(known.born === undefined ? '' : (usualSchoolYear(day(known.born), today) ?? ''))?.[0]
  return {
    ...{ name: known.name ?? 'this child', siblings: await siblingsKnown(asking, child), open: open?.line },
    ...{ begun: await wordsFound(asking, child), year: usual === undefined ? null : Number(usual) },
  }
}

const HINTS: Readonly<Partial<Record<(typeof PROFILE_PARTS)[number], string>>> = {
  own: 'As they said it. Ask them what matters to them in a home.',
  like: 'One on each line. A home is asked about each.',
  first: 'What would make the first days easier.',
}
const Strengths: FC<FieldsProps<Given>> = (of) => (
  <>
    <h2 class="govuk-heading-m">Who they are, as a home will read it</h2>
    <p>One page, strengths first. Nothing of it is needed before somebody can look for a home.</p>
    {PROFILE_PARTS.map((part) => (
      <WordsField of={of} name={part} label={PROFILE[part]} hint={HINTS[part]} rows={3} />
    ))}
    <TicksField
      of={of}
      name="faith_matters"
      label="Faith and culture"
      items={[{ value: 'yes', text: 'They or their family said that it matters in a home. Then homes are asked.' }]}
    />
  </>
)
const Musts: FC<FieldsProps<Given>> = (of) => (
  <>
    <h2 class="govuk-heading-m">What has to be, and what is hoped for</h2>
    <TicksField
      of={of}
      name="needs"
      label="Needs that were assessed: which skills meet them?"
      items={itemsOf(SKILL_WORDS)}
    />
    <TicksField of={of} name="must_have" label="What must the home have?" items={itemsOf(HAVES)} />
    <TicksField of={of} name="hope" label="What do they hope for?" items={itemsOf(HAVES)} />
    <PickField
      of={of}
      name="language"
      label="A language that matters in the home"
      none="None"
      items={itemsOf(LANGUAGE_WORDS)}
    />
    <TicksField
      of={of}
      name="language_must"
      label="That language"
      items={[{ value: 'yes', text: 'The home must speak it' }]}
    />
    <TicksField of={of} name="no_pets" label="Animals that must not be there" items={itemsOf(PETS_ASKED)} />
    <ChoiceField of={of} name="living_with" label="With which other children?" items={itemsOf(LIVING_WITH)} />
    {of.given.siblings.length > 0 && (
      <TicksField
        of={of}
        name="with_siblings"
        label="With which brothers and sisters?"
        hint="Together is the rule. Apart is a decision, with a reason and a plan for their time together."
        items={of.given.siblings}
      />
    )}
  </>
)
const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    {of.given.open !== undefined && (
      <InsetText>A home is looked for already. Put that request right, or close it first.</InsetText>
    )}
    <DayField of={of} name="needed_by" label="From when is a home needed?" looks="ahead" />
    <TicksField of={of} name="emergency" label="Emergency" items={[{ value: 'yes', text: 'It cannot be planned' }]} />
    <TicksField
      of={of}
      name="kinds"
      label="Which kinds of home does the care plan allow?"
      items={itemsOf(HOME_KINDS)}
    />
    <TicksField
      of={of}
      name="family_considered"
      label="Family and friends (section 22C)"
      items={[{ value: 'yes', text: 'Parents, and people they are connected with, were considered first' }]}
    />
    <WordsField of={of} name="considered" label="Who was considered, and why not now" rows={2} />
    <Strengths {...of} />
    <Musts {...of} />
    <LineField of={of} name="school_year" label="School year, from 1 to 13" width="govuk-input--width-2" />
    <TicksField
      of={of}
      name="no_family_home"
      label="Family home"
      items={[{ value: 'yes', text: 'There is none to measure miles from, as for a child who came alone' }]}
    />
  </>
)

const FIELDS = {
  ...{
    needed_by: 'Needed from',
    emergency: 'Emergency',
    kinds: 'Kinds of home',
    family_considered: 'Family considered',
  },
  ...{
    considered: 'Who was considered',
    ...PROFILE,
    faith_matters: 'Faith matters',
    needs: 'Needs',
    must_have: 'Must have',
  },
  ...{
    hope: 'Hopes',
    language: 'Language',
    language_must: 'Language is a must',
    no_pets: 'Animals',
    living_with: 'With whom',
  },
  ...{ with_siblings: 'Brothers and sisters', school_year: 'School year', no_family_home: 'No family home' },
}

export const requestForms: readonly Form[] = makeRecordForms<Given, Ok, 'kith.home_request'>({
  ...{ name: 'home-request', path: 'home-requests', table: 'kith.home_request', here: '/homes/wanted' },
  ...{ leadsTo: REQUEST_PAGE, lock: lock('recorded a request for a home'), Fields, given },
  words: {
    ...{
      thing: 'a request for a home',
      button: 'Save the request',
      done: 'Saved. What is missing is listed.',
      fields: FIELDS,
    },
    title: ({ name }) => `A home for ${name}`,
  },
  start: ({ begun, year }) => ({
    ...{ ...Object.fromEntries(Object.entries(begun).map(([part, text]) => [part, [text]])) },
    ...{ kinds: ['foster'], living_with: ['anybody'], school_year: [year === null ? '' : String(year)] },
  }),
  decide: (typed, known, today) => {
    const r = reading(typed, today)
    const columns = readRequest(r, known.siblings)
    if (known.open !== undefined)
      r.fault('', 'A home is looked for already. Put that request right, or close it first.')
    return r.result(() => ({ columns, words: writeParts(wordsIn(r)) ?? '' }))
  },
  record: async (asking, { columns, words }, { child, today }) => {
    const written = await recordFirst(asking, 'kith.home_request', { child, columns, words })
    await writePlaces(asking, { child, request: written.line }, await placesFound(asking, child, today))
    return written
  },
  asTyped: ({ words, ...version }) => requestAsTyped({ ...version, said: wordsOfRequest(words) }),
  correct: async (asking, { columns, words }, id) => {
    const { closed: _, closed_why: __, ...own } = columns
    return await correct(asking, 'kith.home_request', { id, columns: own, words })
  },
  shows: (version, { name }) => ({
    title: `A home for ${name}`,
    rows: [['Needed from', dayWords(version.needed_by)]],
    also: 'What was asked of homes and answered stays in the history.',
  }),
  retract: async (asking, id, reason) => await retract(asking, 'kith.home_request', { id, reason }),
})
