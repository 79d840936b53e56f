// The SQL that writes plans: begun, saved part by part so that no text is lost, sent, approved, carried on in a new edition.
import { mayDo } from '#access'
import {
  type Asking,
  changeFrom,
  lockChildren,
  recordFirst,
  retract,
  type Superseded,
  type SupersedeRefusal,
} from '#database'
import type { PaperRead } from '#decisions'
import { lackingNow } from './lacking-store.ts'
import { decidePart, type PartDecision, type PartSave, plainText } from './merging.ts'
import {
  mayApprove,
  mayBeginEdition,
  mayBeginPlan,
  mayBeWritten,
  maySend,
  maySendBack,
  mayTakeBack,
  mayWrite,
  type PlanRefusal,
  type PlanState,
} from './plan.ts'
import {
  childOfEdition,
  type Edition,
  editionById,
  editionsOf,
  handsIn,
  latestParts,
  type PartText,
  type Unmerged,
  unmergedTexts,
  versionsRead,
} from './reading-store.ts'

type NotThere = { readonly refused: 'not in the record' }
type Refusals = { readonly refused: readonly PlanRefusal[] }
type Outcome<Value> = { readonly ok: Value } | Refusals | NotThere
export const NOT_THERE: NotThere = { refused: 'not in the record' }

type BegunEdition = { readonly plan: string; readonly edition: string; readonly number: number }

async function recordEdition(
  asking: Asking,
  child: string,
  { plan, number }: { readonly plan: string; readonly number: number },
): Promise<BegunEdition> {
  const { id: edition } = await recordFirst(asking, 'kith.plan_edition', { child, columns: { plan, number } })
  const columns = { plan, edition, state: 'drafted', versions: null }
  await recordFirst(asking, 'kith.plan_state', { child, columns })
  return { plan, edition, number }
}

export async function beginPlan(
  asking: Asking,
  child: string,
  kind: string,
): Promise<{ readonly ok: BegunEdition } | Refusals> {
  await lockChildren(asking, [child])
  const all = await editionsOf(asking, child)
  const may = mayBeginPlan(
    kind,
    all.map((one) => one.kind),
  )
  if ('refused' in may) return may
  const { line: plan } = await recordFirst(asking, 'kith.plan', { child, columns: { kind: may.ok } })
  return { ok: await recordEdition(asking, child, { plan, number: 1 }) }
}

/** A new edition of an approved plan; whatever is not rewritten in it carries on. */
export async function beginEdition(asking: Asking, approved: string): Promise<Outcome<BegunEdition>> {
  const found = await lockedEdition(asking, approved)
  if (found === undefined) return NOT_THERE
  const [latest = found] = (await editionsOf(asking, found.child)).filter(({ plan }) => plan === found.plan)
  const may = mayBeginEdition(latest.state)
  if ('refused' in may) return may
  return { ok: await recordEdition(asking, found.child, { plan: found.plan, number: latest.number + 1 }) }
}

export async function lockedEdition(asking: Asking, id: string): Promise<Edition | undefined> {
  const child = await childOfEdition(asking, id)
  if (child === undefined) return undefined
  await lockChildren(asking, [child])
  return await editionById(asking, id)
}

/** `merges`: the unmerged text that this one takes in. */
export type Save = PartSave & { readonly merges?: string }
export type Saved = { readonly part: string } & (
  | { readonly kind: 'saved'; readonly version: number; readonly id: string }
  | { readonly kind: 'left alone' | 'said already' }
  /** Both texts: what stands, with who and when, and the asker's own, kept until it is merged or withdrawn. */
  | {
      readonly kind: 'kept apart'
      readonly because: Unmerged['because']
      readonly unmerged: string
      readonly yours: string
      readonly standing: PartText | undefined
    }
)

type Decided = { readonly save: Save; readonly standing: PartText | undefined; readonly decision: PartDecision }

