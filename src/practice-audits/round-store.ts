// The SQL of rounds: planned, drawn once from the frame of a day, and what became of each audit of them; rows of the council are versions of a line.
import { type Insertable, type Selectable, sql } from 'kysely'
import { allot, type Candidate, drawSample, fingerprintOf } from '#audit-sampling'
import { day, daysBetween, type IsoDay } from '#calendar'
import { type CouncilLine, councilLines, lineVersion, writeCouncilLine } from '#council-lines'
import { type Asking, type Database, recordFirst } from '#database'
import {
  isKind,
  PARTS,
  type Questions,
  questionsOf,
  SCALE_WORDS,
  type Scale,
  scaleOf,
  sevenThemes,
} from './questions.ts'

type Shape = Database['door.home_shape']
const WORDS = {
  'kith.audit_round': ['title', 'why'],
  'kith.practice_theme': ['title', 'learned', 'changed'],
} as const
export type CouncilTable = keyof typeof WORDS
export type CouncilWords<T extends CouncilTable> = Readonly<Record<(typeof WORDS)[T][number], string>>
export type CouncilRow<T extends CouncilTable> = Omit<
  Selectable<Database[T]>,
  'said' | 'council' | 'retention_class'
> & {
  readonly words: CouncilWords<T>
}
export type Round = CouncilRow<'kith.audit_round'>
export type CouncilColumns<T extends CouncilTable> = Omit<Insertable<Database[T]>, keyof Shape>

/** What stands, the latest first; of one line, or of all. */
export async function councilRows<T extends CouncilTable>(
  asking: Asking,
  table: T,
  line?: string,
): Promise<readonly CouncilRow<T>[]> {
  return (await councilLines(asking, { table, words: WORDS[table] }, line)) as readonly CouncilRow<T>[]
}

/** As it was when somebody read it. */
export async function councilRowRead<T extends CouncilTable>(
  asking: Asking,
  table: T,
  id: string,
): Promise<CouncilRow<T> | undefined> {
  return (await lineVersion(asking, { table, words: WORDS[table] }, id)) as CouncilRow<T> | undefined
}

type Written<T extends CouncilTable> = {
  readonly columns: CouncilColumns<T>
  readonly words: Partial<CouncilWords<T>>
  readonly of?: Pick<Shape, 'line'> & { readonly id: string }
}
export async function writeCouncilRow<T extends CouncilTable>(
  asking: Asking,
  table: T,
  written: Written<T>,
): Promise<string> {
  return await writeCouncilLine(asking, table, written as never)
}

export const STRATA = {
  team: 'Team',
  age: 'Age',
  home: 'Kind of home',
  far: 'More than 20 miles from home',
  missing: 'Missing in the last 90 days',
  alone: 'Came to this country alone',
} as const
export type StratumKind = keyof typeof STRATA
export const isStratum = (text: string): text is StratumKind => Object.hasOwn(STRATA, text)

type FrameRow = {
  readonly child: string
  readonly team: string | null
  readonly age: string | null
  readonly home: string | null
  readonly far: boolean | null
  readonly missing: boolean
  readonly alone: boolean
  readonly audited: string | null
}
const NOT_SAID = 'not known'
const SAID: Readonly<Record<StratumKind, (row: FrameRow) => string>> = {
  team: ({ team }) => team ?? 'no team',
  age: ({ age }) => age ?? NOT_SAID,
  home: ({ home }) => home ?? NOT_SAID,
  far: ({ far }) => (far === null ? 'distance not known' : far ? 'over 20 miles' : 'nearer'),
  missing: ({ missing }) => (missing ? 'missing lately' : 'not missing'),
  alone: ({ alone }) => (alone ? 'came alone' : 'did not come alone'),
}
/** Nobody is audited again by chance within so many days: our own number. */
const NOT_AGAIN_DAYS = 183

