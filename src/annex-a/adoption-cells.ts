// List 10, children with a decision for adoption that stood, was ended or led to adoption in the twelve months before the day.
import { addYears } from '#calendar'
import { heldIn, placementsOf, textOf } from '#return-making'
import { covers, latestBy, type Period, periodsOf } from '#safeguarding-dataset'
import { type Cells, dayCell, type ListedChild, whoCells } from './listed-child.ts'
import { WHY_NOT_ADOPTED } from './template-codes-data.ts'

const adopted = ({ reason }: Period): boolean => reason === 'E11' || reason === 'E12'

export function adoptionCells(child: ListedChild): Cells | undefined {
  const { known, on } = child
  const yearAgo = addYears(on, -1)
  const periods = periodsOf(known, on)
  const adoption = periods.findLast(adopted)
  const decision = latestBy(heldIn(known.held, 'adoption_decision'), 'decided', on)
  const ceased = textOf(decision, 'ceased')
  const over = ceased !== undefined && ceased <= on
  const asked =
    adoption === undefined ? decision !== undefined && (!over || ceased >= yearAgo) : (adoption.until ?? '') >= yearAgo
  if (!asked) return undefined
  const period = adoption ?? periods.findLast((one) => covers(one, textOf(decision, 'decided') ?? '')) ?? periods.at(-1)
  const order = latestBy(
    heldIn(known.held, 'legal_basis').filter((one) => textOf(one, 'kind') === 'placement order'),
    'made',
    on,
  )
  return {
    ...whoCells(child),
    'Age of Child (Years)': whoCells(child).Age ?? null,
    'Date the Child Entered Care': dayCell(period?.from),
    'Date of Decision that Child Should be Placed for Adoption': dayCell(textOf(decision, 'decided')),
    'Date of Placement Order': dayCell(textOf(order, 'made')),
    ...placedCells(child),
    'Date of Adoption Order': dayCell(adoption?.until),
    'Date of Decision that Child Should No Longer be Placed for Adoption': dayCell(over ? ceased : undefined),
    'Reason Why Child No Longer Placed for Adoption': over
      ? (WHY_NOT_ADOPTED[textOf(decision, 'cease_reason') ?? ''] ?? null)
      : null,
  }
}

function placedCells({ known, on }: ListedChild): Cells {
  const first = (kinds: RegExp) =>
    placementsOf(known.held).find(
      ({ placement, from, startKnown }) => startKnown && from <= on && kinds.test(textOf(placement, 'kind') ?? ''),
    )?.from
  const said = heldIn(known.held, 'adoption').at(-1)
  return {
    'Date of Matching Child and Prospective Adopters': dayCell(textOf(said, 'matched')),
    'Date Placed for Adoption': dayCell(textOf(said, 'placed') ?? first(/^A[3-6]$/)),
    'Date the child was placed for fostering in FFA or concurrent planning placement': dayCell(first(/^U[25]$/)),
  }
}
