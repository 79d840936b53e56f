// Which lists and columns are empty, and why: the record has no place for them, or nobody has yet given it what they ask.

const NOT_HELD =
  'Kith holds children in care and care leavers. It holds nothing of this list: take it from the system that does.'

/** Lists of which the record holds no row, by number. */
export const EMPTY_LISTS: Readonly<Record<number, string>> = {
  1: NOT_HELD,
  2: NOT_HELD,
  3: NOT_HELD,
  4: 'Kith holds assessments of children in care as plans, not the assessments of a child in need. Take it from the system that does.',
  5: NOT_HELD,
  7: NOT_HELD,
  11: 'Kith holds no adopters.',
}

const DISABILITY = 'The record says nothing of disability: “Unknown” stands for every child.'

/** Columns of the other lists that are empty, or say the same of every child. */
export const EMPTY_COLUMNS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  6: {
    'Does the Child have a Disability': DISABILITY,
    'CIN Start Date': 'The record begins with care, not with the referral before it.',
    'CIN Closure Date': 'When care ends, the record does not say whether help as a child in need ended too.',
    'Reason for Closure': 'As the closure date.',
  },
  8: {
    'Does the Child have a Disability': DISABILITY,
    'Date of Last Dental Check': 'The record holds whether teeth were checked in the year, not on which day.',
  },
  9: { 'Does the Child have a Disability': DISABILITY },
  10: {
    'Does the Child have a Disability': DISABILITY,
    'Family identifier': 'The record holds no adoptive families.',
  },
}

/** What else has to be known to read the lists rightly. */
export const READING: readonly string[] = [
  'List 6 holds children in care, who are children in need too: no child whom the council helps at home.',
  'An end, a placement or a status whose first day nobody knows is left blank, not guessed.',
  'A placement that not everybody may know shows no postcode, and CON as its area.',
  'Visits, health assessments, reviews and missing episodes are those that the record knows. What a return alone gave holds no visits.',
  'A talk after a missing episode that nobody has recorded is “Unknown”, not “No”.',
]