export type Frame = {
  readonly frame: number
  readonly lately: number
  /** Nobody of the auditors is without a part in their case. */
  readonly nobody: number
  readonly candidates: readonly Candidate[]
  readonly mayAudit: (auditor: string, child: string) => boolean
}
type Framing = { readonly on: IsoDay; readonly strata: readonly string[]; readonly auditors: readonly string[] }
/** Whoever is kept from others is in no frame, and not counted. */
export async function frameOn(asking: Asking, { on, strata, auditors }: Framing): Promise<Frame> {
  const { rows } = await sql<FrameRow>`select * from kith.audit_frame(${on}::date) order by child`.execute(
    asking.record,
  )
  const fresh = rows.filter(({ audited }) => audited === null || daysBetween(day(audited), on) >= NOT_AGAIN_DAYS)
  const { rows: free } = await sql<{ child: string; worker: string }>`
    select * from kith.may_audit(${fresh.map(({ child }) => child)}::uuid[], ${[...auditors]}::uuid[])`.execute(
    asking.record,
  )
  const may = new Set(free.map(({ child, worker }) => `${worker} ${child}`))
  const able = new Set(free.map(({ child }) => child))
  const kinds = strata.filter(isStratum)
  const candidates = fresh
    .filter(({ child }) => able.has(child))
    .map((row) => ({ child: row.child, stratum: kinds.map((kind) => SAID[kind](row)).join(', ') || 'every child' }))
  return {
    frame: rows.length,
    lately: rows.length - fresh.length,
    nobody: fresh.length - candidates.length,
    candidates,
    mayAudit: (auditor, child) => may.has(`${auditor} ${child}`),
  }
}

export type Wording = CouncilLine<'kith.audit_wording', string>
const [FIRST_PART = 'voice', ...OTHER_PARTS] = PARTS
const OF_WORDING = {
  table: 'kith.audit_wording' as const,
  words: [FIRST_PART, ...OTHER_PARTS, ...SCALE_WORDS] as [string, ...string[]],
}
/** The council's own words that stand, by kind; and for the scale. */
export async function wordings(asking: Asking): Promise<ReadonlyMap<string, Wording>> {
  return new Map((await councilLines(asking, OF_WORDING)).map((one) => [one.kind, one]))
}
export const wordingRead = async (asking: Asking, id: string): Promise<Wording | undefined> =>
  await lineVersion(asking, OF_WORDING, id)
type NewWording = { readonly kind: string; readonly words: Readonly<Record<string, string>>; readonly of?: Wording }
export const writeWording = async (asking: Asking, { kind, ...written }: NewWording): Promise<string> =>
  await writeCouncilLine(asking, 'kith.audit_wording', { columns: { kind }, ...written })
export async function scaleNow(asking: Asking): Promise<Scale> {
  return scaleOf((await wordings(asking)).get('scale')?.words)
}
export type AskedIn = { readonly questions: Questions; readonly scale: Scale }
/** As the round was drawn: what a council writes later changes no audit of before. Of one that is not drawn, as it would be today. */
export async function askedIn(asking: Asking, round: Round | undefined): Promise<AskedIn> {
  const version = async (id: string | null) => (id === null ? undefined : (await wordingRead(asking, id))?.words)
  if (round === undefined) return { questions: sevenThemes(), scale: scaleOf(undefined) }
  if (round.drawn !== null) {
    const own = await version(round.wording)
    const questions = round.parts === null || !isKind(round.kind) ? sevenThemes() : questionsOf(round.kind, own)
    return { questions, scale: scaleOf(await version(round.scale_wording)) }
  }
  const now = await wordings(asking)
  const questions = isKind(round.kind) ? questionsOf(round.kind, now.get(round.kind)?.words) : sevenThemes()
  return { questions, scale: scaleOf(now.get('scale')?.words) }
}

/** A new round as it stands afterwards. */
export async function writeRound(asking: Asking, round: Written<'kith.audit_round'>): Promise<Round> {
  const line = await writeCouncilRow(asking, 'kith.audit_round', round)
  const [made] = await councilRows(asking, 'kith.audit_round', line)
  if (made === undefined) throw new Error('The round is not there.')
  return made
}

