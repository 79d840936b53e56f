// Fields that hold one of a fixed set of codes: one rule for each field, all of one form.
import type { Cell, CodeSetName, TableName } from '#return-files'
import type { Given } from '../../given.ts'
import { eachRow, type Rule } from '../../rule.ts'

type CodeRule = {
  code: string
  over: TableName
  field: string
  /** What the field is called when people speak of it. */
  called: string
  set: CodeSetName
  /** Whether a blank breaks the rule as well. */
  required?: true
  cell: (given: Given, row: number) => Cell
}

const codeRules: readonly CodeRule[] = [
  {
    code: '101',
    over: 'Header',
    field: 'SEX',
    called: 'sex',
    set: 'SEX',
    required: true,
    cell: (g, row) => g.Header.SEX.at(row),
  },
  {
    code: '103',
    over: 'Header',
    field: 'ETHNIC',
    called: 'ethnic origin',
    set: 'ETHNIC',
    required: true,
    cell: (g, row) => g.Header.ETHNIC.at(row),
  },
  {
    code: '114',
    over: 'AD1',
    field: 'FOSTER_CARE',
    called: 'adoption by the current foster carer',
    set: 'yesOrNo',
    cell: (g, row) => g.AD1.FOSTER_CARE.at(row),
  },
  {
    code: '120',
    over: 'PlacedAdoption',
    field: 'REASON_PLACED_CEASED',
    called: 'reason for reversing the adoption decision',
    set: 'REASON_PLACED_CEASED',
    cell: (g, row) => g.PlacedAdoption.REASON_PLACED_CEASED.at(row),
  },
  {
    code: '131',
    over: 'OC3',
    field: 'IN_TOUCH',
    called: 'being in touch',
    set: 'IN_TOUCH',
    required: true,
    cell: (g, row) => g.OC3.IN_TOUCH.at(row),
  },
  {
    code: '132',
    over: 'OC3',
    field: 'ACTIV',
    called: 'activity',
    set: 'ACTIV',
    required: true,
    cell: (g, row) => g.OC3.ACTIV.at(row),
  },
  {
    code: '133',
    over: 'OC3',
    field: 'ACCOM',
    called: 'accommodation',
    set: 'ACCOM',
    required: true,
    cell: (g, row) => g.OC3.ACCOM.at(row),
  },
  {
    code: '143',
    over: 'Episodes',
    field: 'RNE',
    called: 'reason for the new episode',
    set: 'RNE',
    cell: (g, row) => g.Episodes.RNE.at(row),
  },
  {
    code: '144',
    over: 'Episodes',
    field: 'LS',
    called: 'legal status',
    set: 'LS',
    cell: (g, row) => g.Episodes.LS.at(row),
  },
  {
    code: '145',
    over: 'Episodes',
    field: 'CIN',
    called: 'category of need',
    set: 'CIN',
    cell: (g, row) => g.Episodes.CIN.at(row),
  },
  // Reference says, for 2024/25: K3 is wrong (its list has it in lower case). We say: K3 is right from 2024/25.
  {
    code: '146',
    over: 'Episodes',
    field: 'PLACE',
    called: 'placement type',
    set: 'PLACE',
    cell: (g, row) => g.Episodes.PLACE.at(row),
  },
  {
    code: '149',
    over: 'Episodes',
    field: 'REC',
    called: 'reason the episode ended',
    set: 'REC',
    cell: (g, row) => g.Episodes.REC.at(row),
  },
  {
    code: '175',
    over: 'AD1',
    field: 'NB_ADOPTR',
    called: 'number of adopters',
    set: 'NB_ADOPTR',
    cell: (g, row) => g.AD1.NB_ADOPTR.at(row),
  },
  {
    code: '176',
    over: 'AD1',
    field: 'SEX_ADOPTR',
    called: 'sex of the adopters',
    set: 'SEX_ADOPTR',
    cell: (g, row) => g.AD1.SEX_ADOPTR.at(row),
  },
  {
    code: '177',
    over: 'AD1',
    field: 'LS_ADOPTR',
    called: 'legal status of the adopters',
    set: 'LS_ADOPTR',
    cell: (g, row) => g.AD1.LS_ADOPTR.at(row),
  },
  {
    code: '196',
    over: 'OC2',
    field: 'SDQ_REASON',
    called: 'reason for having no SDQ score',
    set: 'SDQ_REASON',
    cell: (g, row) => g.OC2.SDQ_REASON.at(row),
  },
  {
    code: '631',
    over: 'PrevPerm',
    field: 'PREV_PERM',
    called: 'previous permanence',
    set: 'PREV_PERM',
    cell: (g, row) => g.PrevPerm.PREV_PERM.at(row),
  },
  {
    code: '1006',
    over: 'Missing',
    field: 'MISSING',
    called: 'kind of missing period',
    set: 'MISSING',
    cell: (g, row) => g.Missing.MISSING.at(row),
  },
  {
    code: '1009',
    over: 'Episodes',
    field: 'REASON_PLACE_CHANGE',
    called: 'reason for the change of placement',
    set: 'REASON_PLACE_CHANGE',
    cell: (g, row) => g.Episodes.REASON_PLACE_CHANGE.at(row),
  },
]

export const validCodeRules: readonly Rule[] = codeRules.map(({ code, over, field, called, set, required, cell }) =>
  eachRow(over, {
    code,
    says: `The code for ${called} is ${required ? 'missing, or is ' : ''}not one that the return knows this year.`,
    fields: [field],
    fails: (given, row) => {
      const written = cell(given, row)
      return written === null ? required === true : !given.codes[set].has(written)
    },
  }),
)
