// A family map, drawn, with its key, and in words what it says of each person.
import type { FC } from 'hono/jsx'
import { type BondKind, type GenogramGiven, type GenogramPerson, type ParentKind, soundOf } from './genogram.ts'
import {
  type GenogramLayout,
  HALF,
  layoutOf,
  type PlacedDescent,
  type PlacedHouse,
  type PlacedPerson,
  type PlacedUnion,
} from './genogram-layout.ts'

const SEX_WORDS = { female: 'female', male: 'male', other: 'other', 'not known': 'sex not known' } as const
const nameOf = ({ name }: GenogramPerson): string => name ?? 'Not known'
const inWords = (person: GenogramPerson): string =>
  [nameOf(person), person.relation, person.died ?? person.age, SEX_WORDS[person.sex]]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')

const Figure: FC<{ readonly placed: PlacedPerson }> = ({ placed: { x, y, person } }) => {
  const look = `kith-picture__person${person.self ? ' kith-picture__person--self' : ''}${person.name === undefined ? ' kith-picture__person--gap' : ''}`
  if (person.sex === 'male') return <rect class={look} x={x - HALF} y={y - HALF} width={2 * HALF} height={2 * HALF} />
  if (person.sex === 'female') return <circle class={look} cx={x} cy={y} r={HALF} />
  return (
    <path
      class={look}
      d={`M${x} ${y - HALF - 4}l${HALF + 4} ${HALF + 4}l${-HALF - 4} ${HALF + 4}l${-HALF - 4} ${-HALF - 4}z`}
    />
  )
}

const Inside: FC<{ readonly placed: PlacedPerson }> = ({ placed: { x, y, person } }) => {
  if (person.died !== undefined) return <path class="kith-picture__died" d={`M${x - 16} ${y - 16}l32 32m0-32l-32 32`} />
  const age = person.age ?? (person.name === undefined ? '?' : '')
  const [first = '', second] = age.split(' ')
  return second === undefined ? (
    <text class="kith-picture__age" x={x} y={y + 5}>
      {first}
    </text>
  ) : (
    <>
      <text class="kith-picture__about" x={x} y={y - 2}>
        {first}
      </text>
      <text class="kith-picture__age" x={x} y={y + 13}>
        {second}
      </text>
    </>
  )
}

const Person: FC<{ readonly placed: PlacedPerson }> = ({ placed }) => {
  const { x, y, name, under, person } = placed
  const below = y + HALF + 18
  return (
    <g>
      <title>{inWords(person)}</title>
      <Figure placed={placed} />
      <Inside placed={placed} />
      {name.map((line, at) => (
        <text class={`kith-picture__name${person.self ? ' kith-picture__name--self' : ''}`} x={x} y={below + at * 17}>
          {line}
        </text>
      ))}
      {under.map((line, at) => (
        <text class="kith-picture__quiet kith-picture__label--halo" x={x} y={below + name.length * 17 + at * 16}>
          {line}
        </text>
      ))}
    </g>
  )
}

const Couple: FC<{ readonly union: PlacedUnion }> = ({ union: { from, to, y, look, parted, cut } }) => (
  <>
    <path class={`kith-picture__tie kith-picture__tie--${look}`} d={`M${from.x} ${from.y}V${y}H${to.x}V${to.y}`} />
    {parted && <path class="kith-picture__tie" d={`M${cut - 7} ${y + 7}l7-14m-1 14l7-14`} />}
  </>
)

function descent({ from, y, to }: PlacedDescent): string {
  const xs = to.map(({ x }) => x)
  const bar = `M${from.x} ${from.y}V${y}M${Math.min(from.x, ...xs)} ${y}H${Math.max(from.x, ...xs)}`
  return `${bar}${to.map((child) => `M${child.x} ${y}V${child.y}`).join('')}`
}

const House: FC<{ readonly house: PlacedHouse }> = ({ house: { name, x, y, width, height } }) => (
  <g>
    <title>{name}</title>
    <rect class="kith-picture__house" x={x} y={y} width={width} height={height} rx={8} />
  </g>
)
const HouseName: FC<{ readonly house: PlacedHouse }> = ({ house: { name, x, y, width } }) => (
  <text class="kith-picture__house-name kith-picture__label--halo" x={x + width / 2} y={y - 8}>
    {name}
  </text>
)

const Lines: FC<{ readonly layout: GenogramLayout }> = ({ layout: { unions, descents, bonds } }) => (
  <>
    {descents.map((each) => (
      <path class={`kith-picture__tie kith-picture__tie--${each.kind}`} d={descent(each)} />
    ))}
    {unions.map((union) => (
      <Couple union={union} />
    ))}
    {bonds.map(({ kind, from, to, bend }) => (
      <path
        class={`kith-picture__bond kith-picture__bond--${kind}`}
        d={`M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}`}
      />
    ))}
  </>
)

