// How long a legal status or a temporary placement may last.
import type { Day } from '#return-files'

import type { Given } from '../../given.ts'
import { eachChild, eachRow, type Rule } from '../../rule.ts'
import { isOpen } from './reading.ts'

/** The day on which the episode ended, or the last day of the year where it is open. */
const endOf = ({ Episodes, end }: Given, row: number): Day => (isOpen(Episodes, row) ? end : Episodes.DEC.at(row))

type StatusLimit = { code: string; status: string; days: number; says: string }

const statusLimits: readonly StatusLimit[] = [
  { code: '361', status: 'L1', days: 3, says: 'Police protection cannot last longer than 72 hours.' },
  { code: '362', status: 'L2', days: 21, says: 'An emergency protection order cannot last longer than 21 days.' },
  { code: '363', status: 'L3', days: 7, says: 'A child assessment order cannot last longer than 7 days.' },
  {
    code: '364',
    status: 'J2',
    days: 21,
    says: 'A child cannot be held under PACE in council accommodation for more than 21 days.',
  },
]

/** Unbroken runs of episodes with one legal status: each starts on the day the one before it ended. */
function runsOf({ Episodes }: Given, child: number, status: string): number[][] {
  const runs: number[][] = []
  let run: number[] = []
  for (const row of Episodes.inOrder(child)) {
    if (Episodes.LS.at(row) === status) {
      const goesOn = Episodes.DEC.at(run.at(-1) ?? -1) === Episodes.DECOM.at(row)
      if (!goesOn) {
        run = []
        runs.push(run)
      }
      run.push(row)
    } else run = []
  }
  return runs
}

type PlacementLimit = { code: string; place: string; days: number; says: string }

// Reference says: only placements that have ended are looked at. We say: an open one has lasted to the end of the year.
const placementLimits: readonly PlacementLimit[] = [
  { code: '375', place: 'T1', days: 42, says: 'A temporary stay in hospital cannot last longer than six weeks.' },
  {
    code: '376',
    place: 'T3',
    days: 21,
    says: "A temporary placement for the carer's holiday cannot last longer than three weeks.",
  },
  {
    code: '379',
    place: 'T4',
    days: 7,
    says: 'A temporary placement for an unnamed reason cannot last longer than seven days.',
  },
]

export const durationRules: readonly Rule[] = [
  ...statusLimits.map(({ code, status, days, says }) =>
    eachChild({
      code,
      says,
      fields: ['LS', 'DECOM', 'DEC'],
      needs: ['Episodes'],
      among: ({ Episodes }) => Episodes.childrenOf(Episodes.LS.holding([status])),
      check: (given, child, flag) => {
        for (const run of runsOf(given, child, status)) {
          const began = given.Episodes.DECOM.at(run[0] ?? -1)
          const ended = endOf(given, run.at(-1) ?? -1)
          if (ended - began > days) for (const row of run) flag('Episodes', row)
        }
      },
    }),
  ),
  ...placementLimits.map(({ code, place, days, says }) =>
    eachRow('Episodes', {
      code,
      says,
      fields: ['DECOM', 'PLACE'],
      needs: ['Header'],
      among: ({ Episodes }) => Episodes.PLACE.holding([place]),
      fails: (given, row) =>
        given.Episodes.PLACE.at(row) === place &&
        endOf(given, row) > given.Episodes.DECOM.at(row) + days &&
        given.Header.of(given.Episodes.childOf(row)).length > 0,
    }),
  ),
  eachRow('Episodes', {
    code: '365',
    says: 'One short break cannot last longer than 17 days.',
    fields: ['LS', 'DECOM', 'DEC'],
    among: ({ Episodes }) => Episodes.LS.holding(['V3']),
    fails: (given, row) => given.Episodes.LS.at(row) === 'V3' && endOf(given, row) > given.Episodes.DECOM.at(row) + 17,
  }),
  eachChild({
    code: '367',
    says: 'Short breaks cannot add up to more than 75 days in twelve months.',
    fields: ['LS', 'DECOM', 'DEC'],
    needs: ['Episodes'],
    among: ({ Episodes }) => Episodes.childrenOf(Episodes.LS.holding(['V3'])),
    check: (given, child, flag) => {
      const breaks = given.Episodes.of(child).filter((row) => given.Episodes.LS.at(row) === 'V3')
      const counted: number[] = []
      let days = 0
      for (const row of breaks) {
        const from = Math.max(given.Episodes.DECOM.at(row), given.start)
        const until = Math.min(endOf(given, row), given.end)
        if (!(until > from)) continue
        days += until - from
        counted.push(row)
      }
      if (days > 75) for (const row of counted) flag('Episodes', row)
    },
  }),
]
