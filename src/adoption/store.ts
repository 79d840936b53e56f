// The SQL of adoption panels, as one page shows them: all that stands, newest first.
import { type Asking, currentOf, type Version } from '#database'

export async function adoptionPanelsOf(
  asking: Asking,
  child: string,
): Promise<readonly Version<'kith.adoption_panel'>[]> {
  const all = await currentOf(asking, 'kith.adoption_panel', child)
  return all.toSorted((a, b) => (a.received < b.received ? 1 : -1))
}
