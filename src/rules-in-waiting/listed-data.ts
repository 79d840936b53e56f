// Duties of the catalogue that no rule is written for, each with what is missing; and in which piece the other areas come.

/** The table and the fact that the record has to hold first, or why nothing is counted. */
export const LISTED: Readonly<Record<string, string>> = {
  'CP-32':
    'A table of decisions to refuse family time without an order, with the first day and the last: kith.family_time holds what was arranged.',
  'CP-33':
    'A table of detention of young people who are no longer in care: kith.night_place holds where a child in care sleeps.',
  'PL-11': 'The terms of approval of each carer: kith.placement says nothing of them.',
  'PL-19':
    'Nothing of one child: it is a duty of the council, shown in figures (share of homes in the area, and beyond 20 miles).',
  'ED-09': 'In kith.told the home that a telling is about, and who teaches the child on that day.',
  'MI-06': 'Tables of strategy discussions and child protection conferences.',
  'MI-07': 'A table of child protection conferences.',
  'MI-09':
    'A table of serious incidents with the day on which the council knew, the notification and the rapid review.',
  'IRO-06': 'A table of what the council publishes. It is a duty of the council, not to one child.',
  'LC-11':
    'National Insurance numbers, bank accounts and papers: kith.child_identifier holds numbers and no day on which one was asked for.',
  'SU-05':
    'A table of a worker’s registration and learning of a year: both stand in the regulator’s own register, and an employer checks them there.',
  'SU-06': 'Nothing to count: training of whoever supervises has no day. The record holds no training.',
  'SU-08':
    'Since when a child has no worker of their own: kith.allocation holds who works with them, and teams are no workers. Their day is on no list yet.',
  'QA-02': 'Nothing to count: the record takes no other grade than the four words of the scale, or none.',
  'QA-05':
    'Nothing of a number of days: an audit cannot be closed with an action that somebody else has not verified, and the database refuses it.',
  'QA-06':
    'Nothing to count: the lists are made when they are asked for. The council’s own account of itself is no record.',
  'RE-02':
    'Nothing to count: the record itself keeps it. Row-level security refuses, and kith.access_entry keeps every look.',
  'RE-06':
    'Nothing to count: kith.restriction and the record’s own rules keep it. Break-glass asks for a reason and tells.',
  'UA-01':
    'From which event its days run: the protocol of the transfer scheme was not read. The day of the referral and that of coming to us are recorded.',
}

/** Areas that come later, by the letters of their duties. */
export const LATER: Readonly<Record<string, string>> = {
  FO: 'Foster carers are no part of the record yet: approvals, agreements, households and allegations come with them.',
  PI: 'A measure over many children, not a duty to one: the return’s figures are on their own page.',
  CH: 'Visits to children’s homes as such are no part of the record yet.',
}

/** Cases of the catalogue in words that are no example of a rule, for a rule that is otherwise built or needs none. */
export const CASES_LISTED: Readonly<Record<string, string>> = {
  'PL-19#1': 'Figures of a council: no table of one child holds a share.',
  'PL-19#2': 'Figures of a council: no table of one child holds a share.',
  'RE-02#1': 'kith.access_entry: what is refused is refused by the database, which the tests of access show.',
  'RE-02#2': 'A table of court orders to disclose.',
  'RE-06#1':
    'kith.restriction: who sees a restricted record is decided by the database, which the tests of access show.',
  'RE-06#2': 'kith.break_glass_use: opened with a reason, and told, which the tests of access show.',
}
