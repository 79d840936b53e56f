// The SQL of what leads from a sealed record to another: read and written only from within a look of somebody who is named.
import { sql } from 'kysely'
import { type Asking, changeFrom, currentOf, lockChildren, recordFirst } from '#database'
import { isTieKind, isTieStep, type TieKind, type TieStep } from './tie.ts'

export type Tie = {
  readonly id: string
  readonly line: string
  readonly other: string
  readonly kind: TieKind
  readonly step: TieStep
  readonly by: string
  readonly at: string
  readonly why: string | undefined
}
/** The latest first; that they were read is logged in the sealed record, and names no other. */
export async function tiesOf(asking: Asking, child: string): Promise<readonly Tie[]> {
  const rows = await currentOf(asking, 'kith.adoption_tie', child)
  if (rows.length > 0) await asking.note('read what leads from a sealed record', child)
  return rows
    .flatMap(({ id, line, other, kind, step, recorded_by: by, recorded: at, words: why }) =>
      isTieKind(kind) && isTieStep(step) ? [{ id, line, other, kind, step, by, at, why }] : [],
    )
    .toReversed()
}

export type Numbered = { readonly child: string; readonly number: string }
/** The records in whose family the sealed child stands. */
export async function tiedTo({ record }: Asking, child: string): Promise<readonly Numbered[]> {
  const { rows } = await sql<Numbered>`select child, number from kith.tied_to_sealed(${child}::uuid)`.execute(record)
  return rows
}

type Proposal = { readonly child: string; readonly other: string; readonly kind: TieKind; readonly why: string }
export async function proposeTie(asking: Asking, { child, other, kind, why }: Proposal): Promise<string> {
  await lockChildren(asking, [child])
  const columns = { other, kind, step: 'proposed' as const }
  return (await recordFirst(asking, 'kith.adoption_tie', { child, columns, words: why })).id
}

type Next = { readonly id: string; readonly step: TieStep; readonly why: string }
/** False: somebody took a step since the asker read it. */
export async function stepTie(asking: Asking, { id, step, why }: Next): Promise<boolean> {
  return 'ok' in (await changeFrom(asking, 'kith.adoption_tie', { id, columns: { step }, words: why }))
}
