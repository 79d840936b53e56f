// Where our flags differ from the reference validator's (csc-validator-be-903 v0.1.15), what each says, and a case of ours.
import type { Cell } from '#return-files'
import type { FlaggedRows } from './run-rules.ts'

/** Columns and rows of one table; derived columns such as PL_LA may stand among them. */
export type WrittenTable = { columns: readonly string[]; rows: readonly (readonly Cell[])[] }
/** Tables by name, last year's with `_last` after it. */
export type WrittenTables = Readonly<Record<string, WrittenTable>>

/** A return on which the two differ, and what we flag in it; of 2026/27 where no year is named. */
export type DeviationCase = { tables: WrittenTables; expect: FlaggedRows; year?: number }

export type Deviation = {
  codes: readonly string[]
  reference: string
  ours: string
  /** The decision record that allows it. */
  decision: '0060' | '0064'
  /** Worked cases of the reference that hold its own reading: where defined, and the case. */
  notCases?: readonly string[]
  /** Of the first of the codes, or of the one named; those of the others are in deviation-cases-data.ts. */
  example?: DeviationCase & { of?: string }
}

const header = (columns: string, ...rows: (string | null)[][]): WrittenTables[string] => ({
  columns: columns.split(' '),
  rows,
})

export const deviations: readonly Deviation[] = [
  {
    codes: ['146'],
    reference: 'In 2024/25 K3 is no placement type, since its list has k3 in lower case.',
    ours: 'K3 is a placement type from 2024/25.',
    decision: '0060',
    example: {
      year: 2025,
      tables: { Episodes: header('CHILD PLACE', ['A', 'K3'], ['B', 'K4']) },
      expect: { Episodes: [1] },
    },
  },
  {
    codes: ['165'],
    reference: 'SEX is 1 or 2, the codes until 2023/24.',
    ours: 'SEX is M or F.',
    decision: '0060',
    notCases: ['2022/23 test_validate'],
    example: {
      tables: {
        Header: header('CHILD SEX MOTHER', ['A', 'M', '1'], ['B', 'F', null], ['C', 'F', '0']),
        Episodes: header(
          'CHILD DECOM LS',
          ['A', '01/05/2026', 'C2'],
          ['B', '01/05/2026', 'C2'],
          ['C', '01/05/2026', 'C2'],
        ),
        OC3: header('CHILD IN_TOUCH'),
      },
      expect: { Header: [0, 1] },
    },
  },
  {
    codes: ['199'],
    reference: "Where this year's episode starts on the day of last year's adoption, the order of rows decides.",
    ours: 'The adoption ended last year’s episode, so this year’s comes after it, unless it is that adoption once more.',
    decision: '0060',
    example: {
      tables: {
        Episodes: header(
          'CHILD DECOM DEC REC',
          ['A', '01/05/2025', null, null],
          ['B', '01/05/2025', '01/02/2026', 'E11'],
        ),
        Episodes_last: header(
          'CHILD DECOM DEC REC',
          ['A', '01/05/2025', '01/02/2026', 'E11'],
          ['B', '01/05/2025', '01/02/2026', 'E11'],
        ),
      },
      expect: { Episodes: [0] },
    },
  },
  {
    codes: ['205A', '205B', '205C', '205D', '231', '303', '392a', '392b', '406', '164'],
    reference:
      'Where a child stands twice in UASC, the status of every child after them moves to the next row of Header.',
    ours: 'Each child has their own status.',
    decision: '0060',
    example: {
      of: '231',
      tables: {
        Header: header('CHILD DOB', ['A', '01/01/2019'], ['B', '01/01/2019']),
        UASC: header('CHILD DOB DUC', ['A', '01/01/2019', null], ['A', '01/01/2019', null]),
      },
      expect: { Header: [0] },
    },
  },
  {
    codes: ['218'],
    reference: 'A URN is wanted for short breaks too, though rule 214 forbids it there.',
    ours: 'No URN is wanted for short breaks.',
    decision: '0060',
    example: {
      tables: { Episodes: header('CHILD LS PLACE', ['A', 'V4', 'U6'], ['B', 'C2', 'U6']) },
      expect: { Episodes: [1] },
    },
  },
  {
    codes: ['234'],
    reference: 'The reason for the change of placement on the episode itself.',
    ours: 'The reason on the episode before, which says why that one ended.',
    decision: '0060',
    notCases: ['2025/26 test_validate'],
    example: {
      tables: {
        Header: header('CHILD DOB', ['A', '01/01/2020']),
        Episodes: header('CHILD DECOM REASON_PLACE_CHANGE', ['A', '01/05/2026', 'CUSTOD'], ['A', '01/06/2026', null]),
      },
      expect: { Episodes: [1], Header: [0] },
    },
  },
  {
    codes: ['241'],
    reference: 'The placement has to lie in the council’s own area; the list of providers is never read.',
    ours: 'The placement has to lie where the provider has premises.',
    decision: '0060',
    notCases: ['2025/26 test_validate'],
    example: {
      tables: {
        Episodes: header(
          'CHILD PLACE URN PL_LA',
          ['A', 'K3', '1000001', 'E08888888'],
          ['B', 'K3', '1000001', 'E09999999'],
        ),
      },
      expect: { Episodes: [1] },
    },
  },
  {
    codes: ['336'],
    reference: 'Placements A3 and A4.',
    ours: 'Placements A3 and A5, which are those with current foster carers.',
    decision: '0060',
    notCases: ['2022/23 test_validate'],
    example: {
      tables: {
        Episodes: header(
          'CHILD DECOM PLACE',
          ['A', '01/05/2026', 'K2'],
          ['A', '01/06/2026', 'A5'],
          ['B', '01/05/2026', 'K2'],
          ['B', '01/06/2026', 'A4'],
        ),
      },
      expect: { Episodes: [1] },
    },
  },
  {
    codes: ['347'],
    reference: 'ACCOM is T, which is no code; a malformed date of birth stops the rule.',
    ours: 'ACCOM is T1 or T2.',
    decision: '0060',
    example: {
      tables: { OC3: header('CHILD DOB ACCOM', ['A', '01/01/2009', 'T1'], ['B', '01/01/2005', 'T2']) },
      expect: { OC3: [0] },
    },
  },
  {
    codes: ['371', '372', '373', '374', '375', '376', '379'],
    reference: 'Only placements that have ended are looked at.',
    ours: 'A child is too young from the first day; an open placement has lasted to the end of the year.',
    decision: '0060',
    notCases: ['2022/23 test_validate'],
    example: {
      tables: {
        Header: header('CHILD DOB', ['A', '01/01/2014']),
        Episodes: header('CHILD DECOM DEC PLACE', ['A', '01/05/2026', null, 'K3']),
      },
      expect: { Episodes: [0] },
    },
  },
  {
    codes: ['377'],
    reference: 'More than two holiday placements in the file.',
    ours: 'More than two within any twelve months.',
    decision: '0060',
    example: {
      tables: {
        Episodes: header(
          'CHILD DECOM PLACE',
          ['A', '01/05/2025', 'T3'],
          ['A', '01/01/2026', 'T3'],
          ['A', '02/05/2026', 'T3'],
        ),
      },
      expect: {},
    },
  },
  {
    codes: ['453', '503G'],
    reference: 'A distance that is missing last year only counts as different.',
    ours: 'One that is missing this year counts too.',
    decision: '0060',
    example: {
      tables: {
        Episodes: header('CHILD DECOM RNE PL_DISTANCE', ['A', '01/05/2025', 'S', null]),
        Episodes_last: header('CHILD DECOM RNE PL_DISTANCE', ['A', '01/05/2025', 'S', '3.2']),
      },
      expect: { Episodes: [0] },
    },
  },
  {
    codes: ['552', '579'],
    reference: 'Where two decisions bear one date, the order of rows decides.',
    ours: 'The one that was reversed first comes first.',
    decision: '0060',
  },
  {
    codes: ['558'],
    reference: 'Only where there are several decisions and every one was reversed.',
    ours: 'Where the latest decision was reversed.',
    decision: '0060',
    notCases: ['2022/23 test_validate'],
    example: {
      tables: {
        Episodes: header('CHILD REC', ['A', 'E11']),
        PlacedAdoption: header('CHILD DATE_PLACED DATE_PLACED_CEASED', ['A', '01/05/2026', '01/06/2026']),
      },
      expect: { Episodes: [0] },
    },
  },
  {
    codes: ['583'],
    reference: 'The latest decision is the last when dates are sorted as text.',
    ours: 'The latest by date.',
    decision: '0060',
    example: {
      tables: {
        PlacedAdoption: header(
          'CHILD DATE_PLACED DATE_PLACED_CEASED',
          ['A', '30/04/2026', null],
          ['A', '01/05/2026', null],
        ),
      },
      expect: { PlacedAdoption: [0] },
    },
  },
  {
    codes: ['584'],
    reference: 'The row of the joined tables, comparing dates as text.',
    ours: 'This year’s row, by date.',
    decision: '0060',
    example: {
      tables: {
        PlacedAdoption: header('CHILD DATE_PLACED', ['Z', null], ['A', '30/04/2025']),
        PlacedAdoption_last: header('CHILD DATE_PLACED DATE_PLACED_CEASED', ['A', '01/05/2025', '01/06/2025']),
      },
      expect: { PlacedAdoption: [1] },
    },
  },
  {
    codes: ['630'],
    reference: 'Earlier permanence is wanted for short breaks too.',
    ours: 'It is not asked for short breaks.',
    decision: '0060',
    example: {
      tables: {
        Episodes: header('CHILD DECOM RNE LS', ['A', '01/05/2026', 'S', 'V4'], ['B', '01/05/2026', 'S', 'C2']),
        PrevPerm: header('CHILD PREV_PERM'),
      },
      expect: { Episodes: [1] },
    },
  },
  {
    codes: ['635'],
    reference: 'The kind of permanence is blank.',
    ours: 'The kind of permanence is Z1, none.',
    decision: '0060',
    notCases: ['2022/23 test_validate'],
    example: {
      tables: { PrevPerm: header('CHILD PREV_PERM LA_PERM', ['A', null, '301'], ['B', 'Z1', '301']) },
      expect: { PrevPerm: [1] },
    },
  },
  {
    codes: ['706'],
    reference: 'The rows of last year’s file, under this year’s name.',
    ours: 'The child’s first order this year, or their row in Header.',
    decision: '0060',
    notCases: ['2026/27 test_validate'],
    example: {
      tables: {
        Header: header('CHILD DOB', ['B', null]),
        DoLo: header('CHILD DOLO_START DOLO_END', ['Z', '01/05/2026', null], ['A', '01/05/2026', null]),
        DoLo_last: header('CHILD DOLO_START DOLO_END', ['A', '01/05/2025', null], ['B', '01/05/2025', null]),
      },
      expect: { DoLo: [1], Header: [0] },
    },
  },
  {
    codes: ['1001'],
    reference: 'Only episodes that have ended count, joined so that the order of rows matters.',
    ours: 'An open episode has lasted to the end of the year, and no order matters.',
    decision: '0060',
    notCases: ['2022/23 test_validate'],
    example: {
      tables: {
        Header: header('CHILD DOB', ['A', '01/05/2010']),
        OC3: header('CHILD', ['A']),
        Episodes: header('CHILD DECOM DEC LS', ['A', '01/06/2025', null, 'C2']),
        Episodes_last: header('CHILD DECOM DEC LS'),
      },
      expect: {},
    },
  },
  {
    codes: ['1007'],
    reference: 'Only episodes that have ended count, and one bad date stops the rule for everybody.',
    ours: 'A child in an open episode is still looked after.',
    decision: '0060',
    example: {
      tables: {
        OC3: header('CHILD DOB IN_TOUCH', ['A', '01/05/2009', 'YES']),
        Episodes: header('CHILD DECOM DEC', ['A', '01/06/2020', null]),
      },
      expect: { OC3: [0] },
    },
  },
  {
    codes: ['1016'],
    reference: 'A year of age is 365.2425 days, and one bad date of birth stops the rule for everybody.',
    ours: 'Ages change on birthdays.',
    decision: '0060',
    example: {
      tables: {
        OC3: header('CHILD DOB IN_TOUCH', ['A', '31/03/2009', 'YES'], ['B', '31/02/2009', 'YES']),
        Episodes: header('CHILD DEC', ['A', '31/03/2027'], ['B', '31/03/2027']),
      },
      expect: { OC3: [0] },
    },
  },
  {
    codes: ['SW07STG2'],
    reference: 'The year before is 365.2425 days long.',
    ours: 'It begins on the same day a year earlier.',
    decision: '0060',
    example: {
      tables: { SWEpisodes: header('CHILD SW_DEC', ['A', '31/03/2025'], ['B', '01/04/2025']) },
      expect: { SWEpisodes: [0] },
    },
  },
  {
    codes: ['633'],
    reference: 'Only authorities that were there in 2018 arranged an earlier permanence.',
    ours: 'The six authorities made in 2019, 2021 and 2023 may have arranged it too.',
    decision: '0064',
    example: {
      tables: {
        PrevPerm: header('CHILD LA_PERM', ['A', '838'], ['B', '943'], ['C', '835'], ['D', '458'], ['E', null]),
      },
      expect: { PrevPerm: [3] },
    },
  },
  {
    codes: ['SW12STG2'],
    reference: 'Nearly every open episode that did not start with S.',
    ours: 'A child in care on 31 March whose first social worker came more than a week after both the year and that care had begun.',
    decision: '0060',
    notCases: ['2024/25 test_validate'],
    example: {
      tables: {
        Episodes: header('CHILD DECOM RNE LS', ['A', '01/05/2025', 'P', 'C2'], ['B', '01/05/2025', 'P', 'C2']),
        SWEpisodes: header('CHILD SW_DECOM', ['A', '08/04/2026'], ['B', '09/04/2026']),
      },
      expect: { Episodes: [1] },
    },
  },
]

export const deviationOf = (code: string): Deviation | undefined => deviations.find(({ codes }) => codes.includes(code))
