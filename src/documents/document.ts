// What a document is, where it came from, under which terms and who may know; and whether it may be recorded so.
import { happenedDay, type IsoDay, optionalDay } from '#calendar'
import { PDF_HOLDS, type PdfHolds } from '#uploads'

export const DOCUMENT_KINDS = [
  'report',
  'letter',
  'photograph',
  'drawing',
  'certificate',
  'court document',
  'plan',
  'other',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export const SENDERS = [
  'child',
  'parent',
  'carer',
  'family or friend',
  'school',
  'health',
  'court',
  'police',
  'legal adviser',
  'our council',
  'another council',
  'somebody else',
  'not known',
] as const
export type Sender = (typeof SENDERS)[number]

/** How it may be used: packs, prints and copies leave all but `own` out until somebody named lets them in. */
export const TERMS = {
  own: 'Ours, or given to us freely',
  'filed in proceedings': 'Filed in court proceedings',
  'legal advice': 'Legal advice',
  police: 'From the police',
  'in confidence': 'Given in confidence',
  'about a third party': 'About somebody else',
} as const
export type Terms = keyof typeof TERMS

export const AUDIENCE_REASONS = [
  'court order',
  'terms of the source',
  'legal advice',
  'safety of the child',
  'wish of the child',
  'safety of somebody else',
] as const
export type AudienceReason = (typeof AUDIENCE_REASONS)[number]

/** Relations that may be named as an audience: those that see documents at all (held to the database by a test). */
export const AUDIENCES = [
  'adoption-team',
  'allocated-worker',
  'auditor',
  'business-support',
  'co-worker',
  'cover',
  'director',
  'inspector',
  'legal',
  'manager-line',
  'records-officer',
  'reviewing-officer',
] as const

export type DocumentRefusal =
  | 'title missing'
  | 'title too long'
  | 'caption too long'
  | 'kind unknown'
  | 'made no day'
  | 'made after today'
  | 'sender unknown'
  | 'terms unknown'
  | 'audience unknown'
  | 'audience without reason'
  | 'reason without audience'
  | 'kept from yourself'
  | 'say why'

export type TypedDocument = {
  readonly title: string
  readonly kind: string
  /** Empty: not known. */
  readonly made: string
  readonly fromWhom: string
  /** Who exactly, in words; may be empty. */
  readonly from: string
  readonly terms: string
  readonly caption: string
  readonly keptForChild: boolean
  /** Relations; empty: whoever sees documents of the child. */
  readonly audience: readonly string[]
  readonly mustNotKnow: readonly string[]
  readonly audienceBecause: string
}
export type DocumentWords = { readonly title: string; readonly from: string; readonly caption: string }
export type NewDocument = {
  readonly words: DocumentWords
  readonly kind: DocumentKind
  readonly made: IsoDay | null
  readonly fromWhom: Sender
  readonly terms: Terms
  readonly keptForChild: boolean
  readonly audience: readonly string[] | null
  readonly mustNotKnow: readonly string[] | null
  readonly audienceBecause: AudienceReason | null
}

const LONGEST_TITLE = 200
const LONGEST_CAPTION = 2_000
const oneOf =
  <T extends string>(all: readonly T[]) =>
  (text: string): T | undefined =>
    all.find((one) => one === text)
const kindOf = oneOf(DOCUMENT_KINDS)
const senderOf = oneOf(SENDERS)
const reasonOf = oneOf(AUDIENCE_REASONS)
const isTerms = (text: string): text is Terms => Object.hasOwn(TERMS, text)

function faultsOfAudience(typed: TypedDocument, me: string): DocumentRefusal[] {
  const some = typed.audience.length > 0 || typed.mustNotKnow.length > 0
  const faults: DocumentRefusal[] = []
  if (typed.audience.some((relation) => oneOf(AUDIENCES)(relation) === undefined)) faults.push('audience unknown')
  if (some && reasonOf(typed.audienceBecause) === undefined) faults.push('audience without reason')
  if (!some && typed.audienceBecause !== '') faults.push('reason without audience')
  // Whoever kept a document from themselves could never put that right.
  if (typed.mustNotKnow.includes(me)) faults.push('kept from yourself')
  return faults
}

/** `me`: the person of whoever records it. */
export function mayRecordDocument(
  typed: TypedDocument,
  { today, me }: { readonly today: IsoDay; readonly me: string },
): { readonly ok: NewDocument } | { readonly refused: readonly DocumentRefusal[] } {
  const words = { title: typed.title.trim(), from: typed.from.trim(), caption: typed.caption.trim() }
  const [kind, sender] = [kindOf(typed.kind), senderOf(typed.fromWhom)]
  const made = optionalDay(typed.made, (text) => happenedDay(text, today))
  const refused: DocumentRefusal[] = []
  if (words.title === '') refused.push('title missing')
  if (words.title.length > LONGEST_TITLE || words.from.length > LONGEST_TITLE) refused.push('title too long')
  if (words.caption.length > LONGEST_CAPTION) refused.push('caption too long')
  if (kind === undefined) refused.push('kind unknown')
  if ('fault' in made) refused.push(made.fault === 'no day' ? 'made no day' : 'made after today')
  if (sender === undefined) refused.push('sender unknown')
  if (!isTerms(typed.terms)) refused.push('terms unknown')
  refused.push(...faultsOfAudience(typed, me))
  if (refused.length > 0 || kind === undefined || sender === undefined || 'fault' in made || !isTerms(typed.terms))
    return { refused }
  const list = (all: readonly string[]) => (all.length === 0 ? null : all)
  return {
    ok: {
      ...{ words, kind, made: made.day, fromWhom: sender, terms: typed.terms, keptForChild: typed.keptForChild },
      ...{ audience: list(typed.audience), mustNotKnow: list(typed.mustNotKnow) },
      audienceBecause: reasonOf(typed.audienceBecause) ?? null,
    },
  }
}

/** Title, sender and caption are one encrypted text. */
export const writeWords = ({ title, from, caption }: DocumentWords): string => JSON.stringify({ title, from, caption })
export const writeFileWords = ({ name, sha256, cleaned, holds }: FileWords): string =>
  JSON.stringify({
    name,
    sha256,
    ...(cleaned ? { cleaned: 'yes' } : {}),
    ...(holds.length > 0 ? { holds: holds.join(' ') } : {}),
  })
/**
 * The name that a file came with, and the hash of its bytes: a hash beside the record would tell which file it was. `cleaned`:
 * a picture without what a camera wrote into it; pictures from before that was done are not.
 */
export type FileWords = {
  readonly name: string
  readonly sha256: string
  readonly cleaned: boolean
  readonly holds: readonly PdfHolds[]
}

function field(text: string, name: string): string {
  const read: unknown = JSON.parse(text)
  const value: unknown = typeof read === 'object' && read !== null ? Reflect.get(read, name) : undefined
  return typeof value === 'string' ? value : ''
}
export const readWords = (text: string): DocumentWords => ({
  title: field(text, 'title'),
  from: field(text, 'from'),
  caption: field(text, 'caption'),
})
export const readFileWords = (text: string): FileWords => ({
  name: field(text, 'name'),
  sha256: field(text, 'sha256'),
  cleaned: field(text, 'cleaned') === 'yes',
  holds: PDF_HOLDS.filter((one) => field(text, 'holds').split(' ').includes(one)),
})
