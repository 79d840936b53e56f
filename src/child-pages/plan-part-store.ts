// One part of the agreed plan, for the tab that it is about.
import type { Frame } from '#child-frame'
import type { Asking } from '#database'
import type { PlanInLines } from '#plan-kinds'

/** undefined: none is agreed, the reader may not see plans, or the words were taken out of sight. */
export async function planPart(asking: Asking, { plan }: Frame, part: PlanInLines): Promise<string | undefined> {
  const line = plan?.lines.find((one) => one.part === part)
  return line === undefined ? undefined : (await asking.readWords([line])).get(line.id)
}
