// Who audits whom: nobody who has or had a part in the child's case, and nobody more than they must, decided by the seed. Pure.
import { chanceFrom } from '#chance'

export type Allotted = { readonly child: string; readonly auditor: string | undefined }
type Asked = {
  readonly auditors: readonly string[]
  readonly mayAudit: (auditor: string, child: string) => boolean
  readonly seed: string
}

/** First the children with the fewest who may; each to whoever has least. undefined: nobody may. */
export function allot(children: readonly string[], { auditors, mayAudit, seed }: Asked): readonly Allotted[] {
  const order = chanceFrom(`${seed}\nauditors`).shuffled(auditors.toSorted((a, b) => (a < b ? -1 : 1)))
  const load = new Map(order.map((one) => [one, 0]))
  const may = new Map(children.map((child) => [child, order.filter((one) => mayAudit(one, child))]))
  const given = new Map<string, string>()
  const fewest = children.toSorted((a, b) => (may.get(a)?.length ?? 0) - (may.get(b)?.length ?? 0) || (a < b ? -1 : 1))
  for (const child of fewest) {
    const [first] = (may.get(child) ?? []).toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0))
    if (first === undefined) continue
    given.set(child, first)
    load.set(first, (load.get(first) ?? 0) + 1)
  }
  return children.map((child) => ({ child, auditor: given.get(child) }))
}
