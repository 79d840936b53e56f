// The twelve tables of the children looked after return (SSDA903): their columns, in the order of the form, and types.

/** How a cell is read: a day as DD/MM/YYYY, one of a code set, a whole number, or text as it stands. */
export type CellKind = 'text' | 'code' | 'date' | 'integer'

export const tables = {
  Header: {
    holds: 'one row for each child',
    since: 2023,
    columns: { CHILD: 'text', SEX: 'code', DOB: 'date', ETHNIC: 'code', UPN: 'text', MOTHER: 'code', MC_DOB: 'date' },
  },
  Episodes: {
    holds: 'one row for each episode of care',
    since: 2023,
    columns: {
      CHILD: 'text',
      DECOM: 'date',
      RNE: 'code',
      LS: 'code',
      CIN: 'code',
      PLACE: 'code',
      PLACE_PROVIDER: 'code',
      DEC: 'date',
      REC: 'code',
      REASON_PLACE_CHANGE: 'code',
      HOME_POST: 'text',
      PL_POST: 'text',
      URN: 'text',
    },
  },
  Reviews: {
    holds: 'one row for each review',
    since: 2023,
    columns: { CHILD: 'text', DOB: 'date', REVIEW: 'date', REVIEW_CODE: 'code' },
  },
  UASC: {
    holds: 'one row for each unaccompanied asylum-seeking child',
    since: 2023,
    columns: { CHILD: 'text', SEX: 'code', DOB: 'date', DUC: 'date' },
  },
  OC2: {
    holds: 'health, wellbeing and convictions of each child looked after continuously for 12 months',
    since: 2023,
    columns: {
      CHILD: 'text',
      DOB: 'date',
      SDQ_SCORE: 'integer',
      SDQ_REASON: 'code',
      CONVICTED: 'code',
      HEALTH_CHECK: 'code',
      IMMUNISATIONS: 'code',
      TEETH_CHECK: 'code',
      HEALTH_ASSESSMENT: 'code',
      SUBSTANCE_MISUSE: 'code',
      INTERVENTION_RECEIVED: 'code',
      INTERVENTION_OFFERED: 'code',
    },
  },
  OC3: {
    holds: 'one row for each care leaver',
    since: 2023,
    columns: { CHILD: 'text', DOB: 'date', IN_TOUCH: 'code', ACTIV: 'code', ACCOM: 'code' },
  },
  AD1: {
    holds: 'one row for each adopted child',
    since: 2023,
    columns: {
      CHILD: 'text',
      DOB: 'date',
      DATE_INT: 'date',
      DATE_MATCH: 'date',
      FOSTER_CARE: 'code',
      NB_ADOPTR: 'integer',
      SEX_ADOPTR: 'code',
      LS_ADOPTR: 'code',
    },
  },
  PlacedAdoption: {
    holds: 'one row for each decision that a child should be placed for adoption',
    since: 2023,
    columns: {
      CHILD: 'text',
      DOB: 'date',
      DATE_PLACED: 'date',
      DATE_PLACED_CEASED: 'date',
      REASON_PLACED_CEASED: 'code',
    },
  },
  PrevPerm: {
    holds: 'earlier permanence of each child who starts to be looked after',
    since: 2023,
    columns: { CHILD: 'text', DOB: 'date', PREV_PERM: 'code', LA_PERM: 'text', DATE_PERM: 'date' },
  },
  Missing: {
    holds: 'one row for each time a child was missing, or away without authorisation',
    since: 2023,
    columns: { CHILD: 'text', DOB: 'date', MISSING: 'code', MIS_START: 'date', MIS_END: 'date' },
  },
  SWEpisodes: {
    holds: 'one row for each time a social worker was allocated',
    since: 2024,
    columns: { CHILD: 'text', DOB: 'date', SW_ID: 'text', SW_DECOM: 'date', SW_DEC: 'date', SW_REASON: 'code' },
  },
  DoLo: {
    holds: 'one row for each deprivation of liberty order',
    since: 2027,
    columns: { CHILD: 'text', DOB: 'date', DOLO_START: 'date', DOLO_END: 'date' },
  },
} as const satisfies Record<string, { holds: string; since: number; columns: Record<string, CellKind> }>

export type TableName = keyof typeof tables
export type ColumnOf<T extends TableName> = keyof (typeof tables)[T]['columns'] & string

const isTableName = (name: string): name is TableName => name in tables

/** Every table, in the order of the form. */
export const tableNames: readonly TableName[] = Object.keys(tables).filter(isTableName)

/** The columns of a table, in the order of the form. */
export const columnsOf = (table: TableName): readonly string[] => Object.keys(tables[table].columns)

/** The columns of a table that hold days. */
export const daysOf = (table: TableName): readonly string[] =>
  Object.entries<CellKind>(tables[table].columns)
    .filter(([, kind]) => kind === 'date')
    .map(([column]) => column)

/** The tables that a collection year has; the year is the one in which the collection ends (2027 for 2026/27). */
export const tablesOfYear = (year: number): readonly TableName[] =>
  tableNames.filter((name) => tables[name].since <= year)
