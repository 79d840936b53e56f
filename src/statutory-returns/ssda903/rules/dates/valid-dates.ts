// Fields that hold a date: one rule for each, that what is written there is a real one.
import { type Cell, type Day, isDay, type TableName } from '#return-files'
import type { Given } from '../../given.ts'
import { eachRow, type Rule } from '../../rule.ts'

type DateRule = {
  code: string
  over: TableName
  field: string
  called: string
  from?: number
  required?: true
  /** Whether ZZ may stand for a day, month or year that nobody knows. */
  unknownParts?: true
  cell: (given: Given, row: number) => [written: Cell, day: Day]
}

const unknownDay = /^(?:ZZ|\d{1,2})\/(?:ZZ|\d{1,2})\/(?:ZZZZ|\d{4})$/

const fields: readonly DateRule[] = [
  {
    code: '102',
    over: 'Header',
    field: 'DOB',
    called: 'date of birth',
    required: true,
    cell: ({ Header: t }, row) => [t.written.DOB.at(row), t.DOB.at(row)],
  },
  {
    code: '112',
    over: 'AD1',
    field: 'DATE_INT',
    called: 'date of the decision that adoption is best',
    cell: ({ AD1: t }, row) => [t.written.DATE_INT.at(row), t.DATE_INT.at(row)],
  },
  {
    code: '113',
    over: 'AD1',
    field: 'DATE_MATCH',
    called: 'date of matching with adopters',
    cell: ({ AD1: t }, row) => [t.written.DATE_MATCH.at(row), t.DATE_MATCH.at(row)],
  },
  {
    code: '115',
    over: 'PlacedAdoption',
    field: 'DATE_PLACED',
    called: 'date of the decision to place for adoption',
    cell: ({ PlacedAdoption: t }, row) => [t.written.DATE_PLACED.at(row), t.DATE_PLACED.at(row)],
  },
  {
    code: '116',
    over: 'PlacedAdoption',
    field: 'DATE_PLACED_CEASED',
    called: 'date on which the decision to place for adoption was reversed',
    cell: ({ PlacedAdoption: t }, row) => [t.written.DATE_PLACED_CEASED.at(row), t.DATE_PLACED_CEASED.at(row)],
  },
  {
    code: '141',
    over: 'Episodes',
    field: 'DECOM',
    called: 'start of the episode',
    cell: ({ Episodes: t }, row) => [t.written.DECOM.at(row), t.DECOM.at(row)],
  },
  {
    code: '147',
    over: 'Episodes',
    field: 'DEC',
    called: 'end of the episode',
    cell: ({ Episodes: t }, row) => [t.written.DEC.at(row), t.DEC.at(row)],
  },
  {
    code: '166',
    over: 'Reviews',
    field: 'REVIEW',
    called: 'date of the review',
    required: true,
    cell: ({ Reviews: t }, row) => [t.written.REVIEW.at(row), t.REVIEW.at(row)],
  },
  {
    code: '171',
    over: 'Header',
    field: 'MC_DOB',
    called: "date of birth of the mother's first child",
    cell: ({ Header: t }, row) => [t.written.MC_DOB.at(row), t.MC_DOB.at(row)],
  },
  {
    code: '700',
    over: 'DoLo',
    field: 'DOLO_START',
    called: 'start of the deprivation of liberty order',
    from: 2027,
    required: true,
    cell: ({ DoLo: t }, row) => [t.written.DOLO_START.at(row), t.DOLO_START.at(row)],
  },
  {
    code: '701',
    over: 'DoLo',
    field: 'DOLO_END',
    called: 'end of the deprivation of liberty order',
    from: 2027,
    cell: ({ DoLo: t }, row) => [t.written.DOLO_END.at(row), t.DOLO_END.at(row)],
  },
  {
    code: '1004',
    over: 'Missing',
    field: 'MIS_START',
    called: 'start of the missing period',
    required: true,
    cell: ({ Missing: t }, row) => [t.written.MIS_START.at(row), t.MIS_START.at(row)],
  },
  {
    code: '1005',
    over: 'Missing',
    field: 'MIS_END',
    called: 'end of the missing period',
    cell: ({ Missing: t }, row) => [t.written.MIS_END.at(row), t.MIS_END.at(row)],
  },
  {
    code: 'SW04STG1',
    over: 'SWEpisodes',
    field: 'SW_DECOM',
    called: "start of the social worker's allocation",
    from: 2024,
    unknownParts: true,
    cell: ({ SWEpisodes: t }, row) => [t.written.SW_DECOM.at(row), t.SW_DECOM.at(row)],
  },
  {
    code: 'SW05STG1',
    over: 'SWEpisodes',
    field: 'SW_DEC',
    called: "end of the social worker's allocation",
    from: 2024,
    unknownParts: true,
    cell: ({ SWEpisodes: t }, row) => [t.written.SW_DEC.at(row), t.SW_DEC.at(row)],
  },
]

const sentence = ({ called, required }: DateRule) =>
  required ? `The ${called} is missing, or is not a real date.` : `The ${called} is not a real date.`

const isWritten = (written: string, { unknownParts }: DateRule) =>
  unknownParts === true && written.includes('ZZ') && unknownDay.test(written)

export const validDateRules: readonly Rule[] = fields.map((rule) =>
  eachRow(rule.over, {
    code: rule.code,
    says: sentence(rule),
    fields: [rule.field],
    ...(rule.from ? { from: rule.from } : {}),
    fails: (given, row) => {
      const [written, day] = rule.cell(given, row)
      if (written === null) return rule.required === true
      return !isDay(day) && !isWritten(written, rule)
    },
  }),
)
