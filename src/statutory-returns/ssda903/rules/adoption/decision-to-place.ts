// Table PlacedAdoption: the decision that a child should be placed for adoption, and its reversal.
import { isDay } from '#return-files'
import { eachChild, eachRow, fromRow, type Rule } from '../../rule.ts'
import { adoptionAnswers } from './answers.ts'

export const decisionRules: readonly Rule[] = [
  eachRow('PlacedAdoption', {
    code: '119',
    says: 'A reversed decision needs both the date and the reason.',
    fields: ['REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'],
    fails: ({ PlacedAdoption: decision }, row) =>
      (decision.written.DATE_PLACED_CEASED.at(row) === null) !== (decision.REASON_PLACED_CEASED.at(row) === null),
  }),
  eachRow('PlacedAdoption', {
    code: '184',
    says: 'The decision to place the child for adoption was made before the child was born.',
    fields: ['DATE_PLACED', 'DOB'],
    needs: ['Header'],
    fails: ({ PlacedAdoption: decision, Header }, row) => {
      if (decision.written.DOB.at(row) !== null) return decision.DATE_PLACED.at(row) < decision.DOB.at(row)
      return Header.of(decision.childOf(row)).some((other) => decision.DATE_PLACED.at(row) < Header.DOB.at(other))
    },
  }),
  eachRow('PlacedAdoption', {
    code: '522',
    says: 'The decision was reversed before it was made.',
    fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    fails: ({ PlacedAdoption: decision }, row) => decision.DATE_PLACED_CEASED.at(row) < decision.DATE_PLACED.at(row),
  }),
  fromRow('PlacedAdoption', {
    code: '523',
    says: 'The decision to place for adoption and the decision that adoption is best should bear one date.',
    fields: ['DATE_PLACED', 'DATE_INT'],
    needs: ['AD1'],
    check: ({ PlacedAdoption: decision, AD1 }, row, flag) => {
      for (const adoption of AD1.of(decision.childOf(row))) {
        const [made, best] = [decision.DATE_PLACED.at(row), AD1.DATE_INT.at(adoption)]
        if (!isDay(made) || !isDay(best) || made === best) continue
        flag('AD1', adoption)
        flag('PlacedAdoption', row)
      }
    },
  }),
  fromRow('PlacedAdoption', {
    code: '525',
    says: 'The decision to place the child for adoption was reversed, so the child cannot have been adopted this year.',
    fields: ['DATE_PLACED_CEASED', ...adoptionAnswers.fields],
    needs: ['AD1'],
    check: ({ PlacedAdoption: decision, AD1 }, row, flag) => {
      if (decision.written.DATE_PLACED_CEASED.at(row) === null) return
      for (const adoption of AD1.of(decision.childOf(row))) {
        if (!adoptionAnswers.any(AD1, adoption)) continue
        flag('AD1', adoption)
        flag('PlacedAdoption', row)
      }
    },
  }),
  eachRow('PlacedAdoption', {
    code: '563',
    says: 'The decision was reversed, but the date on which it was made is blank.',
    fields: ['DATE_PLACED', 'REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'],
    fails: ({ PlacedAdoption: decision }, row) =>
      decision.REASON_PLACED_CEASED.at(row) !== null &&
      decision.written.DATE_PLACED_CEASED.at(row) !== null &&
      decision.written.DATE_PLACED.at(row) === null,
  }),
  eachRow('PlacedAdoption', {
    code: '579',
    says: 'A new decision was made while the one before it still stood.',
    fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    // Reference says: of two decisions of one day, the order of rows. We say: the one that was reversed first comes first.
    fails: ({ PlacedAdoption: decision }, row) => {
      const before = decision.before(row)
      if (before < 0) return false
      return (
        decision.written.DATE_PLACED_CEASED.at(before) === null ||
        decision.DATE_PLACED.at(row) < decision.DATE_PLACED_CEASED.at(before)
      )
    },
  }),
  eachChild({
    code: '583',
    says: 'There is more than one decision to place the child for adoption, and an earlier one was never reversed.',
    fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    needs: ['PlacedAdoption'],
    // Reference says: the latest decision is the last when dates are sorted as text. We say: the last by date.
    check: ({ PlacedAdoption: decision }, child, flag) => {
      const rows = decision.inOrder(child)
      const latest = rows.findLast((row) => isDay(decision.DATE_PLACED.at(row))) ?? rows.at(-1)
      for (const row of rows) {
        if (row !== latest && decision.written.DATE_PLACED_CEASED.at(row) === null) flag('PlacedAdoption', row)
      }
    },
  }),
]
