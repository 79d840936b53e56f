// What was approved or refused on paper by somebody who does not use Kith: what has to be known of it, and who may write it down.
import { happenedDay, type IsoDay } from '#calendar'
import type { Answered, AnsweredAlready, ApprovalRequest } from './approval.ts'
import type { Decided } from './decision.ts'

export const ON_PAPER = ['approved', 'approved with conditions', 'refused'] as const
export type OnPaper = (typeof ON_PAPER)[number]

export type PaperRefusal =
  | 'no such request'
  | AnsweredAlready
  | 'not yours to write down'
  | 'answer unknown'
  | 'by missing'
  | 'office missing'
  | 'by who asked'
  | 'by who writes'
  | 'given no day'
  | 'given after today'
  | 'no paper'
  | 'no such document'
  | 'says missing'
  | 'conditions missing'
export type TypedPaper = {
  readonly answer: string
  readonly by: string
  readonly office: string
  readonly given: string
  /** The line of a document of the child; empty: it is kept elsewhere. */
  readonly document: string
  readonly kept: string
  readonly reasons: string
  readonly conditions: string
}
export type NewPaper = Omit<TypedPaper, 'answer' | 'given' | 'document'> & {
  readonly answer: OnPaper
  readonly given: IsoDay
  readonly document: string | null
}
export type PaperSetting = {
  readonly today: IsoDay
  /** How who asked and who writes are called. */
  readonly asker: string
  readonly writer: string
  readonly mayWrite: boolean
  readonly documents: readonly string[]
}

/** Who answered, for a sentence: of what is on paper, who gave it and who wrote it down. */
export const whoAnswered = (
  { by, paper }: Pick<Answered, 'by' | 'paper'>,
  nameOf: (person: string) => string,
): string =>
  paper === undefined
    ? nameOf(by)
    : `${paper.by === '' ? 'somebody' : `${paper.by} (${paper.office})`} on paper, written down by ${nameOf(by)}`

const same = (a: string, b: string): boolean =>
  a.trim().replaceAll(/\s+/g, ' ').toLowerCase() === b.trim().replaceAll(/\s+/g, ' ').toLowerCase()

function whoRefused({ by, office }: TypedPaper, { asker, writer }: PaperSetting): readonly PaperRefusal[] {
  if (by.trim() === '') return ['by missing']
  if (same(by, asker)) return ['by who asked']
  if (same(by, writer)) return ['by who writes']
  return office.trim() === '' ? ['office missing'] : []
}
function paperRefused({ document, kept }: TypedPaper, { documents }: PaperSetting): readonly PaperRefusal[] {
  if (document !== '') return documents.includes(document) ? [] : ['no such document']
  return kept.trim() === '' ? ['no paper'] : []
}

/** Nobody approves their own: who gave it is neither who asked nor who writes it down. */
export function mayWritePaper(
  request: ApprovalRequest,
  typed: TypedPaper,
  setting: PaperSetting,
): Decided<NewPaper, PaperRefusal> {
  const { answered } = request
  const answer = ON_PAPER.find((one) => one === typed.answer)
  const given = happenedDay(typed.given, setting.today)
  const refused: PaperRefusal[] = []
  if (answered !== undefined) refused.push({ answered: answered.answer, by: answered.by, at: answered.at })
  if (!setting.mayWrite) refused.push('not yours to write down')
  if (answer === undefined) refused.push('answer unknown')
  refused.push(...whoRefused(typed, setting), ...paperRefused(typed, setting))
  if ('fault' in given) refused.push(given.fault === 'no day' ? 'given no day' : 'given after today')
  if (typed.reasons.trim() === '') refused.push('says missing')
  if ((answer === 'approved with conditions') !== (typed.conditions.trim() !== '')) refused.push('conditions missing')
  if (answer === undefined || 'fault' in given || refused.length > 0) return { refused }
  const [by, office, kept] = [typed.by.trim(), typed.office.trim(), typed.kept.trim()]
  const said = { by, office, kept, reasons: typed.reasons.trim(), conditions: typed.conditions.trim() }
  return { ok: { answer, given: given.day, document: typed.document === '' ? null : typed.document, ...said } }
}
