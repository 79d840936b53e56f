// Who may know what is written of a child, asked as it is written: few, and then on what that rests and why; or whoever reads that part of the
// record. Later it is changed by itself.
import type { FC } from 'hono/jsx'
import {
  AUDIENCES,
  type AudienceRefusal,
  audienceRefusalWords,
  limitFirst,
  mayLimitAudience,
  type NewAudience,
  OTHER_POWERS,
} from '#audiences'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import type { Typed } from '#drafts'
import { type Fault, type Of, PickField, TicksField, WordsField } from '#forms'
import { capital } from '#look'
import type { Decision } from '../exploitation.ts'

/** What was written, and to whom it is kept; undefined: whoever reads that part. */
export type Kept<Written> = { readonly written: Written; readonly few: NewAudience | undefined }

export const FEW_LABELS = { audience: 'Who may know', power: 'What it rests on', because: 'Why it is kept' } as const
/** A court's order is named where it is said afterwards who may know. */
const RESTS_ON = OTHER_POWERS.filter((power) => power !== 'court order')
export const FewField: FC<{ readonly of: Of; readonly usual: string }> = ({ of, usual }) => (
  <>
    <TicksField
      of={of}
      name="audience"
      label="Is it for few people only?"
      hint={`Tick nobody, and it is read by ${usual}. Otherwise those who are ticked read it, and the allocated worker, who keeps the record. It can be changed at any time`}
      items={Object.entries(AUDIENCES).map(([value, text]) => ({ value, text: capital(text) }))}
    />
    <PickField
      of={of}
      name="power"
      label="If it is: what does that rest on?"
      items={RESTS_ON.map((value) => ({ value, text: capital(value) }))}
      none="Nobody is kept from it"
    />
    <WordsField of={of} name="because" label="Why, and who asked for it?" rows={2} />
  </>
)

const NOBODY_TICKED = 'Tick who may know it. If it is for few, somebody has to be; if not, leave empty why.'
const fieldOf = (one: AudienceRefusal): string =>
  one === 'power unknown' ? 'power' : one === 'because empty' ? 'because' : 'audience'
const saysOf = (one: AudienceRefusal): string =>
  one === 'nobody is limited' ? NOBODY_TICKED : audienceRefusalWords(one)

/** Whoever writes it decided, today. */
function fewIn(typed: Typed, today: IsoDay): { readonly few: NewAudience | undefined } | { readonly faults: Fault[] } {
  const relations = typed.all('audience').filter((one) => one !== '')
  const [power, because] = [typed.one('power'), typed.words('because').trim()]
  if ([...relations, power, because].every((one) => one === '')) return { few: undefined }
  const rest = { mustNotKnow: [], withheldFrom: [], decided: today, decidedBy: '', until: '', order: '' }
  const offered = RESTS_ON.some((one) => one === power) ? power : ''
  const may = mayLimitAudience({ relations, power: offered, because, ...rest }, today)
  return 'ok' in may
    ? { few: may.ok }
    : { faults: may.refused.map((one) => ({ field: fieldOf(one), says: saysOf(one) })) }
}

export function withFew<Written>(
  decide: (typed: Typed, known: unknown, today: IsoDay) => Decision<Written>,
): (typed: Typed, known: unknown, today: IsoDay) => Decision<Kept<Written>> {
  return (typed, known, today) => {
    const [may, kept] = [decide(typed, known, today), fewIn(typed, today)]
    const faults = 'faults' in kept ? kept.faults : []
    if ('faults' in may) return { faults: [...may.faults, ...faults] }
    return 'faults' in kept ? { faults } : { ok: { written: may.ok, few: kept.few } }
  }
}

/** The columns to write with it. */
export async function fewColumns(asking: Asking, child: string, few: NewAudience | undefined) {
  if (few === undefined) return {}
  return await limitFirst(asking, child, { ...few, decidedBy: asking.who.person })
}
