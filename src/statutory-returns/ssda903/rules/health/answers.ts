// The eight yes-or-no questions of table OC2, and the four of them that every child in it must have answered.
import type { Cell, Texts, YearTables } from '#return-files'

type Oc2 = YearTables['OC2']

export const healthAnswers = {
  fields: [
    'CONVICTED',
    'HEALTH_CHECK',
    'IMMUNISATIONS',
    'TEETH_CHECK',
    'HEALTH_ASSESSMENT',
    'SUBSTANCE_MISUSE',
    'INTERVENTION_RECEIVED',
    'INTERVENTION_OFFERED',
  ],
  columns: (oc2: Oc2): readonly Texts[] => [
    oc2.CONVICTED,
    oc2.HEALTH_CHECK,
    oc2.IMMUNISATIONS,
    oc2.TEETH_CHECK,
    oc2.HEALTH_ASSESSMENT,
    oc2.SUBSTANCE_MISUSE,
    oc2.INTERVENTION_RECEIVED,
    oc2.INTERVENTION_OFFERED,
  ],
  all: (oc2: Oc2, row: number): readonly Cell[] => healthAnswers.columns(oc2).map((column) => column.at(row)),
  any: (oc2: Oc2, row: number): boolean => healthAnswers.all(oc2, row).some((answer) => answer !== null),
} as const

export const coreAnswers = {
  fields: ['IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE'],
  incomplete: (oc2: Oc2, row: number): boolean =>
    oc2.IMMUNISATIONS.at(row) === null ||
    oc2.TEETH_CHECK.at(row) === null ||
    oc2.HEALTH_ASSESSMENT.at(row) === null ||
    oc2.SUBSTANCE_MISUSE.at(row) === null,
} as const
