// One row of an invented record before it has an id: its table, its columns, its words, and who writes it.
import type { Turn } from '#invented-council'

/** What a column names that has its id in the database alone. */
export type Ref =
  | { readonly entry: string }
  | { readonly worker: Pick<Turn, 'worker' | 'former'> }
  | { readonly officer: true }
  | { readonly school: string }
  /** The placement, or the agreement, that began on that day. */
  | { readonly placement: string }
  | { readonly basis: string }
  /** An id of its own, of nothing else. */
  | { readonly fresh: true }
export type Cell = string | number | boolean | null | readonly string[] | Ref

/** Facts are taken over by the import; words are written by whoever works with the child, or reviews their plan. */
export type Author = 'import' | 'worker' | 'officer'
/** The tables that an invented life fills, besides those of a return: what is named comes before what names it. */
export const ENTRY_TABLES = [
  'kith.visit',
  'kith.review',
  'kith.health_assessment',
  'kith.health_referral',
  'kith.practice',
  'kith.school_place',
  'kith.education_plan',
  'kith.attendance',
  'kith.placement_plan',
  'kith.placement_decision',
  'kith.agreement',
  'kith.arrival_alone',
  'kith.told',
  'kith.missing_episode',
  'kith.return_interview',
  'kith.leaver_contact',
  'kith.leaver_home',
  'kith.family_person',
  'kith.family_home',
  'kith.family_tie',
  'kith.family_time',
  'kith.sibling_group',
  'kith.sibling_member',
  'kith.sibling_decision',
  'kith.view',
  'kith.view_answer',
  'kith.note',
  'kith.note_paragraph',
  'kith.story_note',
  'kith.story_note_paragraph',
  'kith.must_know',
  'kith.interest',
  'kith.action',
  'kith.action_outcome',
  'kith.permanence_plan',
  'kith.plan',
  'kith.plan_edition',
  'kith.plan_state',
  'kith.plan_part',
  'kith.needs_assessment',
  'kith.midpoint_check',
  'kith.reviewer_alert',
  'kith.dispute',
  'kith.dispute_stage',
  'kith.dispute_answer',
  'kith.dispute_end',
  'kith.dispute_telling',
  'kith.child_name',
  'kith.allocation',
  'kith.key_event',
] as const
export type EntryTable = (typeof ENTRY_TABLES)[number]

export type Entry = {
  readonly table: EntryTable
  readonly by: Author
  /** By which other rows of the same child name this one. */
  readonly key?: string
  /** The row whose next version this is. */
  readonly after?: string
  readonly columns: Readonly<Record<string, Cell>>
  readonly words?: string | null
}

/** Words in parts, as the record keeps them; parts that are empty are left out. */
export function inParts(parts: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== '')))
}
export const isRef = (cell: Cell): cell is Ref => typeof cell === 'object' && cell !== null && !Array.isArray(cell)

/** A row that the import writes. */
export const fact = (table: EntryTable, columns: Entry['columns'], more: Partial<Entry> = {}): Entry => ({
  ...{ table, by: 'import', columns },
  ...more,
})
/** How far back dated reviews and looks at health are recorded, in days. */
export const BACK = 1150
