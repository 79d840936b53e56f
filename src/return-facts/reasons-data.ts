// Why a row, or one cell of it, could not be taken: each reason in words, with what to do about it.

export const REASONS = {
  'no-child': {
    says: 'The row names no child.',
    todo: 'Give the child’s id in CHILD, or take the row out.',
  },
  'not-a-day': { says: 'This is no real day.', todo: 'Write the day as DD/MM/YYYY.' },
  'after-today': {
    says: 'The day has not come yet.',
    todo: 'Correct the day, or import again when it has passed.',
  },
  blank: { says: 'The row cannot be understood without this.', todo: 'Fill it in.' },
  'not-a-code': {
    says: 'This is none of the codes of the return.',
    todo: 'Use a code of the return’s guidance for the year.',
  },
  'not-a-number': { says: 'This is no whole number.', todo: 'Write a whole number, or leave it blank.' },
  'ends-before-it-begins': { says: 'It ends before it begins.', todo: 'Correct one of the two days.' },
  overlaps: {
    says: 'It overlaps an episode that began earlier, which was taken.',
    todo: 'Give the earlier episode its end, or correct the first day of this one.',
  },
  'no-days': {
    says: 'It begins and ends on one day, so no day of the record is in it.',
    todo: 'Nothing, if that is right: it is kept here. Otherwise correct one of the two days.',
  },
  'end-day-missing': {
    says: 'It has a reason for ending and no day on which it ended.',
    todo: 'Give DEC, or take the reason out.',
  },
  'two-headers': {
    says: 'The child has more than one row here, so none was taken.',
    todo: 'Leave the one row that is right.',
  },
  'said-twice': { says: 'The same row was taken already.', todo: 'Take one of the two out.' },
  'second-row': {
    says: 'Another row about the same was taken already, and says something else.',
    todo: 'Leave the one row that is right.',
  },
  'this-year-says-otherwise': {
    says: 'This year’s return says something else about these days.',
    todo: 'Nothing, if this year’s return is right.',
  },
  'overlaps-the-record': {
    says: 'The record holds another placement on these days, from elsewhere.',
    todo: 'Correct the return, or the placement in the record.',
  },
  'two-numbers': {
    says: 'The child stands in this return under a second number, and what is said there is taken.',
    todo: 'Use the number under which the record goes on, and leave one row.',
  },
  'in-the-closed-record': {
    says: 'The record of this child that was joined to this one, and takes no more writing, says otherwise of these days.',
    todo: 'Correct the row; or part the two records, put the earlier one right, and join them again.',
  },
  'id-twice': {
    says: 'Rows with one id do not say the same, so none of them was taken.',
    todo: 'Give each row an id of its own, and leave the one that is right.',
  },
  'no-column': { says: 'The file has no such column.', todo: 'Give the file out with this column.' },
  'cells-out-of-step': {
    says: 'The row has more or fewer cells than the heading, or a quotation mark that is never closed.',
    todo: 'Give the file out again, with cells that hold commas in quotation marks.',
  },
  'another-child': {
    says: 'The file gives this child another day of birth or sex than the record does: none of its rows was taken.',
    todo: 'Correct the id, or the day of birth or sex, where it is wrong.',
  },
  'recorded-in-kith': {
    says: 'Your council records this in Kith, and the record does not say so.',
    todo: 'Put it right in Kith if the row is right; otherwise correct the row.',
  },
  'recorded-by-a-person': {
    says: 'Somebody has recorded this otherwise since; what they recorded stands.',
    todo: 'Correct the return, or the record.',
  },
} as const satisfies Record<string, { says: string; todo: string }>

export type Reason = keyof typeof REASONS
