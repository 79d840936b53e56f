// What a story is made of, as read for one reader: rows of each part of the record; a part that is closed is not there.
import type { IsoDay } from '#calendar'
import type { LifeHome, Stretch } from '#child-frame'
import type { DisputeEvent } from '#reviewing'

/** The sealed words of a row, opened only where they are shown. */
export type Said = { readonly id: string; readonly said: Buffer | null }
export type PeriodRow = Stretch
export type OrderRow = Stretch & { readonly line: string; readonly kind: string }
export type HomeRow = LifeHome & {
  /** Who cared for the child there, where that may be said. */
  readonly carers: readonly string[]
}
export type SchoolRow = {
  readonly name: string
  readonly since: IsoDay
  readonly until: IsoDay | null
  readonly line: string
}
export type ReviewRow = Said & { readonly line: string; readonly held: IsoDay; readonly participation: string | null }
export type VisitRow = Said & {
  readonly line: string
  readonly happened: IsoDay
  readonly visitor: string | null
  readonly by: string
  readonly seen: boolean | null
  readonly alone: boolean | null
}
export type NoteRow = {
  readonly table: 'note' | 'story_note'
  readonly line: string
  readonly kind: string
  readonly happened: IsoDay
  readonly terms: string
  readonly wrote: string | null
}
export type ViewRow = Said & {
  readonly line: string
  readonly whose: string
  readonly happened: IsoDay
  readonly how: string
  readonly about: string
  readonly audience: readonly string[]
}
export type KeyRow = {
  readonly line: string
  readonly on: { readonly table: string; readonly line: string }
  readonly happened: IsoDay
  readonly keptFor: string
  /** Why fewer may know it; null: whoever sees the story. */
  readonly narrowed: string | null
  readonly barred: boolean
  readonly marked: string | null
  readonly what: string | undefined
  readonly why: string | undefined
}
export type EpisodeRow = {
  readonly line: string
  readonly kind: string
  readonly since: IsoDay
  readonly until: IsoDay | null
}
export type HealthRow = { readonly line: string; readonly happened: IsoDay; readonly kind: string }
export type TimeRow = {
  readonly name: string
  readonly words: string
  readonly since: IsoDay | null
  readonly until: IsoDay | null
  readonly paused: boolean
}

/** What a manager decided, in supervision or between. */
export type DecisionRow = {
  readonly line: string
  readonly decided: IsoDay
  readonly by: string
  readonly decision: string | undefined
  readonly reasons: string | undefined
  /** 'not yet agreed by Priya Nair' */
  readonly notYet: string | undefined
}

/** What the child said when they complained; heard by whoever reads complaints, and not by whom it is kept from. */
export type SaidRow = {
  readonly line: string
  readonly received: IsoDay
  readonly how: string
  readonly by: string
  readonly words: string | undefined
}

export type StoryRows = {
  readonly periods: readonly PeriodRow[] | undefined
  readonly orders: readonly OrderRow[] | undefined
  readonly homes: readonly HomeRow[] | undefined
  readonly schools: readonly SchoolRow[] | undefined
  readonly reviews: readonly ReviewRow[] | undefined
  readonly visits: readonly VisitRow[] | undefined
  readonly notes: readonly NoteRow[]
  readonly views: readonly ViewRow[]
  readonly keys: readonly KeyRow[]
  readonly episodes: readonly EpisodeRow[] | undefined
  readonly health: readonly HealthRow[] | undefined
  readonly times: readonly TimeRow[] | undefined
  readonly disputes: readonly DisputeEvent[] | undefined
  readonly decisions: readonly DecisionRow[] | undefined
  readonly complaints: readonly SaidRow[] | undefined
}