/**
 * Saves what one person typed. A part that nobody else changed becomes its next version; one that somebody changed first,
 * or whose edition was approved meanwhile, is kept apart. Nothing typed is refused for being late.
 */
export async function savePlan(
  asking: Asking,
  edition: string,
  saves: readonly Save[],
): Promise<Outcome<readonly Saved[]>> {
  const found = await lockedEdition(asking, edition)
  if (found === undefined) return NOT_THERE
  const refused = saves.flatMap((save) => {
    const may = mayWrite(found.kind, save)
    return 'refused' in may ? may.refused : []
  })
  if (refused.length > 0) return { refused: [...new Set(refused)] }
  const decided = await decideAll(asking, found, saves)
  const open = mayBeWritten(found.state)
  const written = await writeVersions(
    asking,
    found,
    open ? decided.filter(({ decision: { kind } }) => kind === 'save') : [],
  )
  const apart = decided.filter(({ decision: { kind } }) => kind === 'clash' || (kind === 'save' && !open))
  const kept = await keepApart(asking, found, apart)
  const outcomes = decided.map(({ save: { part }, decision: { kind } }) => {
    const done = written.get(part) ?? kept.get(part)
    return done ?? { part, kind: kind === 'said already' ? ('said already' as const) : ('left alone' as const) }
  })
  return { ok: outcomes }
}

async function decideAll(asking: Asking, found: Edition, saves: readonly Save[]): Promise<readonly Decided[]> {
  const named = saves.map(({ part }) => part)
  const latest = new Map((await latestParts(asking, found.plan, named)).map((part) => [part.part, part]))
  // Only an older version has to be read again.
  const older = saves.filter(({ part, read }) => read > 0 && read !== latest.get(part)?.version)
  const bases = new Map(
    (older.length === 0 ? [] : await versionsRead(asking, found.plan, older)).map((part) => [part.part, part]),
  )
  return saves.map((save) => {
    const standing = latest.get(save.part)
    const read = save.read === standing?.version ? standing : bases.get(save.part)
    const base = save.read === 0 ? '' : read?.outOfSight ? undefined : read && (read.text ?? '')
    const now = standing && { version: standing.version, text: standing.text ?? '' }
    const decision = decidePart(save, base, now)
    // Taking another text in is a version of its own, also where the words stay as they were.
    const takesIn = save.merges !== undefined && save.read === (standing?.version ?? 0)
    return { save, standing, decision: takesIn ? { kind: 'save', version: save.read + 1 } : decision }
  })
}

/** All parts of one form in one statement; `recordFirst` and `changeFrom` would ask a dozen questions for each. */
async function writeVersions(
  asking: Asking,
  { child, plan, edition }: Edition,
  decided: readonly Decided[],
): Promise<ReadonlyMap<string, Saved>> {
  const ids = decided.length === 0 ? [] : await asking.newIds(decided.length)
  const texts = decided.map(({ save }, at) => ({ record: ids[at] ?? '', child, text: plainText(save.text) }))
  const said = await asking.keepWords(texts.filter(({ text }) => text !== ''))
  const rows = decided.map(({ save, standing }, at) => {
    const id = ids[at] ?? ''
    const follows = {
      line: standing?.line ?? id,
      supersedes: standing?.id ?? null,
      version: (standing?.version ?? 0) + 1,
    }
    return {
      ...{ council: asking.who.council, id, child, plan, edition, part: save.part, ...follows },
      ...{ change: standing === undefined ? 'first' : 'change', said: said.get(id) ?? null },
      ...{ merges: save.merges ?? null, recorded_by: asking.who.person, retention_class: 'child-in-care' },
    }
  })
  await asking.insert('kith.plan_part', rows)
  return new Map(rows.map(({ part, version, id }) => [part, { part, kind: 'saved', version, id }]))
}

