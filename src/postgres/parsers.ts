// How PostgreSQL's values reach JavaScript: days stay text, instants are ISO text in UTC, large numbers stay text.
import pg from 'pg'

const { builtins } = pg.types

/** `2026-11-23 21:27:41.123456+00` as `2026-11-23T21:27:41.123Z`; infinity and days before the common era stay as they are. */
function instantFrom(text: string): string {
  const at = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  return Number.isNaN(at.getTime()) ? text : at.toISOString()
}

// The package's list of types leaves arrays out.
type TypeId = Parameters<typeof pg.types.setTypeParser>[0]
const arrays = { texts: 1009 as TypeId, days: 1182 as TypeId, instants: 1185 as TypeId, largeNumbers: 1016 as TypeId }
const arrayOfText = pg.types.getTypeParser(arrays.texts) as (text: string) => (string | null)[]

const asText = (text: string): string => text

/** Sets the parsers for every connection of this process; called once, by the module itself. */
function setParsers(): void {
  pg.types.setTypeParser(builtins.DATE, asText)
  pg.types.setTypeParser(builtins.TIMESTAMP, asText)
  pg.types.setTypeParser(builtins.TIME, asText)
  pg.types.setTypeParser(builtins.INTERVAL, asText)
  pg.types.setTypeParser(builtins.TIMESTAMPTZ, instantFrom)
  pg.types.setTypeParser(builtins.INT8, asText)
  pg.types.setTypeParser(builtins.NUMERIC, asText)
  pg.types.setTypeParser(arrays.days, arrayOfText)
  pg.types.setTypeParser(arrays.largeNumbers, arrayOfText)
  pg.types.setTypeParser(arrays.instants, (text) => arrayOfText(text).map((one) => one && instantFrom(one)))
}

setParsers()
