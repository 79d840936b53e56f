// What stands above every page about a child, as read for one reader: only what this reader may see is in it.
import type { IsoDay } from '#calendar'
import { calledName, type KnownAs } from './child-words.ts'
import type { Life } from './life.ts'

/** The parts of a record as the published matrix names them. */
export type Part =
  | 'header'
  | 'where'
  | 'family'
  | 'story'
  | 'plan'
  | 'legal'
  | 'reviews'
  | 'visits'
  | 'health'
  | 'learning'
  | 'missing'
  | 'documents'
  | 'matching'
  | 'oversight'
  | 'audit'
  | 'adoption'
  | 'duties'

export type FrameBirth = {
  readonly born: IsoDay
  /** 'claimed' or 'disputed' are said wherever the day is shown. */
  readonly doubt: 'claimed' | 'disputed' | undefined
}
export type FrameHome = {
  /** The code of the return. */
  readonly kind: string
  readonly since: IsoDay
  readonly sinceKnown: boolean
  /** Its address is kept from somebody: it is neither named nor placed here, whoever reads. */
  readonly kept: boolean
  readonly carers: readonly string[]
}
export type FrameLegal = {
  readonly kind: string
  readonly since: IsoDay | undefined
  readonly until: IsoDay | undefined
}
export type FrameWorker = {
  readonly worker: string
  readonly name: string
  readonly part: string
  readonly since: IsoDay | undefined
  readonly until: IsoDay | undefined
}
export type FrameMustKnow = { readonly kind: string; readonly words: string; readonly overdue: boolean }
/** Its words are opened by whoever shows them. */
export type FramePlanLine = { readonly id: string; readonly part: string; readonly said: Buffer | null }
export type FramePlan = {
  readonly approved: IsoDay
  /** Of what was approved, the parts in which a plan can be told, for whoever reads on. */
  readonly lines: readonly FramePlanLine[]
  readonly longTerm: string | undefined
}
export type FrameSchool = { readonly name: string; readonly since: IsoDay | undefined }

/** `undefined`: the reader may not see that part; `null`: nothing is recorded. */
export type Frame = {
  readonly id: string
  readonly called: KnownAs
  readonly birth: FrameBirth | undefined
  readonly sees: ReadonlySet<Part>
  readonly writes: ReadonlySet<Part>
  readonly mustKnow: readonly FrameMustKnow[]
  readonly moreMustKnow: number
  readonly home: FrameHome | null | undefined
  readonly legal: readonly FrameLegal[] | undefined
  /** The day on which this time in care began; null: not in care now. */
  readonly cameIn: IsoDay | null | undefined
  readonly plan: FramePlan | null | undefined
  readonly school: FrameSchool | null | undefined
  /** Everybody who has worked with the child, the first first. */
  readonly workers: readonly FrameWorker[]
  /** All of which the header says today's, for the page below it. */
  readonly life: Life
}

/** What stands above a form. */
export type FrameLine = Pick<Frame, 'id' | 'called' | 'birth' | 'sees' | 'writes' | 'mustKnow' | 'moreMustKnow'>

export const nameOf = ({ called }: Pick<Frame, 'called'>): string => calledName(called)

const isOn = ({ since, until }: FrameWorker, on: IsoDay): boolean =>
  (since === undefined || since <= on) && (until === undefined || on < until)
export const workersNow = ({ workers }: Pick<Frame, 'workers'>, on: IsoDay, part: string): readonly FrameWorker[] =>
  workers.filter((one) => one.part === part && isOn(one, on))

/** How many different people have been the child's social worker, up to this one. */
export function numberAmong({ workers }: Pick<Frame, 'workers'>, worker: string): number {
  const people = [...new Set(workers.filter(({ part }) => part === 'allocated-worker').map((one) => one.worker))]
  return people.indexOf(worker) + 1
}
const NUMBERS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
/** 'their third' */
export const theirNumber = (number: number): string =>
  NUMBERS[number] === undefined || number === 0 ? `their number ${number}` : `their ${NUMBERS[number]}`
