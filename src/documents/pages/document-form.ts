// What the form of a document decides from what was typed, and the words that it offers.

import { dayTyped, formatDay, type IsoDay, parseDay } from '#calendar'
import type { Typed, Values } from '#drafts'
import { capital } from '#look'
import {
  AUDIENCE_REASONS,
  AUDIENCES,
  DOCUMENT_KINDS,
  type DocumentRefusal,
  type DocumentWords,
  mayRecordDocument,
  type NewDocument,
  SENDERS,
  TERMS,
} from '../document.ts'
import { documentRefusalWords } from '../refusal-words.ts'

type Fault = { readonly field: string; readonly says: string }

const items = (words: readonly string[]) => words.map((value) => ({ value, text: capital(value) }))

/** What the terms of a source mean for whoever would share it. */
export const TERMS_MEAN: Readonly<Record<keyof typeof TERMS, string>> = {
  own: 'It may go into packs, prints and copies.',
  'filed in proceedings': 'Do not share it outside the proceedings without the court’s leave. Ask the legal team.',
  'legal advice': 'Do not share it: the advice would lose its protection. Ask the legal team.',
  police: 'Do not share it without the police’s agreement.',
  'in confidence': 'Do not share it without asking whoever gave it.',
  'about a third party': 'It is about somebody else. Do not share it without asking them.',
}
export const isTerms = (text: string): text is keyof typeof TERMS => Object.hasOwn(TERMS, text)

const WHO: Readonly<Record<(typeof AUDIENCES)[number], string>> = {
  'adoption-team': 'Adoption team',
  'allocated-worker': 'Their social worker',
  auditor: 'Auditors',
  'business-support': 'Business support',
  'co-worker': 'Co-workers',
  cover: 'Whoever covers',
  director: 'The director',
  inspector: 'Inspectors',
  legal: 'Legal team',
  'manager-line': 'Managers',
  'records-officer': 'Records officers',
  'reviewing-officer': 'Reviewing officer',
}
export const audienceWords = (audience: readonly string[]): string =>
  audience
    .map((relation) => AUDIENCES.find((one) => one === relation))
    .flatMap((one) => (one === undefined ? [] : [WHO[one]]))
    .join(', ')

export const CHOICES = {
  kind: items(DOCUMENT_KINDS),
  fromWhom: items(SENDERS),
  terms: Object.entries(TERMS).map(([value, text]) => ({ value, text, hint: isTerms(value) ? TERMS_MEAN[value] : '' })),
  audience: AUDIENCES.map((value) => ({ value, text: WHO[value] })),
  audienceBecause: items(AUDIENCE_REASONS),
} as const

export const LABELS = {
  title: 'Title',
  kind: 'What it is',
  made: 'When it was made',
  fromWhom: 'Who it came from',
  from: 'Their name',
  terms: 'Terms',
  caption: 'Caption',
  keptForChild: 'Kept for the child',
  audience: 'Who may know',
  audienceBecause: 'Why only they may know',
}

const FIELD_OF: Readonly<Record<DocumentRefusal, string>> = {
  'title missing': 'title',
  'title too long': 'title',
  'caption too long': 'caption',
  'kind unknown': 'kind',
  'made no day': 'made',
  'made after today': 'made',
  'sender unknown': 'fromWhom',
  'terms unknown': 'terms',
  'audience unknown': 'audience',
  'audience without reason': 'audienceBecause',
  'reason without audience': 'audience',
  'kept from yourself': 'audience',
  'say why': '',
}

export type Known = { readonly me: string; readonly mustNotKnow: readonly string[] }

export function decideDocument(
  typed: Typed,
  { me, mustNotKnow }: Known,
  today: IsoDay,
): { readonly ok: NewDocument } | { readonly faults: readonly Fault[] } {
  const made = typed.one('made') === '' ? '' : dayTyped(typed.one('made'), today, 'back')
  const decided = mayRecordDocument(
    {
      ...{ title: typed.one('title'), kind: typed.one('kind'), made, fromWhom: typed.one('fromWhom') },
      ...{ from: typed.one('from'), terms: typed.one('terms'), caption: typed.words('caption') },
      ...{ keptForChild: typed.ticked('keptForChild'), audience: typed.all('audience').filter((one) => one !== '') },
      ...{ mustNotKnow, audienceBecause: typed.one('audienceBecause') },
    },
    { today, me },
  )
  if ('ok' in decided) return decided
  return {
    faults: decided.refused.map((refusal) => ({
      field: FIELD_OF[refusal],
      // A form takes a day as people write it.
      says:
        refusal === 'made no day'
          ? 'Write a day, as in 27 Nov, or leave it empty.'
          : documentRefusalWords(refusal, today),
    })),
  }
}

export type StoredDocument = {
  readonly kind: string
  readonly made: string | null
  readonly from_whom: string
  readonly terms: string
  readonly kept_for_child: boolean
  readonly audience: readonly string[] | null
  readonly audience_because: string | null
}

/** A document of the record as its form begins. */
export function documentAsTyped(stored: StoredDocument, words: DocumentWords): Values {
  const day = stored.made === null ? undefined : parseDay(stored.made)
  return {
    ...{ title: [words.title], kind: [stored.kind], made: day === undefined ? [] : [formatDay(day)] },
    ...{ fromWhom: [stored.from_whom], from: [words.from], terms: [stored.terms], caption: [words.caption] },
    ...{ keptForChild: stored.kept_for_child ? ['yes'] : [], audience: stored.audience ?? [] },
    audienceBecause: stored.audience_because === null ? [] : [stored.audience_because],
  }
}
