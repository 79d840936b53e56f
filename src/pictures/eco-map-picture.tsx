// Everybody who matters, drawn around the child by kind, lines as closeness is recorded; with its key and the same people as a table.
import type { FC } from 'hono/jsx'
import { Details, Table } from '#look'
import { ECO_BOX, ECO_CHILD, ECO_KINDS, type EcoGiven, type EcoKind, ecoLayout, type PlacedEco } from './eco-map.ts'
import type { BondKind } from './genogram.ts'

const BOND_WORDS: Readonly<Record<BondKind, string>> = {
  close: 'close',
  distant: 'not close',
  hard: 'hard together',
  frightening: 'frightening',
}
const bondWords = (bond: BondKind | undefined): string => (bond === undefined ? 'not said' : BOND_WORDS[bond])
const lineLook = (bond: BondKind | undefined): string =>
  bond === undefined ? 'kith-picture__eco-line' : `kith-picture__bond kith-picture__bond--${bond}`

const Somebody: FC<{ readonly placed: PlacedEco }> = ({ placed: { x, y, person, name, relation } }) => {
  const lines = [...name, ...relation]
  const top = y - ((lines.length - 1) * 15) / 2 + 5
  return (
    <g>
      <title>{`${person.name}, ${person.relation}: ${ECO_KINDS[person.kind]}, ${bondWords(person.bond)}`}</title>
      <rect
        class={`kith-picture__eco kith-picture__eco--${person.kind}`}
        x={x - ECO_BOX.width}
        y={y - ECO_BOX.height}
        width={2 * ECO_BOX.width}
        height={2 * ECO_BOX.height}
        rx={12}
      />
      {lines.map((line, at) => (
        <text class={at < name.length ? undefined : 'kith-picture__quiet'} x={x} y={top + at * 15} text-anchor="middle">
          {line}
        </text>
      ))}
    </g>
  )
}

const Drawing: FC<EcoGiven> = (given) => {
  const { id, title, child } = given
  const { width, height, centre, placed } = ecoLayout(given)
  return (
    <svg
      class="kith-picture kith-picture--eco"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>
        {`${placed.map(({ person }) => `${person.name}, ${person.relation}`).join('; ')}. The table below says the same.`}
      </desc>
      {placed.map(({ line, person }) => (
        <path class={lineLook(person.bond)} d={line} />
      ))}
      <circle class="kith-picture__person kith-picture__person--self" cx={centre.x} cy={centre.y} r={ECO_CHILD} />
      <text class="kith-picture__name--self" x={centre.x} y={centre.y + 5} text-anchor="middle">
        {child}
      </text>
      {placed.map((one) => (
        <Somebody placed={one} />
      ))}
    </svg>
  )
}

const Key: FC<Pick<EcoGiven, 'people'>> = ({ people }) => {
  const bonds = [...new Set(people.map(({ bond }) => bond))]
  const kinds = Object.keys(ECO_KINDS).filter((kind): kind is EcoKind => people.some((person) => person.kind === kind))
  return (
    <ul class="kith-picture-key">
      {kinds.map((kind) => (
        <li>
          <svg
            class="kith-picture-key__line"
            viewBox="0 0 36 12"
            width={36}
            height={12}
            aria-hidden="true"
            focusable="false"
          >
            <rect class={`kith-picture__eco kith-picture__eco--${kind}`} x={2} y={1} width={32} height={10} rx={4} />
          </svg>
          {` ${ECO_KINDS[kind]}`}
        </li>
      ))}
      {bonds.map((bond) => (
        <li>
          <svg
            class="kith-picture-key__line"
            viewBox="0 0 36 12"
            width={36}
            height={12}
            aria-hidden="true"
            focusable="false"
          >
            <path class={lineLook(bond)} d="M2 6H34" />
          </svg>
          {` ${bond === undefined ? 'how they are together is not said' : BOND_WORDS[bond]}`}
        </li>
      ))}
    </ul>
  )
}

export const EcoMap: FC<EcoGiven> = (given) => (
  <>
    <section class="kith-picture-scroll" tabindex={0} aria-label={given.title}>
      <Drawing {...given} />
    </section>
    <Key people={given.people} />
    <Details summary="Show this as a table">
      <Table
        caption={given.title}
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={['Person', 'To the child', 'Where they belong', 'How they are together']}
        rows={ecoLayout(given).placed.map(({ person: { name, relation, kind, bond } }) => [
          name,
          relation,
          ECO_KINDS[kind],
          bondWords(bond),
        ])}
      />
    </Details>
  </>
)
