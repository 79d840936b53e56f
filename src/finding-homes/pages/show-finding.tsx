// Homes that could be for one child: those that fit in order with reasons, those that need a named decision, and those that cannot be.
import type { FC } from 'hono/jsx'
import { standsAs } from '#access'
import { dayWords } from '#calendar'
import { READERS } from '#carers'
import { counted, firstName } from '#child-frame'
import { wordOf } from '#drafts'
import { WHY_NO } from '#home-requests'
import { ofChild } from '#home-requests/pages'
import { citationText } from '#law'
import {
  Button,
  Card,
  Columns,
  DutyTable,
  EmptyState,
  FoldedCard,
  InsetText,
  PageHead,
  Pages,
  pageOf,
  Stack,
} from '#look'
import { distanceShown, type RuledOut, wantedOf } from '#matching'
import { homeFar } from '../distances.ts'
import { filledFor } from '../filling-store.ts'
import { listedFor, widenedIn } from '../sorting.ts'
import { HomeCard } from './home-card.tsx'
import { type FindingFacts, Needs, NOTHING_HERE, type Props, Where, Widen } from './where-cards.tsx'

export const showFinding = ofChild<FindingFacts>({
  title: 'Find a home',
  instead: NOTHING_HERE,
  read: async (asking, { id }, { today, query }) => {
    if (!(await standsAs(asking, READERS))) return undefined
    const filled = await filledFor(asking, id, today)
    const widened = filled && widenedIn(query('within'), filled.policy)
    return filled && { filled, widened, list: listedFor(filled, widened), page: Number(query('page') ?? 1) }
  },
  main: (facts, frame, today) => <Finding {...facts} frame={frame} today={today} />,
})

const Finding: FC<Props> = (props) => {
  const { filled, list, frame, widened } = props
  const { shown, sorted } = list
  const at = `/children/${frame.id}`
  const name = firstName(frame.called) ?? 'this child'
  const open = filled.request.closed === null
  return (
    <>
      <PageHead
        title={`A home for ${name}`}
        lead={
          <>
            Needed from {dayWords(filled.request.needed_by)}
            {filled.request.emergency && ', an emergency'} ·{' '}
            <strong>{counted(sorted.fits, 'home fits', 'homes fit')}</strong> of {filled.homes.length} looked at
          </>
        }
        actions={
          <>
            {shown.length > 1 && (
              <Button
                kind="secondary"
                href={`${at}/finding-home/compare?${shown
                  .slice(0, 4)
                  .map(({ home }, n) => `${'abcd'.charAt(n)}=${home}`)
                  .join('&')}`}
              >
                Compare side by side
              </Button>
            )}
            <a href={`${at}/home-request`}>The request</a>
          </>
        }
      />
      {!open && <InsetText>The request is closed: nobody looks any more.</InsetText>}
      {list.before.length > 0 ? (
        <InsetText>
          {list.before.join(' ')} <a href={`${at}/home-requests/${filled.request.id}/correct`}>Say it in the request</a>
        </InsetText>
      ) : (
        <>
          <p>
            In the order of how much of what {name} needs and hopes for is known to be there, then by miles. This list
            does not choose. The placement team and the social worker decide, with {name}, and write down why.
          </p>
          <Columns>
            <Stack>
              <Fits {...props} />
              <Waiting {...props} />
              <Off {...props} />
              <Out {...props} />
            </Stack>
            <Stack>
              <Where {...props} />
              <Widen list={list} own={filled.policy} widened={widened} at={at} />
              <Needs {...props} />
            </Stack>
          </Columns>
        </>
      )}
    </>
  )
}

const cardOf = ({ filled, frame }: Props, home: string) => ({
  ...{ child: frame.id, on: filled.on.get(home), standing: filled.standings.get(home) },
  writes: frame.writes.has('matching') && filled.request.closed === null,
})
const Fits: FC<Props> = (props) => (
  <>
    {props.list.shown.length === 0 && (
      <Card title="Homes that fit">
        <EmptyState>
          No home fits by what is known. Below stand those that need a decision or an answer, nearest first.
        </EmptyState>
      </Card>
    )}
    {props.list.shown.map((one, n) => (
      <HomeCard
        {...cardOf(props, one.home)}
        one={one}
        number={n + 1}
        tradeOff={props.list.shown.length > 1 ? one.tradeOff : undefined}
      />
    ))}
  </>
)
const Waiting: FC<Props> = (props) => {
  const { waiting, sorted } = props.list
  if (sorted.needsDecision.count === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">
        Need a decision or an answer first: {sorted.needsDecision.count}
        {sorted.needsDecision.count > waiting.length && `, the nearest ${waiting.length}`}
      </h2>
      <p class="kith-note">In no order of fitting: nearest first.</p>
      {waiting.map((one) => (
        <HomeCard {...cardOf(props, one.home)} one={one} number={undefined} tradeOff={undefined} />
      ))}
    </>
  )
}
const Off: FC<Props> = ({ list, filled, frame }) =>
  list.off.length === 0 ? null : (
    <Card title="Taken off the list, or said no" count={list.off.length} flush>
      <DutyTable
        caption="Homes that a person took off the list, or that said no"
        columns={['Home', 'Why', 'What was said', 'Next']}
        rows={list.off.map((home) => {
          const last = filled.steps.findLast(
            ({ household, kind }) => household === home.id && (kind === 'no' || kind === 'not right'),
          )
          return {
            head: home.called,
            cells: [
              last?.kind === 'no' ? `They say no: ${wordOf(WHY_NO, last.reason)?.toLowerCase()}` : 'Not right',
              <span class="kith-written">{last?.said}</span>,
              <a class="kith-no-print" href={`/children/${frame.id}/homes-found/${home.id}/step`}>
                Put back<span class="govuk-visually-hidden">: {home.called}</span>
              </a>,
            ],
          }
        })}
      />
    </Card>
  )
const Because: FC<{ readonly of: RuledOut }> = ({ of }) => (
  <div>
    {of.because.map(({ fact, ground }) => (
      <div>
        {fact}
        <span class="kith-note">
          {citationText(ground.cites)}
          {ground.verification === 'knowledge' && ', unconfirmed'}
        </span>
      </div>
    ))}
  </div>
)
const Out: FC<Props> = ({ list, filled, frame, page, widened }) => {
  const { rows, ...paged } = pageOf(list.out, page)
  const wanted = wantedOf(filled.asked, list.policy)
  const byId = new Map(filled.homes.map((home) => [home.id, home]))
  return (
    <FoldedCard title="Looked at, and cannot be" count={list.out.length} flush>
      {list.out.length === 0 ? (
        <EmptyState>No home is ruled out.</EmptyState>
      ) : (
        <>
          <DutyTable
            caption="Homes that cannot be, with the reason and its law"
            columns={['Home', 'Cannot be, because', 'To the family home']}
            rows={rows.map((one) => {
              const home = byId.get(one.home)
              return {
                head: <a href={`/homes/${one.home}`}>{one.called}</a>,
                cells: [
                  <Because of={one} />,
                  home === undefined ? '' : homeFar({ distance: distanceShown({ wanted, home }) }),
                ],
              }
            })}
          />
          <Pages
            {...paged}
            of={list.out.length}
            to={(number) =>
              `/children/${frame.id}/finding-home?page=${number}${widened === undefined ? '' : `&within=${widened}`}`
            }
            links
          />
        </>
      )}
    </FoldedCard>
  )
}
