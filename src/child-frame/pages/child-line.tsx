// The child's line as the shell asks for it, above every page that says which child it is about.
import type { Child } from 'hono/jsx'
import type { Visit } from '#web'
import { LineOfChild } from '../child-frame.tsx'
import { lineOf } from '../frame-store.ts'

/** undefined: the reader may not know of this child. */
export async function childLine({ door, who, today }: Visit, child: string): Promise<Child | undefined> {
  const line = await door.as(who, async (asking) => await lineOf(asking, child, today))
  return line && <LineOfChild of={line} today={today} />
}
