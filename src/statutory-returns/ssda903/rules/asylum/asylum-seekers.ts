// Unaccompanied asylum-seeking children: the status, when it ended, and what last year's return said.
import { birthday } from '#return-files'
import type { Given } from '../../given.ts'
import { eachChild, eachRow, type Flag, fromRow, type Rule } from '../../rule.ts'
import { everUnaccompanied } from './ever-unaccompanied.ts'

// For 205A to 205D, 231 and 303. Reference says: where a child stands twice in UASC, the status of every child after them
// moves to the next row of Header. We say: each child has their own status.
export const asylumRules: readonly Rule[] = [
  eachRow('Header', {
    code: '231',
    says: 'The child is an unaccompanied asylum seeker of under 11, which is rare; check the date of birth.',
    fields: ['DOB', 'UASC'],
    from: 2025,
    among: ({ Header }) => Header.UASC.holding(['1']),
    fails: ({ Header, end }, row) => Header.UASC.at(row) === '1' && birthday(Header.DOB.at(row), 11) > end,
  }),
  eachRow('Header', {
    code: '232',
    says: 'The sex of the child is given as unknown.',
    fields: ['SEX'],
    from: 2025,
    among: ({ Header }) => Header.SEX.holding(['U']),
    fails: ({ Header }, row) => Header.SEX.at(row) === 'U',
  }),
  fromRow('UASC', {
    code: '303',
    says: 'A date is given on which the child ceased to be an unaccompanied asylum seeker, but the child is not said to be one.',
    fields: ['DUC', 'UASC'],
    needs: ['Header'],
    check: ({ UASC, Header }, row, flag) => {
      if (UASC.written.DUC.at(row) === null) return
      for (const other of Header.of(UASC.childOf(row))) {
        if (Header.UASC.at(other) === '1') continue
        flag('UASC', row)
        flag('Header', other)
      }
    },
  }),
]

/** Whether the child is said to be an unaccompanied asylum seeker this year, and whether last year. */
function standing(given: Given, child: number): { now: boolean; before: boolean } {
  const { Header, UASC, last, format } = given
  const saidNow = Header.of(child).some((row) => Header.UASC.at(row) === '1')
  const saidBefore = last.Header.of(child).some((row) => last.Header.UASC.at(row) === '1')
  // Without any Header, a date on which the status ended is all that says there was one.
  const datedNow = !Header.present && UASC.of(child).some((row) => UASC.written.DUC.at(row) !== null)
  const datedBefore = last.UASC.of(child).some((row) => last.UASC.written.DUC.at(row) !== null)
  return { now: saidNow || datedNow, before: saidBefore || (format === 'csv' && datedBefore) }
}

const flagChild = ({ Header, UASC }: Given, child: number, flag: Flag): void => {
  for (const row of UASC.of(child)) flag('UASC', row)
  for (const row of Header.of(child)) flag('Header', row)
}

/** This year's date lies outside the year and is not last year's, or last year's is not the 18th birthday. */
function endedOtherwise({ UASC, last, start, end }: Given, child: number, row: number): boolean {
  const ended = UASC.DUC.at(row)
  return last.UASC.of(child).some((other) => {
    const before = last.UASC.DUC.at(other)
    const moved = !(ended >= start && ended <= end) && ended !== before
    return moved || before !== birthday(last.UASC.DOB.at(other), 18)
  })
}

const fields = ['DUC', 'UASC', 'CHILD']
const needs = ['UASC', 'last UASC'] as const

export const asylumAndLastYearRules: readonly Rule[] = [
  eachChild({
    code: '205A',
    says: 'The child was an unaccompanied asylum seeker last year and is not now, but the dates on which this ended do not bear that out.',
    fields,
    needs,
    among: everUnaccompanied,
    check: (given, child, flag) => {
      const { UASC, last, start } = given
      const { now, before } = standing(given, child)
      if (now || !before) return
      const dated = UASC.of(child).some((row) => UASC.written.DUC.at(row) !== null)
      const notLastYear = last.UASC.of(child).some((row) => {
        const ended = last.UASC.DUC.at(row)
        return !(ended >= birthday(start, -1) && ended < start)
      })
      if (dated || notLastYear) flagChild(given, child, flag)
    },
  }),
  eachChild({
    code: '205B',
    says: 'The child is an unaccompanied asylum seeker this year as last, but the dates on which this ended do not bear that out.',
    fields,
    needs,
    among: everUnaccompanied,
    check: (given, child, flag) => {
      const { now, before } = standing(given, child)
      if (!now || !before) return
      if (given.UASC.of(child).some((row) => endedOtherwise(given, child, row))) flagChild(given, child, flag)
    },
  }),
  eachChild({
    code: '205C',
    says: 'The child is no unaccompanied asylum seeker, this year or last, but a date is given on which this ended.',
    fields,
    needs,
    among: everUnaccompanied,
    check: (given, child, flag) => {
      const { now, before } = standing(given, child)
      if (now || before) return
      const { UASC, last } = given
      const dated =
        UASC.of(child).some((row) => UASC.written.DUC.at(row) !== null) ||
        last.UASC.of(child).some((row) => last.UASC.written.DUC.at(row) !== null)
      if (dated) flagChild(given, child, flag)
    },
  }),
  eachChild({
    code: '205D',
    says: 'The child is an unaccompanied asylum seeker this year, and was not last year.',
    fields: ['UASC', 'CHILD'],
    among: everUnaccompanied,
    check: (given, child, flag) => {
      const { Header, UASC, last } = given
      const { now, before } = standing(given, child)
      if (!now || before) return
      if (last.Header.of(child).length > 0) for (const row of Header.of(child)) flag('Header', row)
      if (!Header.present && last.UASC.of(child).length > 0) for (const row of UASC.of(child)) flag('UASC', row)
    },
  }),
]
