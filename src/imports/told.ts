// The words in which an import tells what it took and what it could not take: ids, rows and columns, never what they hold.
import { REASONS } from '#return-facts'
import type { ImportReport } from './report.ts'

const yearWords = (year: number): string => `${year - 1}/${String(year % 100).padStart(2, '0')}`
const counted = (count: number): string => count.toLocaleString('en-GB')

function keptLine({ year, file, row, field, reason, taken, child, goesOn }: ImportReport['kept'][number]): string {
  const where = `${yearWords(year)} ${file} row ${row}${field === null ? '' : `, ${field}`}`
  const other = goesOn === undefined ? '' : `, whose record goes on under ${goesOn}`
  const whose = child === null ? '' : ` (child ${child}${other})`
  const { says, todo } = REASONS[reason]
  return `  ${where}${whose}: ${says}${taken === 'in part' ? ' The rest of the row was taken.' : ''} ${todo}`
}

/** A table that is not there: an import says what that means for the record. */
function findingLine({ kind, says }: ImportReport['findings'][number]): string {
  return kind === 'table missing' ? says.replace(/ The rules .*/, ' What the record holds of it stays as it is.') : says
}

/** How often each reason was given, the most frequent first. */
function reasonLines(kept: ImportReport['kept']): string[] {
  return [...Map.groupBy(kept, ({ reason }) => reason)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, rows]) => `  ${counted(rows.length)} × ${REASONS[reason].says}`)
}

const rejoinedLine = ({ child, goesOn, rows }: ImportReport['rejoined'][number]): string =>
  `  child ${child} goes on under ${goesOn}: ${counted(rows)} ${rows === 1 ? 'row' : 'rows'}. Use ${goesOn} from now on.`

export function told({ year, children, rows, lines, kept, findings, rejoined }: ImportReport): string {
  return [
    `SSDA903 return of ${yearWords(year)}: ${counted(rows.read)} rows read.`,
    `Children: ${counted(children.added)} added, ${counted(children.changed)} changed, ${counted(children.unchanged)} unchanged.`,
    `Record: ${counted(lines.added)} lines added, ${counted(lines.corrected)} corrected, ${counted(lines.retracted)} retracted because the return no longer holds them.`,
    `Rows not taken: ${counted(rows.notTaken)}; taken in part: ${counted(rows.takenInPart)}. Each is kept word for word.`,
    ...(rejoined.length > 0
      ? ['Read into the record that goes on, since theirs was joined to it:', ...rejoined.map(rejoinedLine)]
      : []),
    ...(findings.length > 0 ? ['About the files:', ...findings.map((finding) => `  ${findingLine(finding)}`)] : []),
    ...(kept.length > 0 ? ['Why:', ...reasonLines(kept), 'Row by row:', ...kept.map(keptLine)] : []),
  ].join('\n')
}

/** The same for machines: each refusal with its words. */
export function asJson(report: ImportReport): string {
  return JSON.stringify({ ...report, kept: report.kept.map((row) => ({ ...row, ...REASONS[row.reason] })) })
}
