// Letting a document that came under terms into packs, profiles, prints or copies: who was told, who agreed, and by what power.
import { anyDay, happenedDay, type IsoDay, optionalDay } from '#calendar'

export const USES = {
  pack: 'Packs for meetings and courts',
  profile: 'A profile for finding a home',
  print: 'Prints of pages',
  copy: 'Copies for the child, family or another council',
} as const
export type Use = keyof typeof USES
const isUse = (text: string): text is Use => Object.hasOwn(USES, text)

export const AGREED = { yes: 'Yes', no: 'No', 'not asked': 'They were not asked' } as const
export type Agreed = keyof typeof AGREED
const isAgreed = (text: string): text is Agreed => Object.hasOwn(AGREED, text)

export const LET_IN_BY = [
  'their agreement',
  'court order',
  'duty under an Act',
  'to keep a child safe',
  'legal adviser agreed',
  "request for one's own record",
] as const
export type LetInBy = (typeof LET_IN_BY)[number]

export type LettingInRefusal =
  | 'no use'
  | 'decided no day'
  | 'decided after today'
  | 'until no day'
  | 'until not ahead'
  | 'told unknown'
  | 'agreed unknown'
  | 'agreed untold'
  | 'power unknown'
  | 'power without agreement'
  | 'why empty'
export type TypedLettingIn = {
  readonly uses: readonly string[]
  readonly decided: string
  readonly until: string
  readonly told: string
  readonly agreed: string
  readonly power: string
  readonly why: string
}
export type NewLettingIn = {
  readonly goes_into: readonly Use[]
  readonly decided: IsoDay
  readonly until: IsoDay | null
  readonly told: 'yes' | 'no'
  readonly agreed: Agreed
  readonly power: LetInBy
  readonly why: string
}

/** Told and agreed are two facts: somebody can be told and not agree, and then another power is needed. */
function faultsOfAgreement({ told, agreed, power }: TypedLettingIn): LettingInRefusal[] {
  const refused: LettingInRefusal[] = []
  if (told !== 'yes' && told !== 'no') refused.push('told unknown')
  if (!isAgreed(agreed)) refused.push('agreed unknown')
  if (agreed === 'yes' && told === 'no') refused.push('agreed untold')
  if (LET_IN_BY.every((one) => one !== power)) refused.push('power unknown')
  if (power === 'their agreement' && agreed !== 'yes') refused.push('power without agreement')
  return refused
}

export function mayLetIn(
  typed: TypedLettingIn,
  today: IsoDay,
): { readonly ok: NewLettingIn } | { readonly refused: readonly LettingInRefusal[] } {
  const uses = typed.uses.filter(isUse)
  const decided = happenedDay(typed.decided, today)
  const until = optionalDay(typed.until, anyDay)
  const power = LET_IN_BY.find((one) => one === typed.power)
  const { told, agreed } = typed
  const why = typed.why.trim()
  const refused = faultsOfAgreement(typed)
  if (uses.length === 0 || uses.length < typed.uses.length) refused.push('no use')
  if ('fault' in decided) refused.push(decided.fault === 'no day' ? 'decided no day' : 'decided after today')
  if ('fault' in until) refused.push('until no day')
  else if (until.day !== null && until.day <= today) refused.push('until not ahead')
  if (why === '') refused.push('why empty')
  if (refused.length > 0 || 'fault' in decided || 'fault' in until || power === undefined || !isAgreed(agreed))
    return { refused }
  return {
    ok: {
      goes_into: uses,
      decided: decided.day,
      until: until.day,
      told: told === 'yes' ? 'yes' : 'no',
      agreed,
      power,
      why,
    },
  }
}

const WORDS: Readonly<Record<LettingInRefusal, string>> = {
  'no use': 'Tick at least one use from the list.',
  'decided no day': 'Write the day of the decision as a day, such as 23 Nov 2026.',
  'decided after today': 'The decision cannot be after today.',
  'until no day': 'Write the day as a day, such as 23 Nov 2026, or leave it empty.',
  'until not ahead': 'It is left out again from a day after today.',
  'told unknown': 'Say whether they were told.',
  'agreed unknown': 'Say whether they agreed.',
  'agreed untold': 'Somebody who was not told cannot have agreed. Look at both again.',
  'power unknown': 'Choose what the decision rests on.',
  'power without agreement': 'They did not agree. Choose what else it rests on, or leave it out.',
  'why empty': 'Write why it may go in. Whoever is asked later needs the reason.',
}
export const lettingInRefusalWords = (refusal: LettingInRefusal): string => WORDS[refusal]
