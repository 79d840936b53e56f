// Fields that hold one of a fixed set of codes: one rule for each field, all of one form.
import type { CodeSetName, TableName, Texts } from '#return-files'
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
  column: (given: Given) => Texts
}

const codeRules: readonly CodeRule[] = [
  {
    code: '101',
    over: 'Header',
    field: 'SEX',
    called: 'sex',
    set: 'SEX',
    required: true,
    column: (g) => g.Header.SEX,
  },
  {
    code: '103',
    over: 'Header',
    field: 'ETHNIC',
    called: 'ethnic origin',
    set: 'ETHNIC',
    required: true,
    column: (g) => g.Header.ETHNIC,
  },
  {
    code: '114',
    over: 'AD1',
    field: 'FOSTER_CARE',
    called: 'adoption by the current foster carer',
    set: 'yesOrNo',
    column: (g) => g.AD1.FOSTER_CARE,
  },
  {
    code: '120',
    over: 'PlacedAdoption',
    field: 'REASON_PLACED_CEASED',
    called: 'reason for reversing the adoption decision',
    set: 'REASON_PLACED_CEASED',
    column: (g) => g.PlacedAdoption.REASON_PLACED_CEASED,
  },
  {
    code: '131',
    over: 'OC3',
    field: 'IN_TOUCH',
    called: 'being in touch',
    set: 'IN_TOUCH',
    required: true,
    column: (g) => g.OC3.IN_TOUCH,
  },
  {
    code: '132',
    over: 'OC3',
    field: 'ACTIV',
    called: 'activity',
    set: 'ACTIV',
    required: true,
    column: (g) => g.OC3.ACTIV,
  },
  {
    code: '133',
    over: 'OC3',
    field: 'ACCOM',
    called: 'accommodation',
    set: 'ACCOM',
    required: true,
    column: (g) => g.OC3.ACCOM,
  },
  {
    code: '143',
    over: 'Episodes',
    field: 'RNE',
    called: 'reason for the new episode',
    set: 'RNE',
    column: (g) => g.Episodes.RNE,
  },
  {
    code: '144',
    over: 'Episodes',
    field: 'LS',
    called: 'legal status',
    set: 'LS',
    column: (g) => g.Episodes.LS,
  },
  {
    code: '145',
    over: 'Episodes',
    field: 'CIN',
    called: 'category of need',
    set: 'CIN',
    column: (g) => g.Episodes.CIN,
  },
  // Reference says, for 2024/25: K3 is wrong (its list has it in lower case). We say: K3 is right from 2024/25.
  {
    code: '146',
    over: 'Episodes',
    field: 'PLACE',
    called: 'placement type',
    set: 'PLACE',
    column: (g) => g.Episodes.PLACE,
  },
  {
    code: '149',
    over: 'Episodes',
    field: 'REC',
    called: 'reason the episode ended',
    set: 'REC',
    column: (g) => g.Episodes.REC,
  },
  {
    code: '175',
    over: 'AD1',
    field: 'NB_ADOPTR',
    called: 'number of adopters',
    set: 'NB_ADOPTR',
    column: (g) => g.AD1.NB_ADOPTR,
  },
  {
    code: '176',
    over: 'AD1',
    field: 'SEX_ADOPTR',
    called: 'sex of the adopters',
    set: 'SEX_ADOPTR',
    column: (g) => g.AD1.SEX_ADOPTR,
  },
  {
    code: '177',
    over: 'AD1',
    field: 'LS_ADOPTR',
    called: 'legal status of the adopters',
    set: 'LS_ADOPTR',
    column: (g) => g.AD1.LS_ADOPTR,
  },
  {
    code: '196',
    over: 'OC2',
    field: 'SDQ_REASON',
    called: 'reason for having no SDQ score',
    set: 'SDQ_REASON',
    column: (g) => g.OC2.SDQ_REASON,
  },
  {
    code: '631',
    over: 'PrevPerm',
    field: 'PREV_PERM',
    called: 'previous permanence',
    set: 'PREV_PERM',
    column: (g) => g.PrevPerm.PREV_PERM,
  },
  {
    code: '1006',
    over: 'Missing',
    field: 'MISSING',
    called: 'kind of missing period',
    set: 'MISSING',
    column: (g) => g.Missing.MISSING,
  },
  {
    code: '1009',
    over: 'Episodes',
    field: 'REASON_PLACE_CHANGE',
    called: 'reason for the change of placement',
    set: 'REASON_PLACE_CHANGE',
    column: (g) => g.Episodes.REASON_PLACE_CHANGE,
  },
]

export const validCodeRules: readonly Rule[] = codeRules.map(({ code, over, field, called, set, required, column }) =>
  eachRow(over, {
    code,
    says: `The code for ${called} is ${required ? 'missing, or is ' : ''}not one that the return knows this year.`,
    fields: [field],
    // A blank can only be found by looking at every row.
    ...(required ? {} : { among: (given) => column(given).holdingOther(given.codes[set].codes) }),
    fails: (given, row) => {
      const written = column(given).at(row)
      return written === null ? required === true : !given.codes[set].has(written)
    },
  }),
)
