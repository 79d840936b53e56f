// Table PlacedAdoption against last year's: what was decided then still has to stand as it stood.
import { type Day, isDay } from '#return-files'
import { eachRow, type Rule } from '../../rule.ts'

export const decisionAndLastYearRules: readonly Rule[] = [
  eachRow('PlacedAdoption', {
    code: '559',
    says: 'The decision was made before this year, but was not in last year’s return.',
    fields: ['DATE_PLACED'],
    needs: ['last PlacedAdoption'],
    fails: ({ PlacedAdoption: now, last, start }, row) =>
      now.DATE_PLACED.at(row) < start &&
      !last.PlacedAdoption.of(now.childOf(row)).some(
        (other) => last.PlacedAdoption.written.DATE_PLACED.at(other) !== null,
      ),
  }),
  eachRow('PlacedAdoption', {
    code: '560',
    says: 'The decision was dated otherwise last year, and had not been reversed then.',
    fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    needs: ['last PlacedAdoption'],
    // As text, as the return compares it.
    fails: ({ PlacedAdoption: now, last: { PlacedAdoption: before } }, row) =>
      before
        .of(now.childOf(row))
        .some(
          (other) =>
            before.written.DATE_PLACED.at(other) !== null &&
            before.written.DATE_PLACED_CEASED.at(other) === null &&
            before.written.DATE_PLACED.at(other) !== now.written.DATE_PLACED.at(row),
        ),
  }),
  eachRow('PlacedAdoption', {
    code: '561',
    says: 'This is the decision that last year’s return says was reversed.',
    fields: ['DATE_PLACED'],
    needs: ['last PlacedAdoption'],
    fails: ({ PlacedAdoption: now, last: { PlacedAdoption: before } }, row) => {
      const made = now.written.DATE_PLACED.at(row)
      return before
        .of(now.childOf(row))
        .some(
          (other) =>
            made !== null &&
            before.written.DATE_PLACED.at(other) === made &&
            (before.written.DATE_PLACED_CEASED.at(other) ?? before.REASON_PLACED_CEASED.at(other)) !== null,
        )
    },
  }),
  eachRow('PlacedAdoption', {
    code: '584',
    says: 'Last year’s decision was reversed, so this year’s needs a later date.',
    fields: ['DATE_PLACED'],
    needs: ['last PlacedAdoption'],
    // Reference says: the row of the joined tables, comparing dates as text. We say: this year's row, by date.
    fails: ({ PlacedAdoption: now, last: { PlacedAdoption: before } }, row) => {
      const made: Day = now.DATE_PLACED.at(row)
      return before.of(now.childOf(row)).some((other) => {
        const reversed = before.written.DATE_PLACED_CEASED.at(other) ?? before.REASON_PLACED_CEASED.at(other)
        return reversed !== null && (!isDay(made) || made <= before.DATE_PLACED.at(other))
      })
    },
  }),
]
