// The reason for a new episode against what actually changed: legal status, placement, or both.
import type { EpisodeRows, Texts } from '#return-files'

import { eachRow, type Rule } from '../../rule.ts'

const placementFields = ['PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'] as const

const changed = (column: Texts, before: number, row: number) => column.at(before) !== column.at(row)

/** Two blanks are not known to be the same. */
const same = (column: Texts, before: number, row: number) => column.at(row) !== null && !changed(column, before, row)

const placementChanges = (episodes: EpisodeRows, before: number, row: number): readonly boolean[] =>
  placementFields.map((field) => changed(episodes[field], before, row))

export const whatChangedRules: readonly Rule[] = [
  eachRow('Episodes', {
    code: '434',
    says: 'Only the legal status is said to have changed, but it did not, or the placement did.',
    fields: ['RNE', 'LS', ...placementFields],
    among: ({ Episodes }) => Episodes.RNE.holding(['L']),
    fails: ({ Episodes }, row) => {
      const before = Episodes.before(row)
      if (before < 0 || Episodes.RNE.at(row) !== 'L') return false
      return !changed(Episodes.LS, before, row) || placementChanges(Episodes, before, row).includes(true)
    },
  }),
  eachRow('Episodes', {
    code: '435',
    says: 'Only the placement is said to have changed, but it did not, or the legal status did.',
    fields: ['LS', ...placementFields],
    among: ({ Episodes }) => Episodes.RNE.holding(['P', 'T']),
    fails: ({ Episodes }, row) => {
      const before = Episodes.before(row)
      if (before < 0 || (Episodes.RNE.at(row) !== 'P' && Episodes.RNE.at(row) !== 'T')) return false
      return changed(Episodes.LS, before, row) || placementFields.every((name) => same(Episodes[name], before, row))
    },
  }),
  eachRow('Episodes', {
    code: '436',
    says: 'Both legal status and placement are said to have changed, but one of them did not.',
    fields: ['RNE', 'LS', ...placementFields],
    among: ({ Episodes }) => Episodes.RNE.holding(['B', 'U']),
    fails: ({ Episodes }, row) => {
      const before = Episodes.before(row)
      if (before < 0 || (Episodes.RNE.at(row) !== 'B' && Episodes.RNE.at(row) !== 'U')) return false
      return !changed(Episodes.LS, before, row) || !placementChanges(Episodes, before, row).includes(true)
    },
  }),
]
