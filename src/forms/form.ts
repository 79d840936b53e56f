// A form as data: what it is of, what may be typed, what is decided, and where its words go; every form of Kith is one of these.
import type { FC } from 'hono/jsx'
import type { IsoDay } from '#calendar'
import type { Typed, Values } from '#drafts'

/** What is wrong with one field, in plain words, with what to do; `field` '' is about the form as a whole. */
export type Fault = { readonly field: string; readonly says: string }

/** Where a form stands: whose record, and what it corrects or hangs on. */
export type At = {
  readonly child: string | null
  readonly about: string | null
  readonly today: IsoDay
  /** The person who writes. */
  readonly me: string
}

export type FieldsProps<Given> = {
  readonly given: Given
  readonly typed: Typed
  /** The words beside a field, where it is at fault. */
  readonly fault: (field: string) => string | undefined
  readonly today: IsoDay
}

/** Someone else changed what this form corrects, after it was opened. */
export type Standing = {
  /** The version that stands now. */
  readonly id: string
  readonly by: string
  readonly at: string
  /** As its form would begin from it. */
  readonly values: Values
}
export type Outcome =
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }
  /**
   * `base`: as the form began, from the version that was read. `keeps`: what was written before the clash was found stays
   * in the record, such as the text beside the one that stands; without it all of it is taken back.
   */
  | { readonly kind: 'clash'; readonly standing: Standing; readonly base: Values; readonly keeps?: true }

export type Words<Given> = {
  /** 'a visit': in the list of unfinished writing. */
  readonly thing: string
  readonly title: (given: Given) => string
  /** The verb on the button: 'Save visit'. */
  readonly button: string
  /** Said when it is done: 'Visit saved.' */
  readonly done: string
  /** The names of fields, for the page on which two texts are put together. */
  readonly fields: Readonly<Record<string, string>>
}

/** What is pure of a form. `Given` is what the record knows beforehand, `Ok` what was decided from what was typed. */
export type FormOf<Given, Ok> = {
  readonly name: string
  readonly words: Words<Given>
  readonly start: (given: Given, today: IsoDay) => Values
  readonly decide: (
    typed: Typed,
    given: Given,
    today: IsoDay,
  ) => { readonly ok: Ok } | { readonly faults: readonly Fault[] }
  readonly Fields: FC<FieldsProps<Given>>
  /** Rows that may be added: the first field of a row, and all of its fields. */
  readonly rows?: Readonly<Record<string, readonly string[]>>
}

/** A file as the browser sent it, at the path where it waits; or why it was not kept. */
export type SentFile = { readonly name: string } & (
  | { readonly path: string; readonly size: number }
  | { readonly refused: 'too big' | 'not written' }
)
/** A form with a file: no draft keeps it, so it is chosen when the form is sent. `File`: what the room makes of it. */
export type Takes<File> = {
  readonly field: string
  /** Where the file waits, and the most bytes that it may have. */
  readonly arriving: { readonly folder: string; readonly most: number }
  /** Most bytes of a form with its file: far more than a file may have, so that one too large is said in words. */
  readonly limit: number
  /** Hands the file to the work and takes it away afterwards, or says why it is not taken. */
  readonly receive: <T>(sent: SentFile, work: (file: File) => Promise<T>) => Promise<T | { readonly says: string }>
  /** What tells this file from any other: kept with the draft, so that another one is not taken for the one that was sent. */
  readonly mark: (file: File) => string
  /** Said where no file was chosen. */
  readonly missing: string
}
