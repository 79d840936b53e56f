// The eight yes-or-no questions of table OC2, and the four of them that every child in it must have answered.
import type { Cell, YearTables } from '#return-files'

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
  all: (oc2: Oc2, row: number): readonly Cell[] => [
    oc2.CONVICTED(row),
    oc2.HEALTH_CHECK(row),
    ...coreAnswers.all(oc2, row),
    oc2.INTERVENTION_RECEIVED(row),
    oc2.INTERVENTION_OFFERED(row),
  ],
  any: (oc2: Oc2, row: number): boolean => healthAnswers.all(oc2, row).some((answer) => answer !== null),
} as const

export const coreAnswers = {
  fields: ['IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE'],
  all: (oc2: Oc2, row: number): readonly Cell[] => [
    oc2.IMMUNISATIONS(row),
    oc2.TEETH_CHECK(row),
    oc2.HEALTH_ASSESSMENT(row),
    oc2.SUBSTANCE_MISUSE(row),
  ],
  incomplete: (oc2: Oc2, row: number): boolean =>
    oc2.IMMUNISATIONS(row) === null ||
    oc2.TEETH_CHECK(row) === null ||
    oc2.HEALTH_ASSESSMENT(row) === null ||
    oc2.SUBSTANCE_MISUSE(row) === null,
} as const
