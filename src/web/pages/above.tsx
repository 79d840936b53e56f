// What stands above a page: how the reader comes to see the record, whose it is, and what a form has done.
import type { Child } from 'hono/jsx'
import type { Elsewhere } from '#masters'
import type { Answer, Visit } from '../route.ts'
import { FromElsewhere } from './elsewhere.tsx'

export type Above = {
  /** Said above a page, once: what a form that led here has done. */
  readonly notice?: (visit: Visit) => Promise<Child | undefined>
  /** Said above every page of a child: how the reader comes to see it, where that is out of the ordinary. */
  readonly banner?: (visit: Visit) => Promise<Child | undefined>
  /** Whose record it is, above a page that says so: nobody writes onto the wrong one. */
  readonly childLine: (visit: Visit, child: string) => Promise<Child | undefined>
}

/** `from`: the rooms that this page shows and another system is master of. */
type Standing = Above & { readonly from: readonly Elsewhere[] }

export async function withAbove(
  answer: Answer,
  visit: Visit,
  { notice, banner, childLine, from }: Standing,
): Promise<Answer> {
  if (answer.kind !== 'page') return answer
  const said = visit.query('sent') === undefined ? undefined : await notice?.(visit)
  const above = visit.part('child') === '' ? undefined : await banner?.(visit)
  const about = answer.about === undefined ? undefined : await childLine(visit, answer.about)
  if (said === undefined && above === undefined && about === undefined && from.length === 0) return answer
  const main = (
    <>
      {above}
      <FromElsewhere from={from} child={visit.part('child')} />
      {about}
      {said}
      {answer.main}
    </>
  )
  return { ...answer, main }
}