/** Draws once: the sample and who audits whom follow from the seed; the round says from what it was drawn. */
export async function drawRound(asking: Asking, round: Round, on: IsoDay): Promise<readonly string[]> {
  const frame = await frameOn(asking, { on, ...round })
  const drawn = drawSample(frame.candidates, round.wanted, round.seed)
  const whose = new Map(
    allot(
      drawn.map(({ child }) => child),
      { auditors: round.auditors, mayAudit: frame.mayAudit, seed: round.seed },
    ).map(({ child, auditor }) => [child, auditor]),
  )
  const { kind, month, due, wanted, strata, auditors, scale, seed, words } = round
  const now = await wordings(asking)
  const asks = {
    parts: [...(await askedIn(asking, round)).questions.keys()],
    ...{ wording: now.get(kind)?.id ?? null, scale_wording: now.get('scale')?.id ?? null },
  }
  const from = { drawn: on, frame: frame.frame, lately: frame.lately, nobody: frame.nobody }
  const columns = { ...{ kind, month, due, wanted, strata, auditors, scale, seed }, ...from }
  await writeCouncilRow(asking, 'kith.audit_round', {
    columns: { ...columns, ...asks, fingerprint: fingerprintOf(frame.candidates) },
    ...{ words, of: round },
  })
  for (const { child, stratum, place } of drawn.toSorted((a, b) => (a.child < b.child ? -1 : 1)))
    await recordFirst(asking, 'kith.practice_audit', {
      child,
      columns: {
        round: round.line,
        auditor: whose.get(child) ?? '',
        drawn: 'at random',
        place,
        stratum,
        due,
        again: null,
      },
    })
  return drawn.map(({ child }) => child)
}

/** Where an audit stands, without a word of it. */
export type Standing = {
  readonly line: string
  readonly child: string
  readonly round: string
  readonly auditor: string
  readonly moderator: string | null
  readonly drawn: string
  readonly place: number
  readonly stratum: string
  readonly due: string
  readonly again: string | null
  /** How many are written of one that is not handed in; of any other nobody counts. */
  readonly themes: number
  /** How many parts it has. */
  readonly parts: number
  /** Kept from who moderates until they have graded. */
  readonly first: string | null
  readonly submitted: string | null
  readonly second: string | null
  readonly second_due: string | null
  /** That day was said before it was handed in. */
  readonly said_before: boolean
  readonly second_on: string | null
  readonly closed: string | null
}
/** Of these rounds, of this child, of these people, or of everybody whom the asker sees; `open`: without their second grade; `unseen`: whose grade asks for a look again that nobody has begun. */
export async function auditsStanding(
  { record, who }: Asking,
  of: {
    readonly round?: string
    readonly child?: string
    readonly person?: string
    readonly open?: true
    readonly unseen?: true
  } = {},
): Promise<readonly Standing[]> {
  const wanted =
    of.round !== undefined
      ? sql`and a.round = ${of.round}::uuid`
      : of.child !== undefined
        ? sql`and a.child = ${of.child}::uuid`
        : of.person !== undefined
          ? sql`and (a.auditor = ${of.person}::uuid or m.moderator = ${of.person}::uuid)`
          : of.open
            ? sql`and s.given is null and c.closed is null`
            : of.unseen
              ? sql`and s.grade in ('inadequate', 'requires improvement') and not exists (
                  select from kith.practice_audit_current n where n.council = a.council and n.child = a.child and n.again = a.line)`
              : sql``
  const { rows } = await sql<Standing>`
    select a.line, a.child, a.round, a.auditor, m.moderator, a.drawn, a.place, a.stratum, a.due, a.again, f.grade as first, f.given as submitted,
      s.grade as second, m.due as second_due, s.given as second_on, c.closed,
      coalesce(m.recorded < f.recorded, false) as said_before,
      case when f.given is null then kith.audit_themes_written(a.child, a.line) else 0 end as themes,
      coalesce((select cardinality(r.parts) from kith.audit_round_current r where r.council = a.council and r.line = a.round), 7) as parts
    from kith.practice_audit_current a
      left join kith.audit_moderation_current m on m.council = a.council and m.child = a.child and m.audit = a.line
      left join kith.audit_grade_current f on f.council = a.council and f.child = a.child and f.audit = a.line and f.stage = 'first'
      left join kith.audit_grade_current s on s.council = a.council and s.child = a.child and s.audit = a.line and s.stage = 'second'
      left join kith.audit_closing_current c on c.council = a.council and c.child = a.child and c.audit = a.line
    where a.council = ${who.council}::smallint ${wanted} order by a.due, a.place, a.line`.execute(record)
  return rows
}
