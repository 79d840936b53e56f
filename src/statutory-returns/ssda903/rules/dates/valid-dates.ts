// Fields that hold a date: one rule for each, that what is written there is a real one.
import { type Days, isDay, type TableName, type Texts } from '#return-files'
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
  written: (given: Given) => Texts
  day: (given: Given) => Days
}

const unknownDay = /^(?:ZZ|\d{1,2})\/(?:ZZ|\d{1,2})\/(?:ZZZZ|\d{4})$/

const fields: readonly DateRule[] = [
  {
    code: '102',
    over: 'Header',
    field: 'DOB',
    called: 'date of birth',
    required: true,
    written: ({ Header }) => Header.written.DOB,
    day: ({ Header }) => Header.DOB,
  },
  {
    code: '112',
    over: 'AD1',
    field: 'DATE_INT',
    called: 'date of the decision that adoption is best',
    written: ({ AD1 }) => AD1.written.DATE_INT,
    day: ({ AD1 }) => AD1.DATE_INT,
  },
  {
    code: '113',
    over: 'AD1',
    field: 'DATE_MATCH',
    called: 'date of matching with adopters',
    written: ({ AD1 }) => AD1.written.DATE_MATCH,
    day: ({ AD1 }) => AD1.DATE_MATCH,
  },
  {
    code: '115',
    over: 'PlacedAdoption',
    field: 'DATE_PLACED',
    called: 'date of the decision to place for adoption',
    written: ({ PlacedAdoption }) => PlacedAdoption.written.DATE_PLACED,
    day: ({ PlacedAdoption }) => PlacedAdoption.DATE_PLACED,
  },
  {
    code: '116',
    over: 'PlacedAdoption',
    field: 'DATE_PLACED_CEASED',
    called: 'date on which the decision to place for adoption was reversed',
    written: ({ PlacedAdoption }) => PlacedAdoption.written.DATE_PLACED_CEASED,
    day: ({ PlacedAdoption }) => PlacedAdoption.DATE_PLACED_CEASED,
  },
  {
    code: '141',
    over: 'Episodes',
    field: 'DECOM',
    called: 'start of the episode',
    written: ({ Episodes }) => Episodes.written.DECOM,
    day: ({ Episodes }) => Episodes.DECOM,
  },
  {
    code: '147',
    over: 'Episodes',
    field: 'DEC',
    called: 'end of the episode',
    written: ({ Episodes }) => Episodes.written.DEC,
    day: ({ Episodes }) => Episodes.DEC,
  },
  {
    code: '166',
    over: 'Reviews',
    field: 'REVIEW',
    called: 'date of the review',
    required: true,
    written: ({ Reviews }) => Reviews.written.REVIEW,
    day: ({ Reviews }) => Reviews.REVIEW,
  },
  {
    code: '171',
    over: 'Header',
    field: 'MC_DOB',
    called: "date of birth of the mother's first child",
    written: ({ Header }) => Header.written.MC_DOB,
    day: ({ Header }) => Header.MC_DOB,
  },
  {
    code: '700',
    over: 'DoLo',
    field: 'DOLO_START',
    called: 'start of the deprivation of liberty order',
    from: 2027,
    required: true,
    written: ({ DoLo }) => DoLo.written.DOLO_START,
    day: ({ DoLo }) => DoLo.DOLO_START,
  },
  {
    code: '701',
    over: 'DoLo',
    field: 'DOLO_END',
    called: 'end of the deprivation of liberty order',
    from: 2027,
    written: ({ DoLo }) => DoLo.written.DOLO_END,
    day: ({ DoLo }) => DoLo.DOLO_END,
  },
  {
    code: '1004',
    over: 'Missing',
    field: 'MIS_START',
    called: 'start of the missing period',
    required: true,
    written: ({ Missing }) => Missing.written.MIS_START,
    day: ({ Missing }) => Missing.MIS_START,
  },
  {
    code: '1005',
    over: 'Missing',
    field: 'MIS_END',
    called: 'end of the missing period',
    written: ({ Missing }) => Missing.written.MIS_END,
    day: ({ Missing }) => Missing.MIS_END,
  },
  {
    code: 'SW04STG1',
    over: 'SWEpisodes',
    field: 'SW_DECOM',
    called: "start of the social worker's allocation",
    from: 2024,
    unknownParts: true,
    written: ({ SWEpisodes }) => SWEpisodes.written.SW_DECOM,
    day: ({ SWEpisodes }) => SWEpisodes.SW_DECOM,
  },
  {
    code: 'SW05STG1',
    over: 'SWEpisodes',
    field: 'SW_DEC',
    called: "end of the social worker's allocation",
    from: 2024,
    unknownParts: true,
    written: ({ SWEpisodes }) => SWEpisodes.written.SW_DEC,
    day: ({ SWEpisodes }) => SWEpisodes.SW_DEC,
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
      if (isDay(rule.day(given).at(row))) return false
      const written = rule.written(given).at(row)
      return written === null ? rule.required === true : !isWritten(written, rule)
    },
  }),
)
