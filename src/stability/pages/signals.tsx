// Homes to talk about now: children of whom the record holds a fact that asks for it, each fact with its day; no score, and nobody is ranked.
import type { FC } from 'hono/jsx'
import { formatDay, formatLongDay, type IsoDay } from '#calendar'
import { counted } from '#child-frame'
import { childrenCalled } from '#children'
import { Card, Chips, DutyTable, EmptyState, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { type ChildWith, childrenWith, FACTS, type FactCode, isFactCode } from '../signals.ts'
import { factsOn } from '../store.ts'

export const SIGNALS = '/stability/signals'
type Shown = {
  readonly today: IsoDay
  readonly rows: readonly (ChildWith & { readonly name: string })[]
  readonly all: readonly ChildWith[]
  readonly show: FactCode | undefined
  readonly at: { readonly page: number; readonly pages: number; readonly of: number }
}
const has = (one: ChildWith, code: FactCode): boolean => one.facts.some((fact) => fact.code === code)

/** GET /stability/signals */
export async function showSignals({ door, who, query, today }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const all = childrenWith(await factsOn(asking, today))
    const asked = query('show') ?? ''
    const show = isFactCode(asked) ? asked : undefined
    const own = show === undefined ? all : all.filter((one) => has(one, show))
    const { rows, ...at } = pageOf(own, Number(query('page') ?? 1))
    const children = rows.map(({ child }) => child)
    await asking.noteEach('read facts that ask for a talk about their home', children)
    const names = children.length === 0 ? new Map<string, string>() : await childrenCalled(asking, children)
    const named = rows.map((one) => ({ ...one, name: names.get(one.child) ?? 'A child whose name you may not see' }))
    return { today, all, show, rows: named, at: { ...at, of: own.length } }
  })
  return page({ title: 'Homes to talk about now', here: '/stability', main: <Signals {...shown} /> })
}

const address = (show: FactCode | undefined, more = ''): string => {
  const asked = [show === undefined ? '' : `show=${encodeURIComponent(show)}`, more].filter(Boolean).join('&')
  return asked === '' ? SIGNALS : `${SIGNALS}?${asked}`
}
const CODES = Object.keys(FACTS).filter(isFactCode)
const Signals: FC<Shown> = ({ today, all, show, rows, at }) => (
  <>
    <PageHead
      title="Homes to talk about now"
      lead={`${counted(all.length, 'child', 'children')} whom you may see, on ${formatLongDay(today)}. These are facts with their days. They say nothing of what will happen.`}
      actions={<a href="/stability">Homes that ended</a>}
    />
    <Stack>
      <Chips
        label="Which fact"
        chips={[
          { to: SIGNALS, words: 'Any', count: all.length, current: show === undefined },
          ...CODES.map((code) => ({
            ...{ to: address(code), words: FACTS[code], current: code === show },
            count: all.filter((one) => has(one, code)).length,
          })),
        ]}
      />
      <Card title={show === undefined ? 'The latest fact first' : FACTS[show]} count={at.of} flush>
        {rows.length === 0 ? (
          <EmptyState>Of no child whom you may see the record holds such a fact.</EmptyState>
        ) : (
          <DutyTable
            caption="Children of whom the record holds a fact that asks for a talk, the latest fact first"
            columns={['Child', 'Facts', 'Come together']}
            rows={rows.map((row) => ({
              head: (
                <a class="kith-target" href={`/children/${row.child}`}>
                  {row.name}
                </a>
              ),
              cells: [
                <ul class="govuk-list">
                  {row.facts.map(({ code, on, times }) => (
                    <li>
                      {FACTS[code]}
                      {times > 1 ? `: ${times} times, last ` : ': '}
                      {formatDay(on)}
                    </li>
                  ))}
                </ul>,
                <a class="kith-no-print" href={`/children/${row.child}/meetings/ahead/record`}>
                  Set a meeting<span class="govuk-visually-hidden"> about {row.name}</span>
                </a>,
              ],
            }))}
          />
        )}
      </Card>
      <Pages {...at} to={(number) => address(show, `page=${number}`)} links />
    </Stack>
  </>
)
