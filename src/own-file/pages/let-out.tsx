// Lines without a condition go out together, by whoever has read the page on which they stand; never a line with one.
import type { Asking } from '#database'
import { lockChildren } from '#database'
import type { Answer, Visit } from '#web'
import { freeToGo, isShows, ON_A_PAGE } from '../reading.ts'
import { letOut, openRequest, readRecord } from '../store.ts'
import { ownFileAt } from './read.tsx'

async function letThemOut(asking: Asking, child: string, asked: ReadonlySet<string>): Promise<void> {
  if ((await openRequest(asking, child)) === undefined) return
  // Nobody decides of them meanwhile.
  await lockChildren(asking, [child])
  const read = await readRecord(asking, child)
  const lines = freeToGo(read?.lines ?? []).filter(({ id }) => asked.has(id))
  if (read !== undefined && lines.length > 0) await letOut(asking, { child, request: read.request.line }, lines)
}

/** POST /children/:child/own-file/let-out */
export async function letLinesOut({ door, who, part, form, field }: Visit): Promise<Answer> {
  const child = part('child')
  const asked = new Set((form.row ?? []).slice(0, ON_A_PAGE))
  await door.as(who, async (asking) => await letThemOut(asking, child, asked))
  const [show, number] = [field('show'), Number(field('page') ?? 1)]
  // Of those not decided yet the next ones have moved up to this page.
  return {
    kind: 'redirect',
    to: `${ownFileAt(child)}?show=${isShows(show) ? show : 'undecided'}${Number.isInteger(number) && number > 1 ? `&page=${number}` : ''}`,
  }
}
