// Table OC2: the health and conviction answers of a child looked after for twelve months, and which go together.
import { birthday } from '#return-files'
import { eachRow, fromRow, type Rule } from '../../rule.ts'
import { coreAnswers, healthAnswers } from './answers.ts'

export const healthAnswerRules: readonly Rule[] = [
  eachRow('OC2', {
    code: '158',
    says: 'The child received help for substance misuse, so whether help was offered should be blank.',
    fields: ['INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
    fails: ({ OC2 }, row) => OC2.INTERVENTION_RECEIVED.at(row) === '1' && OC2.INTERVENTION_OFFERED.at(row) !== null,
  }),
  eachRow('OC2', {
    code: '159',
    says: 'The child did not receive help for substance misuse, so say whether help was offered.',
    fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
    fails: ({ OC2 }, row) =>
      OC2.SUBSTANCE_MISUSE.at(row) === '1' &&
      OC2.INTERVENTION_RECEIVED.at(row) === '0' &&
      OC2.INTERVENTION_OFFERED.at(row) === null,
  }),
  eachRow('OC2', {
    code: '182',
    says: 'Some health answers are given; immunisations, teeth, health assessment and substance misuse are then all needed.',
    fields: healthAnswers.fields,
    fails: ({ OC2 }, row) =>
      coreAnswers.incomplete(OC2, row) &&
      (OC2.CONVICTED.at(row) !== null ||
        OC2.HEALTH_CHECK.at(row) !== null ||
        OC2.INTERVENTION_RECEIVED.at(row) !== null ||
        OC2.INTERVENTION_OFFERED.at(row) !== null),
  }),
  eachRow('OC2', {
    code: '190',
    says: 'The child was not looked after for the whole twelve months, so the health and conviction answers should be blank.',
    fields: healthAnswers.fields,
    needs: ['Episodes'],
    fails: (given, row) => !given.continuous.has(given.OC2.childOf(row)) && healthAnswers.any(given.OC2, row),
  }),
  fromRow('OC2', {
    code: '192',
    says: 'The child has a substance misuse problem; say whether help was received.',
    fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED'],
    check: ({ OC2 }, row, flag) => {
      if (OC2.SUBSTANCE_MISUSE.at(row) === '1' && OC2.INTERVENTION_RECEIVED.at(row) === null) flag('OC2', row)
    },
  }),
  eachRow('OC2', {
    code: '193',
    says: 'No substance misuse problem is recorded, so whether help was offered or received should be blank.',
    fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
    fails: ({ OC2 }, row) => {
      const problem = OC2.SUBSTANCE_MISUSE.at(row)
      const help = OC2.INTERVENTION_RECEIVED.at(row) !== null || OC2.INTERVENTION_OFFERED.at(row) !== null
      return (problem === null || problem === '0') && help
    },
  }),
  eachRow('OC2', {
    code: '542',
    says: 'The child is under 10 on the last day of the year, so the conviction answer should be blank.',
    fields: ['CONVICTED'],
    fails: ({ OC2, end }, row) => OC2.CONVICTED.at(row) !== null && birthday(OC2.DOB.at(row), 10) > end,
  }),
  eachRow('OC2', {
    code: '543',
    says: 'The child is 10 or over and was looked after for the whole twelve months; say whether they were convicted.',
    fields: ['DOB', 'CONVICTED'],
    needs: ['Episodes'],
    fails: ({ OC2, end, continuous }, row) =>
      OC2.CONVICTED.at(row) === null && birthday(OC2.DOB.at(row), 10) < end && continuous.has(OC2.childOf(row)),
  }),
  eachRow('OC2', {
    code: '544',
    says: 'A conviction is recorded, so immunisations, teeth, health assessment and substance misuse are all needed.',
    fields: ['CONVICTED', ...coreAnswers.fields],
    fails: ({ OC2 }, row) => OC2.CONVICTED.at(row) === '1' && coreAnswers.incomplete(OC2, row),
  }),
  eachRow('OC2', {
    code: '545',
    says: 'The child is under 5 and was looked after for the whole twelve months; say whether health checks were up to date.',
    fields: ['DOB', 'HEALTH_CHECK'],
    needs: ['Episodes'],
    fails: ({ OC2, end, continuous }, row) =>
      OC2.HEALTH_CHECK.at(row) === null && birthday(OC2.DOB.at(row), 5) > end && continuous.has(OC2.childOf(row)),
  }),
  eachRow('OC2', {
    code: '546',
    says: 'The child is 5 or over on the last day of the year, so the answer on health checks should be blank.',
    fields: ['DOB', 'HEALTH_CHECK'],
    needs: ['Episodes'],
    fails: ({ OC2, end, continuous }, row) =>
      OC2.HEALTH_CHECK.at(row) !== null && birthday(OC2.DOB.at(row), 5) <= end && continuous.has(OC2.childOf(row)),
  }),
  eachRow('OC2', {
    code: '547',
    says: 'Health checks are recorded, so immunisations, teeth, health assessment and substance misuse are all needed.',
    fields: ['HEALTH_CHECK', ...coreAnswers.fields],
    fails: ({ OC2 }, row) => OC2.HEALTH_CHECK.at(row) === '1' && coreAnswers.incomplete(OC2, row),
  }),
]
