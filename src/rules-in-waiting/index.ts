// Rules in waiting: the law of duties that the record cannot show yet, each with what is missing; and what is not in force.
export { CASES_LISTED, LATER, LISTED } from './listed-data.ts'
export { NOT_COMMENCED, WAITING_RULES } from './waiting-rules.ts'