/** A second click, or a page loaded again, adds no second copy of the same words. */
async function keepApart(
  asking: Asking,
  { child, plan, edition, state }: Edition,
  decided: readonly Decided[],
): Promise<ReadonlyMap<string, Saved>> {
  const kept = new Map<string, Saved>()
  for (const { save, standing, decision } of decided) {
    const { part, read } = save
    const yours = plainText(save.text)
    const mine = await unmergedTexts(asking, { plan, person: asking.who.person, part, read })
    const same = mine.find(({ text }) => text === yours)
    const because = decision.kind === 'clash' && mayBeWritten(state) ? 'somebody was first' : 'edition approved'
    const columns = { plan, edition, part, read_version: read, because }
    const id = same?.id ?? (await recordFirst(asking, 'kith.plan_unmerged', { child, columns, words: yours })).id
    kept.set(part, { part, kind: 'kept apart', because, unmerged: id, yours, standing })
  }
  return kept
}

/** Taken off its author's list, with a reason; the words stay in the history. */
export async function withdrawText(
  asking: Asking,
  unmerged: string,
  reason: string,
): Promise<Superseded<'kith.plan_unmerged'> | Refusals> {
  if (reason.trim() === '') return { refused: ['say why'] }
  return await retract(asking, 'kith.plan_unmerged', { id: unmerged, reason })
}

type Step = {
  readonly state: PlanState
  readonly words?: string
  readonly versions?: readonly string[]
  readonly paper?: Pick<PaperRead, 'given' | 'document'>
}
export type Stepped = Outcome<{ readonly state: PlanState }> | SupersedeRefusal

export async function take(asking: Asking, found: Edition, { state, words, versions, paper }: Step): Promise<Stepped> {
  const on = paper && { on_paper: true, agreed: paper.given, paper_document: paper.document }
  const columns = { state, versions: versions === undefined ? null : [...versions], ...on }
  const taken = await changeFrom(asking, 'kith.plan_state', { id: found.step, columns, words: words ?? null })
  return 'ok' in taken ? { ok: { state } } : taken
}

/** `note`: what the approver should know. */
export async function sendForApproval(asking: Asking, edition: string, note?: string): Promise<Stepped> {
  const found = await lockedEdition(asking, edition)
  if (found === undefined) return NOT_THERE
  const may = maySend(found.state, await lackingNow(asking, found, await latestParts(asking, found.plan)))
  return 'refused' in may
    ? may
    : await take(asking, found, { state: 'sent for approval', ...(note ? { words: note } : {}) })
}

export async function takeBack(asking: Asking, edition: string): Promise<Stepped> {
  const found = await lockedEdition(asking, edition)
  if (found === undefined) return NOT_THERE
  const may = mayTakeBack(found.state)
  return 'refused' in may ? may : await take(asking, found, { state: 'taken back' })
}

export async function sendBack(asking: Asking, edition: string, reason: string): Promise<Stepped> {
  const found = await lockedEdition(asking, edition)
  if (found === undefined) return NOT_THERE
  const may = maySendBack(found.state, await mayDo(asking, found.child, ['approve', 'plan']), reason)
  return 'refused' in may ? may : await take(asking, found, { state: 'sent back', words: reason.trim() })
}

/** `read`: the versions that the approver had before them. Approves exactly these, or nothing. */
export async function approvePlan(
  asking: Asking,
  edition: string,
  { read, note }: { readonly read: readonly string[]; readonly note?: string },
): Promise<Stepped> {
  const found = await lockedEdition(asking, edition)
  if (found === undefined) return NOT_THERE
  const standing = (await latestParts(asking, found.plan)).map(({ id }) => id)
  const may = mayApprove({
    ...{ state: found.state, read, standing, me: asking.who.person },
    ...{ may: await mayDo(asking, found.child, ['approve', 'plan']), hands: await handsIn(asking, found) },
  })
  if ('refused' in may) return may
  return await take(asking, found, { state: 'approved', versions: standing, ...(note ? { words: note } : {}) })
}
