// What is recorded in another system: the page in place of its form, and what a page with facts from there says of them.
import type { Child, FC } from 'hono/jsx'
import { PageHead, SummaryList } from '#look'
import { type Elsewhere, type NamedThere, namedThere, roomOf, saysFrom, takenAt } from '#masters'
import { isId } from '../lock.ts'
import { type Answer, page, type Visit } from '../route.ts'

/** Above the facts of a page: from which system they come, and as of which hour. */
export const FromElsewhere: FC<{ readonly from: readonly Elsewhere[]; readonly child: string }> = ({ from, child }) =>
  from.length === 0 ? null : (
    <p class="kith-quiet">
      {saysFrom(from).join(' ')}
      {isId(child) &&
        [...new Map(from.map((one) => [one.brings, one])).values()].map((one) => (
          <>
            {' '}
            <a href={`/children/${child}/there/${one.brings}`}>This child in {one.system}</a>
          </>
        ))}
    </p>
  )

const elsewhereTitle = ({ system }: Elsewhere): string => `Recorded in ${system}`

type Shown = { readonly there: Elsewhere; readonly named: NamedThere | undefined; readonly children?: Child }
const ElsewhereMain: FC<Shown> = ({ there, named, children }) => {
  const { room, system, taken } = there
  const ids = [
    ...(named?.child === undefined ? [] : [{ key: `This child in ${system}`, value: named.child }]),
    ...(named?.row === undefined ? [] : [{ key: `This entry in ${system}`, value: named.row }]),
  ]
  return (
    <>
      <PageHead title={elsewhereTitle(there)} />
      <p>
        {roomOf(room).words} are recorded in {system}. Record it there, or put it right there: Kith shows what {system}{' '}
        says in its nightly file, and takes nothing here.
      </p>
      <p>
        {takenAt(taken) === undefined ? 'No file of it has come yet.' : `Its last file was taken ${takenAt(taken)}.`}{' '}
        <a href="/other-systems">Who decided this, and why</a>
      </p>
      {ids.length > 0 && <SummaryList rows={ids} />}
      {children}
    </>
  )
}

type InPlace = { readonly there: Elsewhere; readonly beside?: Child; readonly status: 200 | 409 }
/** `beside`: what a form adds, such as a text that was kept. The ids are of the child and of what the address is about. */
export async function elsewherePage(visit: Visit, { there, beside, status }: InPlace): Promise<Answer> {
  const [child, about] = [visit.part('child'), visit.part('about')]
  const named = isId(child)
    ? await visit.door.as(
        visit.who,
        async (asking) => await namedThere(asking, there, { child, about: isId(about) ? about : undefined }),
      )
    : undefined
  const main = (
    <ElsewhereMain there={there} named={named}>
      {beside}
      {isId(child) && (
        <p>
          <a href={`/children/${child}/there/${there.brings}`}>This child in {there.system}</a> ·{' '}
          <a href={`/children/${child}`}>Back to the child</a>
        </p>
      )}
    </ElsewhereMain>
  )
  return page({
    title: elsewhereTitle(there),
    here: '/children',
    status,
    main,
    ...(isId(child) ? { about: child } : {}),
  })
}

export const showElsewhere = async (visit: Visit, there: Elsewhere): Promise<Answer> =>
  await elsewherePage(visit, { there, status: 409 })
