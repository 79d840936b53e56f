// The form of who may know one statement, whatever its kind: begun from what stands and from the decision behind it.
import type { Scope } from '#access'
import type { Asking, Superseded, Version, VersionShape } from '#database'
import { type At, type Form, makeCorrection } from '#forms'
import { namesOf, shownName } from '#people'
import { isAudienceRelation, type NewAudience, type Power } from '../limiting.ts'
import { nobodyCould } from '../nobody-could.ts'
import type { LimitedTable } from '../statement.ts'
import { type Decision, decisionsOf, limitStatement, type Stands, standsOf } from '../store.ts'
import {
  AUDIENCE_LABELS,
  AudienceFields,
  type AudienceGiven,
  audienceGiven,
  audienceIn,
  audienceTyped,
  MUST_NOT_ROWS,
} from './audience-fields.tsx'

type Given = AudienceGiven & {
  readonly whom: string
  readonly stands: Stands
  readonly decision: Decision | undefined
}
type Ok = { readonly audience: NewAudience | undefined }

export type Limiting<T extends LimitedTable> = {
  readonly name: string
  /** Below `/children/:child/`, before the version. */
  readonly path: string
  readonly table: T
  readonly scope: Scope
  readonly thing: string
  readonly log: string
  /** 'where Mum lives', as in “Who may know …”; undefined: the form cannot be about this row. */
  readonly whom: (
    asking: Asking,
    of: { readonly child: string; readonly called: string },
    row: Version<T> & VersionShape,
  ) => Promise<string | undefined>
  readonly powers?: readonly Power[]
  readonly leadsTo: (at: At) => string
  /** What the table keeps of the reason beside the decision. */
  readonly columns?: (audience: NewAudience | undefined) => Readonly<Record<string, unknown>>
  /** Those who read it where nobody decided anything; without it, whoever sees that part of the record. */
  readonly usual?: readonly string[]
}

/** The usual readers are nobody's decision, so the form begins without them. */
function asDecided({ audience, ...stands }: Stands, usual: readonly string[] | undefined): Stands {
  const asUsual =
    usual !== undefined && usual.length === audience?.length && usual.every((one) => audience.includes(one))
  return { ...stands, audience: asUsual ? null : audience }
}

export function makeLimiting<T extends LimitedTable>(of: Limiting<T>): Form {
  const { powers } = of
  const given = async (asking: Asking, at: At, row: Version<T> & VersionShape): Promise<Given | undefined> => {
    const child = at.child ?? ''
    const called = shownName(await namesOf(asking, child)) ?? 'this child'
    const whom = await of.whom(asking, { child, called }, row)
    const { id }: VersionShape = row
    const stands = whom === undefined ? undefined : await standsOf(asking, of.table, id)
    if (whom === undefined || stands === undefined) return undefined
    const decisions = stands.audience_decision === null ? undefined : await decisionsOf(asking, child)
    const decision = decisions?.get(stands.audience_decision ?? '')
    const standing = (asDecided(stands, of.usual).audience ?? []).filter((one) => !isAudienceRelation(one))
    return { ...(await audienceGiven(asking, at)), standing, whom, stands, decision }
  }
  return makeCorrection<Given, Ok, T>({
    name: of.name,
    path: `/children/:child/${of.path}/:about/who-may-know`,
    lock: { may: ['write', of.scope], log: of.log },
    ...{ here: '/children', leadsTo: of.leadsTo, rows: MUST_NOT_ROWS, table: of.table, given },
    words: {
      ...{ thing: of.thing, button: 'Save', done: 'Saved.', fields: AUDIENCE_LABELS },
      title: ({ whom }) => `Who may know ${whom}`,
    },
    Fields: (props) => (
      <AudienceFields of={props} whom={props.given.whom} given={props.given} {...(powers ? { powers } : {})} />
    ),
    refused: nobodyCould,
    asTyped: (_, known) => audienceTyped(asDecided(known.stands, of.usual), known.decision, known),
    decide: (typed, known, today) => {
      const may = audienceIn(typed, known, today)
      return 'ok' in may ? { ok: { audience: may.ok } } : may
    },
    correct: async (asking, { audience }, { version, child }): Promise<Superseded<LimitedTable>> =>
      await limitStatement(
        asking,
        { table: of.table, child: child ?? '', id: version, more: of.columns?.(audience) ?? {} },
        audience,
      ),
  })
}
