// The list of returns: each collection that there are rules for, and the pages of it that are for the person who asks.
import type { FC } from 'hono/jsx'
import { Card, EmptyState, PageHead } from '#look'
import { type Answer, page, type Visit } from '#web'
import { collections, HERE, yearPath, yearWords } from './parts.tsx'

export async function showReturns({ me }: Visit): Promise<Answer> {
  const is = (...parts: readonly string[]) => me.parts.some((part) => parts.includes(part))
  const links = [
    { to: '/mine', words: 'Your part', shown: is('allocated-worker', 'manager-line') },
    { to: '', words: 'The whole return', shown: is('analyst', 'director') },
    { to: '/changes', words: 'What changed', shown: is('analyst', 'director') },
    { to: '/figures', words: 'Figures', shown: is('analyst', 'director', 'quality-lead', 'member') },
  ].filter(({ shown }) => shown)
  return await Promise.resolve(page({ title: 'Returns', here: HERE, main: <Returns links={links} /> }))
}

const Returns: FC<{ links: readonly { to: string; words: string }[] }> = ({ links }) => (
  <>
    <PageHead
      title="Returns"
      lead="Children looked after (SSDA903), each year from 1 April to 31 March."
      actions={<a href="/returns/rules">All rules</a>}
    />
    {links.length === 0 ? (
      <EmptyState title="No part of a return is yours.">
        You work with no child now. Ask your manager if that is wrong.
      </EmptyState>
    ) : (
      collections.map((year) => (
        <Card title={yearWords(year)}>
          <ul class="kith-index">
            {links.map(({ to, words }) => (
              <li>
                <a href={`${yearPath(year)}${to}`}>
                  {words}
                  <span class="govuk-visually-hidden"> of {yearWords(year)}</span>
                </a>
              </li>
            ))}
          </ul>
        </Card>
      ))
    )}
  </>
)
