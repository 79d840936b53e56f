// What was approved or refused on paper by somebody who does not use Kith: what has to be known of it, and who may write it down.
import { addDays, happenedDay, type IsoDay } from '#calendar'
import type { Answered, AnsweredAlready, ApprovalRequest } from './approval.ts'
import type { Decided } from './decision.ts'

export const ON_PAPER = ['approved', 'approved with conditions', 'refused'] as const
export type OnPaper = (typeof ON_PAPER)[number]

export type PaperFault =
  | 'by missing'
  | 'office missing'
  | 'by who asked'
  | 'by who writes'
  | 'given no day'
  | 'given after today'
  | 'given long before birth'
  | 'no paper'
  | 'no such document'
  | 'says missing'
export type PaperRefusal =
  | PaperFault
  | 'no such request'
  | AnsweredAlready
  | 'not yours to write down'
  | 'answer unknown'
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
/** What has to be known of any paper on which something was agreed to. */
export type PaperReading = {
  readonly today: IsoDay
  /** undefined: not known. */
  readonly born: IsoDay | undefined
  /** How they are called who asked for it or wrote it, and who writes it down. */
  readonly askers: readonly string[]
  readonly writer: string
  readonly documents: readonly string[]
}
export type PaperSetting = PaperReading & { readonly mayWrite: boolean }
export type TypedReading = Omit<TypedPaper, 'answer' | 'conditions'>
export type PaperRead = Omit<NewPaper, 'answer' | 'conditions'>

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

function whoRefused({ by, office }: TypedReading, { askers, writer }: PaperReading): readonly PaperFault[] {
  if (by.trim() === '') return ['by missing']
  if (askers.some((asker) => same(by, asker))) return ['by who asked']
  if (same(by, writer)) return ['by who writes']
  return office.trim() === '' ? ['office missing'] : []
}
function paperRefused({ document, kept }: TypedReading, { documents }: PaperReading): readonly PaperFault[] {
  if (document !== '') return documents.includes(document) ? [] : ['no such document']
  return kept.trim() === '' ? ['no paper'] : []
}

/** What is planned for a child is planned in the months before birth at the earliest; a wrong year is found by it. */
const isLongBefore = (born: IsoDay | undefined, given: IsoDay): boolean =>
  born !== undefined && given < addDays(born, -366)

/** Nobody approves their own: who gave it is neither who asked nor who writes it down. */
export function readPaper(typed: TypedReading, setting: PaperReading): Decided<PaperRead, PaperFault> {
  const given = happenedDay(typed.given, setting.today)
  const refused = [...whoRefused(typed, setting), ...paperRefused(typed, setting)]
  if ('fault' in given) refused.push(given.fault === 'no day' ? 'given no day' : 'given after today')
  else if (isLongBefore(setting.born, given.day)) refused.push('given long before birth')
  if (typed.reasons.trim() === '') refused.push('says missing')
  if ('fault' in given || refused.length > 0) return { refused }
  const [by, office, kept] = [typed.by.trim(), typed.office.trim(), typed.kept.trim()]
  const document = typed.document === '' ? null : typed.document
  return { ok: { by, office, kept, document, given: given.day, reasons: typed.reasons.trim() } }
}

export function mayWritePaper(
  request: ApprovalRequest,
  typed: TypedPaper,
  setting: PaperSetting,
): Decided<NewPaper, PaperRefusal> {
  const { answered } = request
  const answer = ON_PAPER.find((one) => one === typed.answer)
  const read = readPaper(typed, setting)
  const refused: PaperRefusal[] = []
  if (answered !== undefined) refused.push({ answered: answered.answer, by: answered.by, at: answered.at })
  if (!setting.mayWrite) refused.push('not yours to write down')
  if (answer === undefined) refused.push('answer unknown')
  if ('refused' in read) refused.push(...read.refused)
  if ((answer === 'approved with conditions') !== (typed.conditions.trim() !== '')) refused.push('conditions missing')
  if (answer === undefined || 'refused' in read || refused.length > 0) return { refused }
  return { ok: { ...read.ok, answer, conditions: typed.conditions.trim() } }
}
