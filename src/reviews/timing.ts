// Rules CP-06 to CP-08: first within 20 working days, second within 3 months, later ones within 6, each from the one before.
import { day } from '#calendar'
import { carePlanning2010, countedRule, named } from '#law'

export const CARE_PLANNING_FROM = day('2011-04-01')
const satisfiedBy = {
  fact: 'review',
  table: 'kith.review',
  words: 'A review held, with the reviewing officer; an adjourned meeting does not complete it.',
} as const
const responsible = 'The council; the reviewing officer chairs'

export const firstReview = countedRule({
  id: 'CP-06',
  name: 'First review',
  says: 'The first review is held within 20 working days of the day on which the child became looked after.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('33(1)')],
  inForce: { from: CARE_PLANNING_FROM },
  satisfiedBy,
  trigger: 'the day this period of care began',
  responsible,
  interval: { n: 20, unit: 'workingDays' },
  vectors: [
    ['2026-03-27', '2026-04-28', 'Easter inside the window'],
    ['2026-12-18', '2027-01-20', 'Christmas and New Year inside the window'],
    ['2024-02-29', '2024-03-28', 'starts on leap day'],
    ['2021-06-01', '2021-06-29', 'June 2021'],
    ['2023-12-18', '2024-01-18', 'over Christmas 2023'],
    ['2024-03-25', '2024-04-24', 'over Easter 2024'],
    ['2024-04-26', '2024-05-28', 'two bank holidays in May 2024'],
    ['2025-08-01', '2025-09-01', 'over the summer bank holiday'],
    ['2026-03-30', '2026-04-29', 'over Easter 2026'],
  ],
})

export const secondReview = countedRule({
  id: 'CP-07',
  name: 'Second review',
  says: 'The second review is held not more than 3 months after the first, counted from the day the first was held.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('33(2)'), named('Dodds v Walker [1981] 1 WLR 1027 (HL)')],
  inForce: { from: CARE_PLANNING_FROM },
  satisfiedBy,
  trigger: 'the day of the first review',
  responsible,
  interval: { n: 3, unit: 'months' },
  vectors: [
    ['2026-04-28', '2026-07-28', 'ordinary'],
    ['2025-11-30', '2026-02-28', 'there is no 30 February'],
    ['2026-09-30', '2026-12-30', 'the corresponding date, not the end of the month'],
    ['2021-06-29', '2021-09-29', 'summer 2021'],
    ['2024-01-18', '2024-04-18', 'from a late first review'],
    ['2024-04-24', '2024-07-24', 'summer 2024'],
    ['2024-05-28', '2024-08-28', 'summer 2024'],
    ['2025-09-01', '2025-12-01', 'autumn 2025'],
    ['2026-04-29', '2026-07-29', 'summer 2026'],
  ],
})

export const laterReview = countedRule({
  id: 'CP-08',
  name: 'Later review',
  says: 'Third and later reviews are held not more than 6 months after the one before, counted from the day that was held; an early review resets the count.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('33(2)')],
  inForce: { from: CARE_PLANNING_FROM },
  satisfiedBy,
  trigger: 'the day of the review before',
  responsible,
  interval: { n: 6, unit: 'months' },
  vectors: [
    ['2026-07-28', '2027-01-28', 'ordinary'],
    ['2026-08-31', '2027-02-28', 'there is no 31 February'],
    ['2026-06-30', '2026-12-30', '30 June to 30 December, not the 31st'],
    ['2021-09-29', '2022-03-29', 'winter 2021'],
    ['2024-04-18', '2024-10-18', 'summer 2024'],
    ['2024-07-24', '2025-01-24', 'winter 2024'],
    ['2024-08-28', '2025-02-28', 'winter 2024'],
    ['2025-12-01', '2026-06-01', 'spring 2026'],
    ['2026-07-29', '2027-01-29', 'winter 2026'],
  ],
})
