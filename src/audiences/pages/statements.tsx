// Who may know what is said of the child, a document, or a paragraph: one form for each kind, by one mechanism.
import { dayWords } from '#calendar'
import type { At, Form } from '#forms'
import { audienceColumns, BY_SCOPE, NOT_RELEASED } from '#people'
import type { NewAudience } from '../limiting.ts'
import { beginningOf, DOCUMENT_POWERS, OTHER_POWERS, PARAGRAPH_POWERS, STATEMENTS } from '../statement.ts'
import { genderForms } from './gender.tsx'
import { lettingInForms } from './letting-in.tsx'
import { makeLimiting } from './limiting-form.tsx'

const leadsTo = ({ child }: Pick<At, 'child'>): string => `/children/${child}/who-may-know`
const said = { leadsTo, powers: OTHER_POWERS } as const

const name = makeLimiting<'kith.child_name'>({
  ...{ ...STATEMENTS['kith.child_name'], ...said, name: 'name-audience', table: 'kith.child_name' },
  ...{ thing: 'who may know a name', log: 'said who may know what a child is called' },
  whom: async (_, __, { kind, words }) =>
    kind === 'gender'
      ? 'the gender, in their own words'
      : kind === 'pronouns'
        ? `the pronouns ${beginningOf(words)}`
        : `the name ${beginningOf(words)}`,
})
const birth = makeLimiting<'kith.birth_claim'>({
  ...{ ...STATEMENTS['kith.birth_claim'], ...said, name: 'birth-audience', table: 'kith.birth_claim' },
  ...{ thing: 'who may know a birth date', log: 'said who may know a birth date' },
  whom: async (_, { called }, { born }) => `that ${called} was born on ${dayWords(born)}`,
})
const identity = makeLimiting<'kith.identity_code'>({
  ...{ ...STATEMENTS['kith.identity_code'], ...said, name: 'identity-audience', table: 'kith.identity_code' },
  ...{ thing: 'who may know what the return says of a child', log: 'said who may know what the return says' },
  whom: async (_, { called }, { kind }) => `the ${kind} of ${called}`,
})

const side = makeLimiting<'kith.identity_talk'>({
  ...{ ...STATEMENTS['kith.identity_talk'], ...said, name: 'identity-talk-audience', table: 'kith.identity_talk' },
  ...{ thing: 'who may know a side of who a child is', log: 'said who may know a side of who a child is' },
  whom: async (_, { called }, { side: of, happened }) => `what was said of ${of} of ${called} on ${dayWords(happened)}`,
})
const exploitation = makeLimiting<'kith.exploitation_assessment'>({
  ...{ ...STATEMENTS['kith.exploitation_assessment'], ...said, table: 'kith.exploitation_assessment' },
  ...{ name: 'exploitation-audience', thing: 'who may know what is known of exploitation' },
  log: 'said who may know what is known of exploitation',
  whom: async (_, { called }, { assessed }) => `what was known of exploitation of ${called} on ${dayWords(assessed)}`,
})

const limits = (audience: NewAudience | undefined): boolean =>
  audience !== undefined && (audience.relations !== null || audience.mustNotKnow !== null)
const document = makeLimiting<'kith.document'>({
  ...{ ...STATEMENTS['kith.document'], name: 'document-audience', table: 'kith.document', powers: DOCUMENT_POWERS },
  ...{ thing: 'who may know a document', log: 'said who may know a document', leadsTo },
  whom: async (_, { called }, { kind, made }) =>
    `of this ${kind === 'other' ? 'document' : kind} about ${called}${made === null ? '' : `, made ${dayWords(made)}`}`,
  columns: (audience) => ({ audience_because: limits(audience) ? (audience?.power ?? null) : null }),
})

/** Those who see the story include carers and the child, to whom a paragraph is released by itself. */
const paragraphs = (table: 'kith.note_paragraph' | 'kith.story_note_paragraph', usual: typeof BY_SCOPE): Form => {
  const unlimited = audienceColumns(usual)
  return makeLimiting<typeof table>({
    ...{ ...STATEMENTS[table], table, powers: PARAGRAPH_POWERS, leadsTo, thing: 'who may know a paragraph' },
    ...{ name: table === 'kith.note_paragraph' ? 'note-paragraph-audience' : 'story-paragraph-audience' },
    log: 'said who may know a paragraph',
    whom: async (_, __, { words }) => `the paragraph “${beginningOf(words)}”`,
    columns: (audience) => ({
      audience: audience?.relations?.slice() ?? unlimited.audience,
      audience_why: limits(audience) ? (audience?.power ?? null) : unlimited.audience_why,
    }),
    ...(usual.relations === null ? {} : { usual: usual.relations }),
  })
}

export const audienceForms: readonly Form[] = [
  ...genderForms,
  ...[name, birth, identity, side, exploitation, document],
  paragraphs('kith.note_paragraph', BY_SCOPE),
  paragraphs('kith.story_note_paragraph', NOT_RELEASED),
  ...lettingInForms,
]
