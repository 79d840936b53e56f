// Rule AD-02: reviews of a child placed for adoption, which take the place of the ordinary ones.
import { day } from '#calendar'
import { adoptionAgencies2005, phasedRule } from '#law'

export const adoptionReview = phasedRule({
  id: 'AD-02',
  name: 'Review when placed for adoption',
  says: 'A child placed for adoption is reviewed not more than 4 weeks after being placed, then not more than 3 months after that, then every 6 months until an order is made or the child returns.',
  level: 'regulation',
  verification: 'primary',
  cites: [adoptionAgencies2005('36(3)')],
  inForce: { from: day('2005-12-30') },
  satisfiedBy: { fact: 'review', table: 'kith.review', words: 'A review held.' },
  trigger: 'the day the child was placed for adoption, or of the review before',
  responsible: 'The adoption agency',
  phases: { first: { n: 4, unit: 'weeks' }, second: { n: 3, unit: 'months' }, later: { n: 6, unit: 'months' } },
  vectors: [
    ['first', '2026-12-04', '2027-01-01', "due on New Year's Day; not extended"],
    ['second', '2026-11-30', '2027-02-28', 'there is no 30 February'],
    ['later', '2026-08-31', '2027-02-28', 'there is no 31 February'],
  ],
})
