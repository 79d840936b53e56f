// Names: which name it is and since when; the one in force of each kind, and the name that a page shows.
import { happenedDay, type IsoDay, optionalDay } from '#calendar'

const NAME_KINDS = ['given', 'family', 'known as'] as const
export type NameKind = (typeof NAME_KINDS)[number]
const isNameKind = (text: string): text is NameKind => NAME_KINDS.some((kind) => kind === text)

/** Kept among the names, since they too are what somebody is called, and no part of any name. */
export const PRONOUNS = 'pronouns'
const LONGEST: Readonly<Record<InTheirWords, number>> = { pronouns: 40, gender: 200 }
export type PronounsRefusal = 'pronouns empty' | 'pronouns too long' | 'since no day' | 'since after today'
/** In the person's own words, as pronouns are; a code of the return is none. */
export const GENDER = 'gender'
type InTheirWords = 'pronouns' | 'gender'
/** In the person's own words: 'she/her', 'they', 'any'; or, of their gender, whatever they call it. */
export function mayRecordPronouns(
  typed: { readonly said: string; readonly since: string },
  today: IsoDay,
  of: InTheirWords = 'pronouns',
):
  | { readonly ok: { readonly said: string; readonly since: IsoDay | null } }
  | { readonly refused: readonly PronounsRefusal[] } {
  const since = optionalDay(typed.since, (text) => happenedDay(text, today))
  const said = typed.said.trim().replace(/\s+/g, ' ')
  const refused: PronounsRefusal[] = []
  if (said === '') refused.push('pronouns empty')
  if (said.length > LONGEST[of]) refused.push('pronouns too long')
  if ('fault' in since) refused.push(since.fault === 'no day' ? 'since no day' : 'since after today')
  return refused.length > 0 || 'fault' in since ? { refused } : { ok: { said, since: since.day } }
}

export type TypedName = { readonly kind: string; readonly name: string; readonly since: string }
export type NewName = { readonly kind: NameKind; readonly name: string; readonly since: IsoDay | null }
export type NameRefusal = 'kind of name unknown' | 'name empty' | 'since no day' | 'since after today'

/** Spaces within a name are kept as single ones; nothing else of it is touched. */
export function mayRecordName(
  typed: TypedName,
  today: IsoDay,
): { readonly ok: NewName } | { readonly refused: readonly NameRefusal[] } {
  const since = optionalDay(typed.since, (text) => happenedDay(text, today))
  const name = typed.name.trim().replace(/\s+/g, ' ')
  const refused: NameRefusal[] = []
  if (name === '') refused.push('name empty')
  if ('fault' in since) refused.push(since.fault === 'no day' ? 'since no day' : 'since after today')
  if (!isNameKind(typed.kind)) return { refused: ['kind of name unknown', ...refused] }
  return refused.length > 0 || 'fault' in since ? { refused } : { ok: { kind: typed.kind, name, since: since.day } }
}

export type KnownName = {
  readonly line: string
  readonly kind: string
  readonly since: string | null
  /** undefined: taken out of sight. */
  readonly words: string | undefined
}

/** The latest of its kind: by the day from which it holds, then by when its line began. */
export function nameInForce(names: readonly KnownName[], kind: NameKind): string | undefined {
  const order = ({ since, line }: KnownName): string => `${since ?? ''} ${line}`
  const own = names.filter((name) => name.kind === kind && name.words !== undefined)
  return own.sort((a, b) => (order(a) < order(b) ? -1 : 1)).at(-1)?.words
}

/** 'Jo Marsh': what the child is known as, or the given name, with the family name; undefined: no name is known. */
export function shownName(names: readonly KnownName[]): string | undefined {
  const first = nameInForce(names, 'known as') ?? nameInForce(names, 'given')
  const parts = [first, nameInForce(names, 'family')].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(' ')
}
