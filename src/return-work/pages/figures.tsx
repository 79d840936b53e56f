// The figures that the return gives: numerator, denominator, what is not known, and the children behind each; outward for a member.
import type { FC } from 'hono/jsx'
import { type Definition, hidden, indicators } from '#indicators'
import { Card, Chips, type DutyRow, DutyTable, EmptyState, PageHead } from '#look'
import { postcodeDirectory } from '#statutory-returns'
import { type Answer, notFound, page, type Visit } from '#web'
import {
  type Behind,
  childrenBehind,
  type Figure,
  figuresOf,
  figuresOutside,
  noteShown,
  type OutsideFigure,
  type Run,
  runsOf,
} from '../store.ts'
import { canBeFigured, type Waits } from '../waits.ts'
import { counted, HERE, momentWords, PagesOf, pageOf, yearIn, yearPath, yearWords } from './parts.tsx'

const units: Readonly<Record<string, string>> = { percent: ' %' }
const number = (value: number | null, { unit, decimals }: Pick<Definition, 'unit' | 'decimals'>): string =>
  value === null
    ? 'nothing to divide by'
    : `${value.toLocaleString('en-GB', { minimumFractionDigits: decimals })}${units[unit] ?? ''}`

/** Whether all of what is behind the figures is for this person, or only what may leave the council. */
const seesInside = ({ me }: Visit): boolean =>
  me.parts.some((part) => ['analyst', 'director', 'quality-lead'].includes(part))

export async function showFigures(visit: Visit): Promise<Answer> {
  const year = yearIn(visit)
  if (year === undefined) return notFound
  const inside = seesInside(visit)
  const outward = !inside || visit.query('for') === 'outside'
  const main = await visit.door.as(visit.who, async (asking) => {
    const run = (await runsOf(asking, year))[0]
    const shown = { year, run, inside, outward }
    return outward ? (
      <Figures {...shown} rows={outsideRows(await figuresOutside(asking, year))} />
    ) : (
      <Figures {...shown} rows={insideRows(year, await figuresOf(asking, year))} />
    )
  })
  return page({ title: `Figures of the return of ${yearWords(year)}`, here: HERE, main })
}

function insideRows(year: number, figures: readonly Figure[]): readonly DutyRow[] {
  const by = new Map(figures.map((one) => [one.indicator, one]))
  return indicators.flatMap((definition) => {
    const own = by.get(definition.id)
    if (own === undefined) return []
    const { numerator, denominator, note } = definition
    const to = `${yearPath(year)}/figures/${encodeURIComponent(definition.id)}`
    return [
      {
        head: (
          <>
            <a href={to}>{definition.name}</a>
            <span class="kith-note">
              {numerator}
              {denominator !== undefined && ` / ${denominator}`}
            </span>
            {note !== undefined && <span class="kith-note">{note}</span>}
          </>
        ),
        cells: [
          number(own.value, definition),
          String(own.above),
          own.below === null ? '' : String(own.below),
          own.unknown === 0 ? '' : String(own.unknown),
        ],
      },
    ]
  })
}

const outside = (text: string | null): string => (text === null ? '' : text)

function outsideRows(figures: readonly OutsideFigure[]): readonly DutyRow[] {
  const by = new Map(figures.map((one) => [one.indicator, one]))
  return indicators.flatMap((definition) => {
    const own = by.get(definition.id)
    if (own === undefined) return []
    const value = own.value === null || own.value === hidden ? own.value : number(Number(own.value), definition)
    return [{ head: definition.name, cells: [outside(value), outside(own.above), outside(own.below)] }]
  })
}

type Shown = { year: number; run: Run | undefined; inside: boolean; outward: boolean; rows: readonly DutyRow[] }

