// Boards that were seen: the list, and one of them as it was, with the names that the reader may know today.
import type { FC } from 'hono/jsx'
import { formatDay, formatLongDay, londonDay, parseInstant, timeInLondon } from '#calendar'
import { homesReader } from '#carers'
import { counted, listed } from '#child-frame'
import { childrenCalled } from '#children'
import { isId } from '#forms'
import { Card, DutyTable, EmptyState, InsetText, PageHead, Pages, pageAmong, pageOf, Stack } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { type BoardSeen, boardSeen, boardsCounted, boardsSeen } from '../seen-store.ts'
import { BOARDS, HERE, HOW } from './board.tsx'

const whenOf = (recorded: string): string => {
  const at = parseInstant(recorded)
  return at === undefined ? '' : `${formatDay(londonDay(at))}, ${timeInLondon(at)}`
}
/** GET /homes/boards */
export async function showBoards({ door, who, query }: Visit): Promise<Answer> {
  const { of, at, rows, names } = await door.as(who, async (asking) => {
    const count = await boardsCounted(asking)
    const slice = pageAmong(count, Number(query('page') ?? 1))
    const found = await boardsSeen(asking, slice)
    const people = [...new Set(found.map(({ by }) => by))]
    return { of: count, at: slice, rows: found, names: await workersCalled(asking, people) }
  })
  const main = (
    <>
      <PageHead
        title="Boards that were seen"
        lead="Which board somebody saw, kept as it was. A director reads all of them, others their own."
        actions={<a href={HERE}>The board of today</a>}
      />
      <Stack>
        <Card title="Boards" count={of} flush>
          {rows.length === 0 ? (
            <EmptyState>You have seen no board yet.</EmptyState>
          ) : (
            <DutyTable
              caption="Boards that were seen, the latest first"
              columns={['Of', 'Seen', 'By', 'Who waited', 'In one plan', 'Settings', 'Mark']}
              rows={rows.map((one) => ({
                head: <a href={`${BOARDS}/${one.id}`}>{formatDay(one.on)}</a>,
                cells: [
                  whenOf(one.recorded),
                  names.get(one.by) ?? 'somebody',
                  `${counted(one.children, 'child', 'children')} in ${counted(one.groups, 'group')}, ${counted(one.homes, 'home')}`,
                  `${one.placed} of ${one.groups}`,
                  one.settings,
                  one.inputs.slice(0, 12),
                ],
              }))}
            />
          )}
        </Card>
        <Pages page={at.page} pages={at.pages} of={of} to={(to) => `${BOARDS}?page=${to}`} links />
      </Stack>
    </>
  )
  return page({ title: 'Boards that were seen', here: '/homes', main })
}

type Named = {
  readonly board: BoardSeen
  readonly children: ReadonlyMap<string, string>
  readonly homes: ReadonlyMap<string, string>
  readonly by: string
}
/** GET /homes/boards/:about */
export async function showBoardSeen({ door, who, part, query }: Visit): Promise<Answer> {
  const id = part('about')
  const named = isId(id)
    ? await door.as(who, async (asking): Promise<Named | undefined> => {
        const board = await boardSeen(asking, id)
        if (board === undefined) return undefined
        const ids = [...new Set(board.answer.flatMap(({ children }) => children))]
        const children = ids.length === 0 ? new Map<string, string>() : await childrenCalled(asking, ids)
        await asking.noteEach('read them on a board that was kept', [...children.keys()])
        const words = await homesReader(asking).words()
        const homes = new Map([...words].map(([line, { name }]) => [line, name]))
        const by = (await workersCalled(asking, [board.by])).get(board.by) ?? 'somebody'
        return { board, children, homes, by }
      })
    : undefined
  if (named === undefined) return notFound
  return page({
    title: 'A board that was seen',
    here: '/homes',
    main: <Seen {...named} asked={Number(query('page') ?? 1)} />,
  })
}
const Seen: FC<Named & { readonly asked: number }> = ({ board, children, homes, by, asked }) => {
  const { rows, ...paged } = pageOf(board.answer, asked)
  const home = (line: string): string => homes.get(line) || 'A home'
  const child = (id: string): string => children.get(id) ?? 'a child whose name you may not see'
  return (
    <>
      <PageHead
        title={`The board of ${formatLongDay(board.on)}`}
        lead={`As ${by} saw it, ${whenOf(board.recorded)}: ${counted(board.children, 'child', 'children')} who waited, ${counted(board.homes, 'home')} with free places.`}
        actions={<a href={BOARDS}>Boards that were seen</a>}
      />
      <Stack>
        <InsetText>
          {HOW[board.how]} It decided nothing. Names are those that you may know today. Settings: {board.settings}. Mark
          of all it was made of: {board.inputs}.
        </InsetText>
        <Card title="Who waited" count={board.groups} flush>
          {board.answer.length === 0 ? (
            <EmptyState>Nobody waited.</EmptyState>
          ) : (
            <DutyTable
              caption="Who waited, what was shown, and one way in which all could have a home"
              columns={['Who', 'Homes that were shown', 'All at once']}
              rows={rows.map((one) => ({
                head: listed(one.children.map(child)),
                cells: [
                  one.shown.length === 0
                    ? 'None'
                    : one.shown.map((line) => <span class="kith-note">{home(line)}</span>),
                  one.home === null ? 'No place was left' : home(one.home),
                ],
              }))}
            />
          )}
        </Card>
        <Pages {...paged} of={board.answer.length} to={(to) => `${BOARDS}/${board.id}?page=${to}`} links />
      </Stack>
    </>
  )
}
