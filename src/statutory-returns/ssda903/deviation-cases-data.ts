// Cases of our own for the rules that deviate together with another, which has its case in deviations-data.ts.
import type { DeviationCase, WrittenTable } from './deviations-data.ts'

const table = (columns: string, ...rows: (string | null)[][]): WrittenTable => ({ columns: columns.split(' '), rows })

/** A stands twice in UASC and B once or not at all: nothing of A may move to B. */
const header = table('CHILD DOB', ['A', '01/01/2010'], ['B', '01/01/2010'])
const twice = table('CHILD DOB DUC', ['A', '01/01/2010', null], ['A', '01/01/2010', null])
const twiceEnded = table('CHILD DOB DUC', ['A', '01/01/2010', '01/05/2026'], ['A', '01/01/2010', '01/05/2026'])
const bLastYear = { Header_last: table('CHILD DOB', ['B', '01/01/2010']) }

/** An open placement of a child born on a day, or for as long as it has lasted. */
const open = (place: string, born: string): DeviationCase => ({
  tables: {
    Header: table('CHILD DOB', ['A', born]),
    Episodes: table('CHILD DECOM DEC PLACE', ['A', '01/05/2026', null, place]),
  },
  expect: { Episodes: [0] },
})

const distance = {
  tables: {
    Episodes: table('CHILD DECOM RNE PL_DISTANCE', ['A', '01/05/2025', 'S', null]),
    Episodes_last: table('CHILD DECOM RNE PL_DISTANCE', ['A', '01/05/2025', 'S', '3.2']),
  },
  expect: { Episodes: [0] },
}

/** On one day: the one that was reversed stands second in the file, and comes first. */
const decisions = table(
  'CHILD DATE_PLACED DATE_PLACED_CEASED',
  ['A', '01/05/2026', null],
  ['A', '01/05/2026', '01/05/2026'],
)

export const deviationCases: Readonly<Record<string, DeviationCase>> = {
  '164': {
    tables: {
      Header: header,
      UASC: twice,
      Episodes: table('CHILD PL_DISTANCE', ['A', '1000'], ['B', '1000']),
    },
    expect: { Episodes: [1] },
  },
  '205A': {
    tables: { Header: header, UASC: twice, ...bLastYear, UASC_last: table('CHILD DOB DUC', ['B', '01/01/2010', null]) },
    expect: { Header: [1] },
  },
  '205B': {
    tables: {
      Header: header,
      UASC: table(
        'CHILD DOB DUC',
        ['A', '01/01/2010', null],
        ['A', '01/01/2010', null],
        ['B', '01/01/2010', '01/05/2026'],
      ),
      ...bLastYear,
      UASC_last: table('CHILD DOB DUC', ['B', '01/01/2010', null]),
    },
    expect: { UASC: [2], Header: [1] },
  },
  '205C': {
    tables: { Header: header, UASC: twiceEnded, Header_last: header, UASC_last: table('CHILD DOB DUC') },
    expect: {},
  },
  '205D': {
    tables: { Header: header, UASC: twice, Header_last: header, UASC_last: table('CHILD DOB DUC') },
    expect: { Header: [0] },
  },
  '303': { tables: { Header: header, UASC: twiceEnded }, expect: {} },
  '392a': {
    tables: {
      Header: header,
      UASC: twice,
      Episodes: table('CHILD LS PL_DISTANCE', ['A', 'C2', null], ['B', 'C2', null]),
    },
    expect: { Episodes: [1] },
  },
  '392b': {
    tables: {
      Header: header,
      UASC: twice,
      Episodes: table('CHILD LS HOME_POST PL_POST', ['A', 'C2', null, null], ['B', 'C2', null, null]),
    },
    expect: { Episodes: [1] },
  },
  '406': {
    tables: { Header: header, UASC: twice, Episodes: table('CHILD PL_DISTANCE', ['A', '3.2'], ['B', '3.2']) },
    expect: { Episodes: [0] },
  },
  '372': open('R5', '01/01/2020'),
  '373': open('S1', '01/01/2024'),
  '374': open('P3', '01/01/2020'),
  '375': open('T1', '01/01/2014'),
  '376': open('T3', '01/01/2014'),
  '379': open('T4', '01/01/2014'),
  '503G': distance,
  '552': {
    tables: { PlacedAdoption: decisions, Episodes: table('CHILD DECOM PLACE', ['A', '01/04/2026', 'A3']) },
    expect: { PlacedAdoption: [0], Episodes: [0] },
  },
  '579': { tables: { PlacedAdoption: decisions }, expect: {} },
}