const Figures: FC<Shown> = ({ year, run, inside, outward, rows }) => (
  <>
    <PageHead
      title={`Figures of the return of ${yearWords(year)}`}
      lead={run === undefined ? undefined : `From the return as it was checked on ${momentWords(run.made)}.`}
    />
    {inside && (
      <Chips
        label="For whom"
        chips={[
          { to: `${yearPath(year)}/figures`, words: 'For us', current: !outward },
          { to: `${yearPath(year)}/figures?for=outside`, words: 'For people outside', current: outward },
        ]}
      />
    )}
    {outward && <p class="kith-above">{hidden}: hidden, so that nobody can be recognised.</p>}
    {run !== undefined && <Lacking waits={run.waits} />}
    {rows.length === 0 ? (
      <EmptyState title="There are no figures yet.">They come with the first check of this return.</EmptyState>
    ) : (
      <Card title="Figures" flush>
        <DutyTable
          caption="Figures of the return"
          columns={['Figure', 'Value', 'Numerator', 'Denominator', ...(outward ? [] : ['Not known'])]}
          numbers={outward ? [0, 1, 2] : [0, 1, 2, 3]}
          rows={rows}
        />
      </Card>
    )}
  </>
)

/** Figures that were left out are named, so that nobody takes them for nought. */
const Lacking: FC<{ waits: Waits }> = ({ waits }) => {
  const hasDirectory = !waits.notRun.some(({ missing }) => missing.includes(postcodeDirectory))
  const left = indicators.filter(({ id }) => !canBeFigured(id, hasDirectory))
  return left.length === 0 ? null : (
    <p class="kith-above">
      Not known, for want of a {postcodeDirectory}: {left.map(({ name }) => name).join('; ')}.
    </p>
  )
}

const HOW: Readonly<Record<Behind['how'], string>> = {
  a: 'In the numerator',
  b: 'In the denominator only',
  u: 'Not known',
}
const isHow = (word: string | undefined): word is Behind['how'] => word !== undefined && Object.hasOwn(HOW, word)

export async function showBehind(visit: Visit): Promise<Answer> {
  const year = yearIn(visit)
  const definition = indicators.find(({ id }) => id === visit.part('figure'))
  if (year === undefined || definition === undefined) return notFound
  const asked = visit.query('how')
  const how = isHow(asked) ? asked : 'a'
  const main = await visit.door.as(visit.who, async (asking) => {
    const all = await childrenBehind(asking, year, definition.id)
    const own = (await figuresOf(asking, year)).find(({ indicator }) => indicator === definition.id)
    const at = pageOf(
      all.filter((one) => one.how === how),
      visit.query('page'),
    )
    await noteShown(
      asking,
      at.rows.map(({ child }) => child),
    )
    return <Children {...{ year, definition, all, how, own, at }} />
  })
  return page({ title: `${definition.name} – return of ${yearWords(year)}`, here: HERE, main })
}

type ChildrenShown = {
  year: number
  definition: Definition
  all: readonly Behind[]
  how: Behind['how']
  own: Figure | undefined
  at: ReturnType<typeof pageOf<Behind>>
}

const Children: FC<ChildrenShown> = ({ year, definition, all, how, own, at }) => {
  const base = `${yearPath(year)}/figures/${encodeURIComponent(definition.id)}`
  return (
    <>
      <PageHead
        title={definition.name}
        lead={
          own === undefined
            ? undefined
            : `${number(own.value, definition)}${own.below === null ? '' : `: ${own.above} of ${own.below}`}, in the return of ${yearWords(year)}.`
        }
      />
      <Chips
        label="Children"
        chips={(['a', 'b', 'u'] as const).map((one) => ({
          to: `${base}?how=${one}`,
          words: HOW[one],
          count: all.filter((child) => child.how === one).length,
          current: one === how,
        }))}
      />
      {at.rows.length === 0 ? (
        <EmptyState title="No child whom you may see." />
      ) : (
        <Card title={`${HOW[how]}: ${counted(at.of, 'child', 'children')}`}>
          <ul class="kith-index">
            {at.rows.map(({ child, shown }) => (
              <li>
                <a href={`/children/${child}`}>Child {shown}</a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <PagesOf at={at} to={(page) => `${base}?how=${how}&page=${page}`} />
      <p class="kith-above">
        <a href={`${yearPath(year)}/figures`}>All figures</a>
      </p>
    </>
  )
}
