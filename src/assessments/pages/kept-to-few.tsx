// Who may know what is written of a child, asked as it is written: few, or whoever reads that part of the record; later it is changed by itself.
import type { FC } from 'hono/jsx'
import { AUDIENCES, isAudienceRelation, limitColumns, type NewAudience, withKeeper } from '#audiences'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import type { Typed } from '#drafts'
import { type Of, TicksField } from '#forms'
import { capital } from '#look'
import type { Decision } from '../exploitation.ts'

/** What was written, and to whom it is kept; none: whoever reads that part. */
export type Kept<Written> = { readonly written: Written; readonly few: readonly string[] }

const FIELD = 'audience'
export const FEW_LABEL = { [FIELD]: 'Who may know' } as const
export const FewField: FC<{ readonly of: Of; readonly usual: string }> = ({ of, usual }) => (
  <TicksField
    of={of}
    name={FIELD}
    label="Is it for few people only?"
    hint={`Tick nobody, and it is read by ${usual}. Otherwise those who are ticked read it, and the allocated worker, who keeps the record. It can be changed at any time`}
    items={Object.entries(AUDIENCES).map(([value, text]) => ({ value, text: capital(text) }))}
  />
)

export function withFew<Written>(
  decide: (typed: Typed, known: unknown, today: IsoDay) => Decision<Written>,
): (typed: Typed, known: unknown, today: IsoDay) => Decision<Kept<Written>> {
  return (typed, known, today) => {
    const [may, few] = [decide(typed, known, today), typed.all(FIELD).filter((one) => one !== '')]
    const faults = few.every(isAudienceRelation) ? [] : [{ field: FIELD, says: 'Choose from the list who may know.' }]
    if ('faults' in may) return { faults: [...may.faults, ...faults] }
    return faults.length > 0 ? { faults } : { ok: { written: may.ok, few } }
  }
}

type Deciding = Pick<NewAudience, 'power' | 'because'> & { readonly few: readonly string[]; readonly today: IsoDay }
/** The columns to write with it; whoever writes decided. */
export async function fewColumns(asking: Asking, child: string, { few, power, because, today }: Deciding) {
  if (few.length === 0) return {}
  const decided = { power, because, decided: today, decidedBy: asking.who.person }
  const nothing = { mustNotKnow: null, until: null, order: null, withheldFrom: null }
  return await limitColumns(asking, child, { relations: withKeeper(few), ...decided, ...nothing })
}
