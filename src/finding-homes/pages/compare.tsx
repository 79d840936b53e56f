// Two to four homes side by side for one child: what speaks for each, what is not known, and what would have to be decided.
import type { FC } from 'hono/jsx'
import { standsAs } from '#access'
import { READERS } from '#carers'
import { type Frame, firstName } from '#child-frame'
import { ofChild } from '#home-requests/pages'
import { Card, DutyTable, FilterForm, InsetText, PageHead, Select, Stack } from '#look'
import { type Compared, compared, type NotCompared, wantedOf } from '#matching'
import { areaWords, bandWords, homeFar } from '../distances.ts'
import { type Filled, filledFor } from '../filling-store.ts'
import { Needed } from './home-card.tsx'
import { NOTHING_HERE } from './where-cards.tsx'

const NAMES = ['a', 'b', 'c', 'd'] as const
type Facts = { readonly filled: Filled; readonly chosen: readonly string[]; readonly result: Compared | NotCompared }
export const showCompare = ofChild<Facts>({
  title: 'Homes side by side',
  instead: NOTHING_HERE,
  read: async (asking, { id }, { today, query }) => {
    if (!(await standsAs(asking, READERS))) return undefined
    const filled = await filledFor(asking, id, today)
    if (filled === undefined) return undefined
    const chosen = [...new Set(NAMES.flatMap((name) => query(name) ?? []))]
    const homes = chosen.flatMap((one) => filled.homes.find((home) => home.id === one) ?? [])
    return {
      filled,
      chosen: homes.map((home) => home.id),
      result: compared(wantedOf(filled.asked, filled.policy), homes),
    }
  },
  main: (facts, frame) => <Compare {...facts} frame={frame} />,
})
const FACTORS: Readonly<Record<string, string>> = {
  ...{ home: 'Miles', school: 'School', visits: 'Family time', needs: 'Needs', likes: 'What they like' },
  ...{ matters: 'What matters to them', askedFor: 'What they hope for' },
}
const VERDICTS = {
  fits: 'Fits by what is known',
  needsDecision: 'Needs a decision or an answer first',
  cannot: 'Cannot be',
} as const

const Compare: FC<Facts & { readonly frame: Frame }> = ({ filled, chosen, result, frame }) => {
  const items = [{ value: '', text: 'None' }, ...filled.homes.map(({ id, called }) => ({ value: id, text: called }))]
  const at = `/children/${frame.id}/finding-home`
  return (
    <>
      <PageHead
        title={`Homes for ${firstName(frame.called) ?? 'this child'}, side by side`}
        actions={<a href={at}>The list</a>}
      />
      <Stack>
        <FilterForm
          action={`${at}/compare`}
          label="Which homes stand side by side"
          reset={{ to: at, words: 'Back to the list' }}
        >
          {NAMES.map((name, n) => (
            <Select id={name} name={name} label={`Home ${n + 1}`} value={chosen[n] ?? ''} items={items} />
          ))}
        </FilterForm>
        {typeof result === 'string' ? (
          <InsetText>Choose at least two homes, and four at most.</InsetText>
        ) : (
          <Card title="Side by side" flush>
            <DutyTable
              caption="Homes side by side"
              columns={['What', ...result.homes.map(({ called }) => called)]}
              rows={[
                { head: 'As it stands', cells: result.homes.map(({ verdict }) => VERDICTS[verdict]) },
                {
                  head: 'By what is known',
                  cells: result.homes.map((one) =>
                    one.verdict === 'fits' ? `${bandWords(one).band}, ${bandWords(one).known}` : 'In no order',
                  ),
                },
                { head: 'To the family home', cells: result.homes.map(homeFar) },
                { head: 'Area', cells: result.homes.map(areaWords) },
                ...result.rows.map(({ code, cells, differs }) => ({
                  head: `${FACTORS[code] ?? code}${differs ? '' : ' (alike)'}`,
                  cells: [...cells],
                })),
                {
                  head: 'Before it could be',
                  cells: result.homes.map((one) => (
                    <div class="kith-found">
                      <Needed one={one} />
                    </div>
                  )),
                },
                { head: 'To ask', cells: result.homes.map(({ ask }) => ask.join(' ')) },
              ]}
            />
          </Card>
        )}
      </Stack>
    </>
  )
}
