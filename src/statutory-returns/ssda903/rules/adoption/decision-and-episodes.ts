// Table PlacedAdoption against the child's episodes: decided before placed, and reversed when it came to nothing.
import { isDay } from '#return-files'
import { eachChild, eachRow, fromRow, type Rule } from '../../rule.ts'

export const decisionAndEpisodeRules: readonly Rule[] = [
  fromRow('PlacedAdoption', {
    code: '117',
    says: 'A decision on placing for adoption is dated after the end of the year, or after the child left care.',
    fields: ['DATE_PLACED_CEASED', 'DATE_PLACED', 'DEC', 'REC', 'DECOM'],
    needs: ['Episodes'],
    check: ({ PlacedAdoption: decision, Episodes, end }, row, flag) => {
      const latest = Episodes.inOrder(decision.childOf(row)).findLast(
        (episode) => isDay(Episodes.DECOM.at(episode)) && Episodes.REC.at(episode) !== 'X1',
      )
      if (latest === undefined) return
      const ended = Episodes.DEC.at(latest)
      const [made, reversed] = [decision.DATE_PLACED.at(row), decision.DATE_PLACED_CEASED.at(row)]
      if (!(made > end || reversed > end || made > ended || reversed > ended)) return
      flag('PlacedAdoption', row)
      flag('Episodes', latest)
    },
  }),
  fromRow('PlacedAdoption', {
    code: '118',
    says: 'The decision was reversed before this year began, or before the child came into care.',
    fields: ['DATE_PLACED_CEASED', 'DECOM', 'LS'],
    needs: ['Episodes'],
    check: ({ PlacedAdoption: decision, Episodes, codes, start }, row, flag) => {
      const first = Episodes.inOrder(decision.childOf(row)).find(
        (episode) => !codes.respite.has(Episodes.LS.at(episode)),
      )
      const reversed = decision.DATE_PLACED_CEASED.at(row)
      if (first === undefined || !(reversed < start || reversed < Episodes.DECOM.at(first))) return
      flag('PlacedAdoption', row)
      flag('Episodes', first)
    },
  }),
  eachRow('Episodes', {
    code: '551',
    says: 'The child is placed for adoption, but a decision to place them, with its date, is missing.',
    fields: ['DATE_PLACED', 'PLACE'],
    needs: ['PlacedAdoption'],
    among: ({ Episodes, codes }) => Episodes.PLACE.holding(codes.placedForAdoption.codes),
    fails: ({ PlacedAdoption: decision, Episodes, codes }, row) => {
      if (!codes.placedForAdoption.has(Episodes.PLACE.at(row))) return false
      const decisions = decision.of(Episodes.childOf(row))
      return decisions.length === 0 || decisions.some((other) => decision.written.DATE_PLACED.at(other) === null)
    },
  }),
  eachChild({
    code: '552',
    says: 'The child was placed for adoption before the decision to do so.',
    fields: ['DATE_PLACED', 'DECOM'],
    needs: ['Episodes', 'PlacedAdoption'],
    // Reference says: of two decisions of one day, the order of rows. We say: the one that was reversed first comes first.
    among: ({ PlacedAdoption }) => PlacedAdoption.everyChild(),
    check: ({ PlacedAdoption: decision, Episodes, codes }, child, flag) => {
      const placed = Episodes.inOrder(child).find((episode) => codes.placedForAdoption.has(Episodes.PLACE.at(episode)))
      const decided = decision.inOrder(child).findLast((row) => isDay(decision.DATE_PLACED.at(row)))
      if (placed === undefined || decided === undefined) return
      if (!(decision.DATE_PLACED.at(decided) > Episodes.DECOM.at(placed))) return
      flag('PlacedAdoption', decided)
      flag('Episodes', placed)
    },
  }),
  fromRow('Episodes', {
    code: '553',
    says: 'A placement order was made; the decision to place for adoption has to be recorded, and to stand.',
    fields: ['CHILD', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
    needs: ['PlacedAdoption'],
    among: ({ Episodes }) => Episodes.LS.holding(['E1']),
    check: ({ PlacedAdoption: decision, Episodes }, row, flag) => {
      if (Episodes.LS.at(row) !== 'E1') return
      const decisions = decision.of(Episodes.childOf(row))
      if (decisions.length === 0) flag('Episodes', row)
      if (Episodes.written.DEC.at(row) !== null) return
      for (const other of decisions) {
        const reversed = decision.written.DATE_PLACED_CEASED.at(other) ?? decision.REASON_PLACED_CEASED.at(other)
        if (reversed !== null) flag('PlacedAdoption', other)
      }
    },
  }),
  eachChild({
    code: '554',
    says: 'The placement order was made before the decision to place the child for adoption.',
    fields: ['DATE_PLACED', 'DECOM', 'LS'],
    needs: ['Episodes', 'PlacedAdoption'],
    among: ({ PlacedAdoption }) => PlacedAdoption.everyChild(),
    check: ({ PlacedAdoption: decision, Episodes }, child, flag) => {
      const order = Episodes.inOrder(child).find((episode) => Episodes.LS.at(episode) === 'E1')
      if (order === undefined) return
      for (const row of decision.of(child)) {
        if (!(decision.DATE_PLACED.at(row) > Episodes.DECOM.at(order))) continue
        flag('PlacedAdoption', row)
        flag('Episodes', order)
      }
    },
  }),
  fromRow('Episodes', {
    code: '557',
    says: 'The child left care without being adopted, so the date and reason for reversing the adoption decision are needed.',
    fields: ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED', 'PLACE', 'LS', 'REC'],
    needs: ['PlacedAdoption'],
    check: ({ PlacedAdoption: decision, Episodes, codes }, row, flag) => {
      const ended = Episodes.REC.at(row)
      if (!codes.placedForAdoption.has(Episodes.PLACE.at(row)) && Episodes.LS.at(row) !== 'E1') return
      if (ended === null || ended === 'X1' || codes.adopted.has(ended)) return
      const decisions = decision.of(Episodes.childOf(row))
      const open = decisions.filter(
        (other) =>
          decision.written.DATE_PLACED_CEASED.at(other) === null || decision.REASON_PLACED_CEASED.at(other) === null,
      )
      if (decisions.length === 0 || open.length > 0) flag('Episodes', row)
      for (const other of open) flag('PlacedAdoption', other)
    },
  }),
  fromRow('Episodes', {
    code: '558',
    says: 'The child was adopted, so the decision to place them cannot have been reversed.',
    fields: ['DATE_PLACED_CEASED', 'REC'],
    needs: ['PlacedAdoption'],
    among: ({ Episodes, codes }) => Episodes.REC.holding(codes.adopted.codes),
    // Reference says: only when there are several decisions and all were reversed. We say: when the latest one was.
    check: ({ PlacedAdoption: decision, Episodes, codes }, row, flag) => {
      if (!codes.adopted.has(Episodes.REC.at(row))) return
      const latest = decision.inOrder(Episodes.childOf(row)).at(-1)
      if (latest !== undefined && decision.written.DATE_PLACED_CEASED.at(latest) !== null) flag('Episodes', row)
    },
  }),
  eachChild({
    code: '1003',
    says: 'The decision to place the child for adoption was made before the child came into care.',
    fields: ['DATE_PLACED', 'DECOM', 'RNE'],
    needs: ['Episodes', 'PlacedAdoption'],
    among: ({ PlacedAdoption }) => PlacedAdoption.everyChild(),
    check: ({ PlacedAdoption: decision, Episodes }, child, flag) => {
      const started = Episodes.inOrder(child).find((episode) => Episodes.RNE.at(episode) === 'S')
      if (started === undefined) return
      for (const row of decision.of(child)) {
        if (!(decision.DATE_PLACED.at(row) < Episodes.DECOM.at(started))) continue
        flag('PlacedAdoption', row)
        flag('Episodes', started)
      }
    },
  }),
]
