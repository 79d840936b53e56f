// How grave a rule is: what a council has entered for itself, else what we hold, else unknown.
import { splitCsv } from '#return-files'
import { UnreadableDescription } from './set-description.ts'
import { type Severity, severities } from './severities-data.ts'

export type Severities = Readonly<Record<string, Severity>>

export const severityOf = (code: string, entered: Severities = {}): Severity =>
  entered[code] ?? severities[code] ?? 'unknown'

const isSeverity = (word: string): word is Severity => word === 'error' || word === 'query' || word === 'unknown'

/** A council's own table: a CSV file with the columns rule and severity (error, query or unknown). */
export function readSeverities(text: string, file: string, codes: ReadonlySet<string>): Severities {
  const { header, columns, lines } = splitCsv(text.replace(/^\uFEFF/, ''))
  const [rule, severity] = ['rule', 'severity'].map((name) => columns[header.indexOf(name)])
  if (!rule || !severity) throw new UnreadableDescription(`${file} should have the columns rule and severity.`)
  const entered: Record<string, Severity> = {}
  for (const [row, line] of lines.entries()) {
    const [code, word] = [rule[row]?.trim() ?? '', severity[row]?.trim().toLowerCase() ?? '']
    if (!codes.has(code)) throw new UnreadableDescription(`${file}, line ${line}: there is no rule ${code}.`)
    if (!isSeverity(word))
      throw new UnreadableDescription(`${file}, line ${line}: a severity is error, query or unknown.`)
    entered[code] = word
  }
  return entered
}
