// Ofsted's list of providers as a CSV table, with the columns that the rules need.
import { splitCsv } from '#return-files'
import type { Provider } from './given.ts'
import { providerOfFields, UnreadableDescription } from './set-description.ts'

const needed = ['URN', 'PLACE_CODES', 'PROVIDER_CODES', 'REG_END', 'POSTCODE', 'LA_CODE_INFERRED']

export function readProviderTable(text: string, file: string): Provider[] {
  const { header, columns, lines } = splitCsv(text.replace(/^\uFEFF/, ''))
  const missing = needed.filter((name) => !header.includes(name))
  if (missing.length > 0) throw new UnreadableDescription(`${file} has no column ${missing.join(', ')}.`)
  return lines.map((_, row) =>
    providerOfFields(Object.fromEntries(needed.map((name) => [name, columns[header.indexOf(name)]?.[row] ?? '']))),
  )
}
