// Where a return stands, from the steps that people took and what is still flagged; and what may be done next, purely.
import { day, type IsoDay } from '#calendar'
import { tablesOfYear } from '#return-files'
import { type Severity, type TableName, yearsWithRules } from '#statutory-returns'

/** A collection is named by the year in which it ends. */
export const firstDayOf = (year: number): IsoDay => day(`${year - 1}-04-01`)

/** The collections that there are rules for and whose first day has come. */
export const yearsBegun = (today: IsoDay): readonly number[] =>
  yearsWithRules.filter((year) => firstDayOf(year) <= today)

export type Kind = 'prepared' | 'signed' | 'made' | 'sent'
export const WHOLE = 'whole'
export type Section = typeof WHOLE | TableName

export type Step = {
  readonly id: string
  readonly kind: Kind | 'taken back'
  readonly section: string
  readonly undoes: string | null
  readonly by: string
  readonly byName: string
  readonly at: string
  /** Flags that stood then. */
  readonly flags: number
  readonly why: string | undefined
  readonly file: string | null
  readonly day: string | null
  readonly knownAt: string | null
  readonly children: number | null
}

export type FlagNow = { readonly part: string; readonly severity: Severity; readonly found: string }

export type State = 'being put right' | 'signed off' | 'ready to send' | 'sent'

/** What nobody has taken back. */
export function standingSteps(steps: readonly Step[]): readonly Step[] {
  const undone = new Set(steps.map(({ undoes }) => undoes))
  return steps.filter(({ id, kind }) => kind !== 'taken back' && !undone.has(id))
}

/** The latest signature that covers a table. */
const signatureOf = (steps: readonly Step[], table: string): Step | undefined =>
  steps.findLast(({ kind, section }) => kind === 'signed' && (section === WHOLE || section === table))

export type PartStanding = {
  readonly table: TableName
  readonly flags: number
  readonly newSince: number
  readonly prepared: Step | undefined
  readonly signed: Step | undefined
}
/** Every table of the year, as whoever signs wants to see it. */
export function partsOf(year: number, taken: readonly Step[], flags: readonly FlagNow[]): readonly PartStanding[] {
  const steps = standingSteps(taken)
  return tablesOfYear(year).map((table) => {
    const own = flags.filter(({ part }) => part === table)
    const signed = signatureOf(steps, table)
    const prepared = steps.findLast(
      ({ kind, section }) => kind === 'prepared' && (section === WHOLE || section === table),
    )
    const newSince = signed === undefined ? 0 : own.filter(({ found }) => found > signed.at).length
    return { table, flags: own.length, newSince, prepared, signed }
  })
}

export type Standing = {
  readonly state: State
  /** Tables that nobody has signed. */
  readonly unsigned: readonly TableName[]
  /** Found after the table was signed: it has to be signed again. */
  readonly newSince: number
  /** Of a severity that the portal refuses. */
  readonly forbidding: number
  /** Of which nobody has entered how grave they are. */
  readonly unknown: number
}

/** `steps` in the order in which they were taken. Moments compare as text: all are written alike. */
export function standingOf(year: number, taken: readonly Step[], flags: readonly FlagNow[]): Standing {
  const steps = standingSteps(taken)
  const unsigned = tablesOfYear(year).filter((table) => signatureOf(steps, table) === undefined)
  const newSince = flags.filter(({ part, found }) => {
    const signed = signatureOf(steps, part)
    return signed !== undefined && found > signed.at
  }).length
  const of = (severity: Severity) => flags.filter((flag) => flag.severity === severity).length
  const [forbidding, unknown] = [of('error'), of('unknown')]
  const signed = unsigned.length === 0
  const sent = steps.some(({ kind }) => kind === 'sent')
  const ready = signed && newSince === 0 && forbidding === 0
  const state = sent ? 'sent' : ready ? 'ready to send' : signed ? 'signed off' : 'being put right'
  return { state, unsigned, newSince, forbidding, unknown }
}

export type StepAsked = { readonly kind: Kind; readonly section: string; readonly why: string }
export type StepGiven = {
  readonly year: number
  readonly me: string
  readonly steps: readonly Step[]
  readonly flags: readonly FlagNow[]
  /** Of children whose record is closed to who asks: they count in the whole, and need a reason like all others. */
  readonly unseen: number
}
export type StepOk = {
  readonly kind: 'prepared' | 'signed' | 'sent'
  readonly section: string
  readonly why: string
  readonly flags: number
}
export type StepFault = { readonly field: 'kind' | 'section' | 'why'; readonly says: string }

const inSection = (flags: readonly FlagNow[], section: string) =>
  flags.filter(({ part }) => section === WHOLE || part === section).length

const isSection = (year: number, section: string): boolean =>
  section === WHOLE || tablesOfYear(year).some((table) => table === section)

/** Who prepares does not sign; who signs over flags says why; sent is said only of what was ready. */
export function decideStep(asked: StepAsked, { year, me, steps: taken, flags, unseen }: StepGiven): StepOk | StepFault {
  const steps = standingSteps(taken)
  const { kind, section, why } = asked
  if (kind === 'made') return { field: 'kind', says: 'Files are made from the page of the return.' }
  if (!isSection(year, section)) return { field: 'section', says: 'Choose the whole return or one part of it.' }
  const left = inSection(flags, section) + (section === WHOLE ? unseen : 0)
  if (kind === 'signed') {
    const prepared = steps.filter(
      (step) => step.kind === 'prepared' && (step.section === WHOLE || step.section === section),
    )
    if (prepared.length === 0)
      return { field: 'kind', says: 'Nobody has prepared this yet. One person prepares, another signs.' }
    if (prepared.every(({ by }) => by === me))
      return { field: 'kind', says: 'You prepared this yourself. Another person has to sign it.' }
    if (left > 0 && why === '')
      return {
        field: 'why',
        says: `${left} ${left === 1 ? 'flag remains' : 'flags remain'}. Say why you sign all the same.`,
      }
  }
  if (kind === 'sent') {
    if (section !== WHOLE) return { field: 'section', says: 'A return is sent as a whole.' }
    const { state } = standingOf(year, taken, flags)
    if (state === 'sent') return { field: 'kind', says: 'It is recorded as sent already.' }
    if (state !== 'ready to send')
      return { field: 'kind', says: 'It is not ready to send. See what is missing on its page.' }
    if (!steps.some((step) => step.kind === 'made')) return { field: 'kind', says: 'No file of it was made yet.' }
  }
  return { kind, section, why, flags: left }
}
