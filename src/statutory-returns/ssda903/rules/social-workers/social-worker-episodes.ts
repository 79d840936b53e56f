// Table SWEpisodes: who was the child's social worker and when, and whether that covers the child's time in care.
import { birthday, isDay, looseDay, strictDay } from '#return-files'
import { eachChild, eachRow, type Rule } from '../../rule.ts'
import { isOpen, isRespite, latestOf } from '../episodes/reading.ts'

const reasonsAsked = strictDay('01/04/2023')

export const socialWorkerRules: readonly Rule[] = [
  eachRow('SWEpisodes', {
    code: 'SW01aSTG1',
    says: 'An allocation from before April 2023 needs its start and the social worker’s number.',
    fields: ['SW_DECOM', 'SW_ID'],
    from: 2025,
    until: 2025,
    fails: ({ SWEpisodes: sw }, row) =>
      !isDay(sw.SW_DECOM.at(row)) || (sw.SW_DECOM.at(row) < reasonsAsked && sw.SW_ID.at(row) === null),
  }),
  eachRow('SWEpisodes', {
    code: 'SW01bSTG1',
    says: 'An allocation from April 2023 on needs its start, the social worker’s number and the reason.',
    fields: ['SW_DECOM', 'SW_ID', 'SW_REASON'],
    from: 2025,
    until: 2025,
    fails: ({ SWEpisodes: sw }, row) =>
      !isDay(sw.SW_DECOM.at(row)) ||
      (sw.SW_DECOM.at(row) >= reasonsAsked && (sw.SW_ID.at(row) === null || sw.SW_REASON.at(row) === null)),
  }),
  eachRow('SWEpisodes', {
    code: 'SW02STG1',
    says: 'The social worker’s number has to begin with SW or XX, with at least two characters after it.',
    fields: ['SW_ID'],
    fails: ({ SWEpisodes: sw, year }, row) => {
      const number = sw.SW_ID.at(row) ?? ''
      return !(number.startsWith('SW') || number.startsWith('XX')) || (year >= 2026 && number.length < 4)
    },
  }),
  eachRow('SWEpisodes', {
    code: 'SW06STG2',
    says: 'The allocation starts after the end of the year.',
    fields: ['SW_DECOM'],
    fails: ({ SWEpisodes: sw, end }, row) => sw.SW_DECOM.at(row) > end,
  }),
  eachRow('SWEpisodes', {
    code: 'SW07STG2',
    says: 'The allocation ended before the year before this one began, or after the end of this year.',
    fields: ['SW_DEC'],
    // Reference says: a year is 365.2425 days. We say: the same day a year earlier.
    fails: ({ SWEpisodes: sw, start, end }, row) => sw.SW_DEC.at(row) < birthday(start, -1) || sw.SW_DEC.at(row) > end,
  }),
  eachChild({
    code: 'SW08STG2',
    says: 'A later social worker was allocated, but this allocation has no real end date.',
    fields: ['SW_DEC'],
    needs: ['SWEpisodes'],
    check: ({ SWEpisodes: sw }, child, flag) => {
      const latest = latestOf(sw.inOrder(child), sw.SW_DECOM)
      for (const row of sw.of(child)) if (!latest.includes(row) && !isDay(sw.SW_DEC.at(row))) flag('SWEpisodes', row)
    },
  }),
  eachRow('SWEpisodes', {
    code: 'SW09STG2',
    says: 'The allocation starts and ends on one day.',
    fields: ['SW_DECOM', 'SW_DEC'],
    fails: ({ SWEpisodes: sw }, row) => sw.SW_DEC.at(row) === sw.SW_DECOM.at(row),
  }),
  eachRow('SWEpisodes', {
    code: 'SW10STG2',
    says: 'The allocation starts more than seven days before or after the one before it ended.',
    fields: ['SW_DECOM'],
    fails: ({ SWEpisodes: sw }, row) =>
      sw.before(row) >= 0 &&
      sw.SW_REASON.at(row) !== 'FCONTA' &&
      !(Math.abs(sw.SW_DECOM.at(row) - sw.SW_DEC.at(sw.before(row))) <= 7),
  }),
  eachChild({
    code: 'SW11bSTG2',
    says: 'The allocation ended in the last five days of the year; make sure that the one after it is there and complete.',
    fields: ['SW_DEC'],
    needs: ['SWEpisodes'],
    check: ({ SWEpisodes: sw, end }, child, flag) => {
      const inLastDays = (row: number) => sw.SW_DEC.at(row) >= end - 5 && sw.SW_DEC.at(row) < end
      const rows = sw.inOrder(child)
      for (const row of rows) {
        const before = sw.before(row)
        if (before < 0 && rows.length > 1) continue
        // A row without a start is no allocation: it is what should follow the one before it.
        const noneFollows = !isDay(sw.SW_DECOM.at(row)) && inLastDays(before)
        if (noneFollows || (inLastDays(row) && !(sw.SW_DEC.at(row) < sw.SW_DEC.at(before)))) flag('SWEpisodes', row)
      }
    },
  }),
  eachChild({
    code: 'SW12STG2',
    says: 'The child is looked after at the end of the year, but no social worker is reported from the start of that care or year.',
    fields: ['SW_DECOM'],
    needs: ['SWEpisodes', 'Episodes'],
    // Reference says: nearly every open episode that did not start with S. We say: a child in care on 31 March
    // whose first allocation begins more than a week after both the year and the child's first episode did.
    check: ({ SWEpisodes: sw, Episodes, start, end }, child, flag) => {
      const rows = Episodes.inOrder(child).filter((row) => !isRespite(Episodes, row))
      const current = rows.findLast(
        (row) => Episodes.DECOM.at(row) <= end && (isOpen(Episodes, row) || Episodes.DEC.at(row) > end),
      )
      const first = rows.find((row) => !(Episodes.DEC.at(row) < start))
      if (current === undefined || first === undefined) return
      const needed = Math.max(start, Episodes.DECOM.at(first))
      // Seven days, as between one allocation and the next.
      if (!sw.of(child).some((row) => sw.SW_DECOM.at(row) <= needed + 7)) flag('Episodes', current)
    },
  }),
  eachRow('SWEpisodes', {
    code: 'SW13STG1',
    says: 'The reason for the change of social worker is not valid, or is missing although it is asked since April 2023.',
    fields: ['SW_REASON'],
    fails: ({ SWEpisodes: sw, codes }, row) => {
      const reason = sw.SW_REASON.at(row)
      return reason === null ? sw.SW_DECOM.at(row) >= reasonsAsked : !codes.SW_REASON.has(reason)
    },
  }),
  eachChild({
    code: 'SW17STG2',
    says: 'No social worker is allocated to the child on the last day of the year.',
    fields: ['SW_DEC', 'SW_DECOM'],
    from: 2026,
    needs: ['SWEpisodes'],
    check: ({ SWEpisodes: sw }, child, flag) => {
      let latest: number | undefined
      for (const row of sw.inOrder(child)) {
        const began = looseDay(sw.written.SW_DECOM.at(row))
        if (isDay(began) && (latest === undefined || began >= looseDay(sw.written.SW_DECOM.at(latest)))) latest = row
      }
      if (latest !== undefined && sw.written.SW_DEC.at(latest) !== null) flag('SWEpisodes', latest)
    },
  }),
]
