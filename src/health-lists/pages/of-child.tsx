// On a child's Health page: from which list a fact came, and what lists say otherwise than the record until somebody decides.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { Card, CardList, RowLinks } from '#look'
import { FIELD_WORDS } from '../list-row.ts'
import { saidWords } from '../said-words.ts'
import type { RowOnRecord } from '../store.ts'

type Rows = { readonly rows: readonly RowOnRecord[] }
const fromWords = ({ from, row_number }: RowOnRecord): string =>
  `the list of ${from.provider} of ${dayWords(from.ofDay)}, row ${row_number}`
const fieldsWords = (fields: readonly string[]): string => fields.map((field) => FIELD_WORDS[field] ?? field).join(', ')

/** Below one fact: what of it came from which list. */
export const FromLists: FC<Rows & { readonly line: string }> = ({ rows, line }) => {
  const of = rows.filter(
    (row) => row.on_line === line && (row.outcome === 'taken' || row.decision?.decision === 'the list is right'),
  )
  return (
    <>
      {of.map((row) => (
        <span class="kith-note">
          {fieldsWords(row.fields)}: from {fromWords(row)}
        </span>
      ))}
    </>
  )
}

export const Otherwise: FC<Rows & { readonly child: string; readonly writes: boolean }> = ({ rows, child, writes }) => {
  const open = rows.filter(({ outcome, decision }) => outcome === 'contradicts' && decision === undefined)
  if (open.length === 0) return null
  return (
    <Card title="A list says otherwise" count={open.length} beside="The record stands until somebody decides" flush>
      <CardList
        items={open.map((row) => (
          <>
            {row.on_table === 'health_referral' ? 'Referral' : 'Health assessment'}:{' '}
            {row.fields
              .map((field) => `${FIELD_WORDS[field] ?? field} ${saidWords(field, row.said[field])}`)
              .join(', ')}
            <span class="kith-note">says {fromWords(row)}</span>
            {writes && (
              <RowLinks
                of={`row ${row.row_number} of the list of ${row.from.provider}`}
                links={[
                  { to: `/children/${child}/health/list-rows/${row.line}/decide`, does: 'Decide which is right' },
                ]}
              />
            )}
          </>
        ))}
      />
    </Card>
  )
}
