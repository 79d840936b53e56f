// Why each flag that remains in the clean set is right: row by row, with the rule's wording and what to do about it.
import type { TableName } from '#return-files'

export type ExplainedRow = {
  readonly rule: string
  readonly table: TableName
  /** From 0, heading not counted, as flags have it. */
  readonly row: number
  /** What stands in the row: another row in its place is not explained by this. */
  readonly stands: Readonly<Record<string, string>>
  readonly why: string
  readonly todo: string
}

/** As the Department's list has them (Crown copyright, Open Government Licence v3.0). */
export const wordings: Readonly<Record<string, string>> = {
  '709': 'Child with a DoLO is in an unexpected placement type.',
  '624': 'Date of birth of the first child contradicts the date of birth of the first child previously recorded.',
  SW11bSTG2:
    'Social worker episode has ended before 31 March and no subsequent social worker episode has been provided.',
}

const ORDER =
  'An order deprived the child of liberty from 04/01/2027 to 01/02/2027. Through all of it they lived with foster carers (U6), which ran until 03/03/2027. Expected are K2, Z12 and Z13.'
const BOTH =
  'Look at both: the days of the order, and where the child lived on them. If both are as it was, say so to the portal.'
const leftCare = (left: string, born: string): string =>
  `Last year she was looked after until ${left}, and the return gave ${born}. This year she is a care leaver without an episode, of whom nothing is asked on motherhood, and the field is blank. Rule 624 counts a blank as another date.`
const LEAVE_BLANK =
  'Leave it blank: with last year’s date put back, rule 628 flags her instead. Say to the portal that she left care last year.'
const FOLLOWED =
  'Taken at its word the rule finds nothing here, since another allocation follows. The shared validator flags it all the same, and is not known to be wrong in this rule: we follow it (decision 0060).'

export const explainedRows: readonly ExplainedRow[] = [
  {
    ...{ rule: '709', table: 'DoLo', row: 3, why: ORDER, todo: BOTH },
    stands: { CHILD: 'SYN000246', DOLO_START: '04/01/2027', DOLO_END: '01/02/2027' },
  },
  {
    ...{ rule: '709', table: 'Episodes', row: 425, why: ORDER, todo: BOTH },
    stands: { CHILD: 'SYN000246', DECOM: '14/10/2022', PLACE: 'U6', DEC: '03/03/2027' },
  },
  {
    ...{ rule: '624', table: 'Header', row: 6, why: leftCare('09/07/2025', '05/07/2025'), todo: LEAVE_BLANK },
    stands: { CHILD: '100260', SEX: 'F', MOTHER: '', MC_DOB: '' },
  },
  {
    ...{ rule: '624', table: 'Header', row: 267, why: leftCare('12/09/2025', '22/04/2025'), todo: LEAVE_BLANK },
    stands: { CHILD: '110398', SEX: 'F', MOTHER: '', MC_DOB: '' },
  },
  {
    ...{ rule: 'SW11bSTG2', table: 'SWEpisodes', row: 259 },
    stands: { CHILD: '104034', SW_ID: 'SW384322', SW_DEC: '28/03/2027' },
    why: `The allocation ended on 28/03/2027, in the last five days of the year, and the next one began that day (line 262). ${FOLLOWED}`,
    todo: 'See that line 262 is complete. Nothing is to be put right.',
  },
  {
    ...{ rule: 'SW11bSTG2', table: 'SWEpisodes', row: 655 },
    stands: { CHILD: '109843', SW_ID: 'XX6589', SW_DEC: '29/03/2027' },
    why: `The allocation ended on 29/03/2027, in the last five days of the year, and the next one began on 31/03/2027 (line 658). ${FOLLOWED}`,
    todo: 'Ask who worked with the child on 30 March. If nobody did, nothing is to be put right.',
  },
]
