// The SQL of plans that were agreed on paper: who may write that down, writing it down, and what the paper says.
import { sql } from 'kysely'
import { type Asking, readParts, writeParts } from '#database'
import type { PaperRead } from '#decisions'
import { mayWriteAgreed } from './plan.ts'
import { type Edition, editionsOf, latestParts, stepWords } from './reading-store.ts'
import { lockedEdition, NOT_THERE, type Stepped, take } from './store.ts'

/** What the paper says on which an edition was agreed; undefined: it was not, or its words were taken out of sight. */
export async function paperWords(asking: Asking, { approved }: Edition) {
  if (approved?.paper === undefined) return undefined
  return readParts(await stepWords(asking, approved.step), ['by', 'office', 'kept', 'reasons'])
}
/** As the database says: somebody of the case, who wrote and sent none of it. */
export async function mayWritePlanPaper(
  asking: Asking,
  { child, edition }: Pick<Edition, 'child' | 'edition'>,
): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select kith.may_write_plan_paper(${child}, ${edition}, null) as may`.execute(asking.record)
  return rows[0]?.may ?? false
}

/** Agreed to on paper: exactly the versions that were read, as of the day on the paper. */
export async function writeAgreed(
  asking: Asking,
  edition: string,
  { read, paper }: { readonly read: readonly string[]; readonly paper: PaperRead },
): Promise<Stepped> {
  const found = await lockedEdition(asking, edition)
  if (found === undefined) return NOT_THERE
  const standing = (await latestParts(asking, found.plan)).map(({ id }) => id)
  const others = (await editionsOf(asking, found.child)).filter(({ plan }) => plan === found.plan)
  const may = mayWriteAgreed({
    ...{ state: found.state, read, standing, agreed: paper.given, may: await mayWritePlanPaper(asking, found) },
    before: others.flatMap(({ approved }) => approved?.on ?? []),
  })
  if ('refused' in may) return may
  const { given, document, ...said } = paper
  const step = { state: 'approved', versions: standing, paper: { given, document } } as const
  return await take(asking, found, { ...step, words: writeParts(said) ?? '' })
}
