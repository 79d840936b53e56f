// Table DoLo: deprivation of liberty orders, against each other, the child's care and where the child is placed.
import { type Cell, isDay, looseDay } from '#return-files'
import type { Given } from '../../given.ts'
import { type Checks, eachChild, fromRow, type Rule } from '../../rule.ts'
import { overlapping, periodsOfCare, spellFits } from '../missing/periods-of-care.ts'

/** The episodes that an order overlaps; one without an end goes on. */
function overlappedBy({ DoLo, Episodes }: Given, row: number): readonly number[] {
  const [began, ended] = [looseDay(DoLo.written.DOLO_START.at(row)), looseDay(DoLo.written.DOLO_END.at(row))]
  return Episodes.of(DoLo.childOf(row)).filter((episode) => {
    const [from, until] = [looseDay(Episodes.written.DECOM.at(episode)), looseDay(Episodes.written.DEC.at(episode))]
    return isDay(began) && !(until < began) && ended >= from
  })
}

/** Flags each order with the episodes it overlaps whose placement answers. */
const whereOverlapped =
  (wrong: (place: Cell) => boolean): Checks['check'] =>
  (given, row, flag) => {
    for (const episode of overlappedBy(given, row)) {
      if (!wrong(given.Episodes.PLACE.at(episode))) continue
      flag('DoLo', row)
      flag('Episodes', episode)
    }
  }

const expected = new Set(['K2', 'Z12', 'Z13'])
const impossible = new Set(['K1', 'P1', 'R5', 'K3'])

export const doloRules: readonly Rule[] = [
  eachChild({
    code: '705',
    says: 'Two deprivation of liberty orders overlap, or one began while another was still open.',
    fields: ['DOLO_START', 'DOLO_END'],
    from: 2027,
    needs: ['DoLo'],
    among: ({ DoLo }) => DoLo.everyChild(),
    check: ({ DoLo }, child, flag) => {
      for (const row of overlapping(DoLo.inOrder(child), DoLo.DOLO_START, DoLo.DOLO_END)) flag('DoLo', row)
    },
  }),
  eachChild({
    code: '706',
    says: 'An order was still open at the end of last year, and is not in this year’s return.',
    fields: ['DOLO_START'],
    from: 2027,
    needs: ['DoLo', 'last DoLo'],
    among: ({ last }) => last.DoLo.everyChild(),
    // Reference says: the rows of last year's file, under this year's name. We say: the child's first order this
    // year, or the child's row in Header where there is none: rows that somebody can mend.
    check: ({ DoLo, Header, last }, child, flag) => {
      const starts = new Set(DoLo.of(child).map((row) => DoLo.DOLO_START.at(row)))
      const dropped = last.DoLo.of(child).some(
        (row) => last.DoLo.written.DOLO_END.at(row) === null && !starts.has(last.DoLo.DOLO_START.at(row)),
      )
      if (!dropped) return
      const first = DoLo.inOrder(child)[0]
      if (first !== undefined) flag('DoLo', first)
      else for (const row of Header.of(child)) flag('Header', row)
    },
  }),
  eachChild({
    code: '707',
    says: 'The order goes on after the child left care, or lies outside it altogether.',
    fields: ['DOLO_END'],
    from: 2027,
    needs: ['DoLo', 'Episodes'],
    among: ({ DoLo }) => DoLo.everyChild(),
    check: ({ DoLo, Episodes }, child, flag) => {
      const periods = periodsOfCare(Episodes, child)
      if (periods.length === 0) return
      for (const row of DoLo.of(child)) {
        const [began, ended] = [DoLo.DOLO_START.at(row), DoLo.DOLO_END.at(row)]
        if (isDay(began) && !spellFits(periods, began, isDay(ended) ? ended : null)) flag('DoLo', row)
      }
    },
  }),
  fromRow('DoLo', {
    code: '709',
    says: 'A child deprived of liberty is in a type of placement where this is not expected.',
    fields: ['DOLO_START', 'PLACE'],
    from: 2027,
    needs: ['Episodes'],
    check: whereOverlapped((place) => !expected.has(place ?? '')),
  }),
  fromRow('DoLo', {
    code: '710',
    says: 'A child deprived of liberty under an order cannot be in a secure home, with parents, in youth custody or in supported accommodation.',
    fields: ['DOLO_START', 'PLACE'],
    from: 2027,
    needs: ['Episodes'],
    check: whereOverlapped((place) => impossible.has(place ?? '')),
  }),
]
