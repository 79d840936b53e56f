// A child as a list shows them: who they are, who works with them, and which period of care is asked about.
import { addMonths, ageOn, type IsoDay, numberOf, parseDay } from '#calendar'
import {
  type Around,
  bornOf,
  codeOf,
  idOf,
  type KnownChild,
  type Period,
  periodsOf,
  teamOn,
  workingOn,
} from '#safeguarding-dataset'
import type { CellValue } from '#spreadsheets'
import { ETHNICITY, GENDER, GENDER_NOT_SAID, UNKNOWN } from './template-codes-data.ts'

/** By the heading of the template. */
export type Cells = Readonly<Record<string, CellValue>>
export type ListedChild = { readonly known: KnownChild; readonly around: Around; readonly on: IsoDay } & {
  /** The words of the template for the area of a postcode; undefined where nobody knows it. */
  readonly areaOf: (postcode: string) => string | undefined
}

/** A day as a spreadsheet holds it. */
export function dayCell(iso: string | undefined): CellValue {
  const found = iso === undefined ? undefined : parseDay(iso)
  return found === undefined ? null : { day: numberOf(found) }
}

/** The period that runs on the day, or ended within the six months before it. */
export function periodAsked({ known, on }: ListedChild): Period | undefined {
  const since = addMonths(on, -6)
  const last = periodsOf(known, on).at(-1)
  return last !== undefined && (last.until === undefined || last.until >= since) ? last : undefined
}

export function whoCells({ known, on }: ListedChild): Cells {
  const born = bornOf(known)
  const bornDay = born === undefined ? undefined : parseDay(born)
  return {
    'Child Unique ID': idOf(known),
    Gender: GENDER[codeOf(known, 'sex') ?? ''] ?? GENDER_NOT_SAID,
    Ethnicity: ETHNICITY[codeOf(known, 'ethnicity') ?? ''] ?? ETHNICITY.UNKNOWN ?? null,
    'Date of Birth': dayCell(born),
    // A child who was born after the day of the list is of no age on it.
    Age: bornDay === undefined || bornDay > on ? null : ageOn(bornDay, on),
    'Does the Child have a Disability': UNKNOWN,
  }
}

export function workingCells({ known, around, on }: ListedChild): Cells {
  const worker = workingOn(known, 'allocated-worker', on)?.worker
  return {
    'Allocated Team': around.teams.get(teamOn(known, on) ?? '')?.name ?? null,
    'Allocated Worker': around.workers.get(worker ?? '')?.name ?? null,
  }
}