/** The drawing alone. */
export const GenogramPicture: FC<GenogramGiven> = (given) => {
  const layout = layoutOf(given)
  const { id, title } = given
  const words = layout.people.map(({ person }) => inWords(person)).join('; ')
  return (
    <svg
      class="kith-picture kith-picture--genogram"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width}
      text-anchor="middle"
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{`${words || 'Nobody is recorded'}. The table below says the same.`}</desc>
      {layout.houses.map((house) => (
        <House house={house} />
      ))}
      <Lines layout={layout} />
      {layout.houses.map((house) => (
        <HouseName house={house} />
      ))}
      {layout.people.map((placed) => (
        <Person placed={placed} />
      ))}
    </svg>
  )
}

const BOND_WORDS: Readonly<Record<BondKind, string>> = {
  close: 'close',
  distant: 'not close',
  hard: 'hard together',
  frightening: 'frightening',
}
const DESCENT_WORDS: Readonly<Record<ParentKind, string>> = {
  birth: 'child of',
  adoptive: 'adopted',
  carer: 'cared for by',
}
const Sample: FC<{ readonly look: string; readonly words: string }> = ({ look, words }) => (
  <li>
    <svg class="kith-picture-key__line" viewBox="0 0 36 12" width={36} height={12} aria-hidden="true" focusable="false">
      <path class={look} d="M2 6H34" />
    </svg>
    {` ${words}`}
  </li>
)
/** Only what this map uses. */
export const GenogramKey: FC<GenogramGiven> = ({ unions, parents, bonds, households }) => {
  const formal = unions.some((union) => union.formal)
  const couple = unions.some((union) => !union.formal)
  const kinds = (['adoptive', 'carer'] as const).filter((kind) => parents.some((tie) => tie.kind === kind))
  const felt = [...new Set(bonds.map(({ kind }) => kind))]
  return (
    <ul class="kith-picture-key">
      <li>□ male</li>
      <li>○ female</li>
      <li>◇ other or not known</li>
      <li>crossed out: died</li>
      {formal && <Sample look="kith-picture__tie" words="married" />}
      {couple && <Sample look="kith-picture__tie kith-picture__tie--couple" words="a couple" />}
      {unions.some(({ state }) => state === 'parted') && <li>{'–//– parted'}</li>}
      {kinds.map((kind) => (
        <Sample look={`kith-picture__tie kith-picture__tie--${kind}`} words={DESCENT_WORDS[kind]} />
      ))}
      {felt.map((kind) => (
        <Sample look={`kith-picture__bond kith-picture__bond--${kind}`} words={BOND_WORDS[kind]} />
      ))}
      {households.length > 0 && <li>dashed outline: live together</li>}
    </ul>
  )
}

function tiesOf(person: GenogramPerson, given: GenogramGiven): string {
  const names = new Map(given.people.map((each) => [each.id, nameOf(each)]))
  const named = (id: string) => names.get(id) ?? ''
  const { id } = person
  const unions = given.unions.flatMap(({ one, other, state, formal }) => {
    if (one !== id && other !== id) return []
    const kind = state === 'parted' ? 'parted from' : formal ? 'married to' : 'a couple with'
    return [`${kind} ${named(one === id ? other : one)}`]
  })
  const parents = given.parents.flatMap(({ parent, child, kind }) =>
    child === id ? [`${kind === 'adoptive' ? 'adopted by' : DESCENT_WORDS[kind]} ${named(parent)}`] : [],
  )
  const bonds = given.bonds.flatMap(({ one, other, kind }) =>
    one === id || other === id ? [`${BOND_WORDS[kind]}: ${named(one === id ? other : one)}`] : [],
  )
  return [...parents, ...unions, ...bonds].join('; ')
}

/** What the drawing says of each person beside their name, relation and age, for the table that stands below it; by id. */
export function genogramWords(untried: GenogramGiven): ReadonlyMap<string, string> {
  const given = soundOf(untried)
  const self = given.people.find((person) => person.self)?.id ?? ''
  const houses = new Map(
    given.households
      // Where the child lives too, the column beside says so.
      .filter(({ people }) => !people.includes(self))
      .flatMap(({ name, people }) => people.map((id) => [id, `household: ${name}`] as const)),
  )
  return new Map(
    given.people.map((person) => [
      person.id,
      [SEX_WORDS[person.sex], tiesOf(person, given), houses.get(person.id)].filter(Boolean).join('; '),
    ]),
  )
}

/** The drawing, which scrolls where it is wider than the screen, and its key. A table with `genogramWords` belongs below it. */
export const Genogram: FC<GenogramGiven> = (given) => (
  <>
    <section class="kith-picture-scroll" tabindex={0} aria-label={given.title}>
      <GenogramPicture {...given} />
    </section>
    <GenogramKey {...soundOf(given)} />
  </>
)
