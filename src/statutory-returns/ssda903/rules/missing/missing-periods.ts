// Table Missing: times when a child was missing or away, on their own and against the child's episodes.
import { birthday, isDay } from '#return-files'
import { eachChild, eachRow, fromRow, type Rule } from '../../rule.ts'
import { inCareOn, overlapping, periodsOfCare, spellFits } from './periods-of-care.ts'

export const missingPeriodRules: readonly Rule[] = [
  eachRow('Missing', {
    code: '564',
    says: 'Say when the child went missing or was first away.',
    fields: ['MISSING', 'MIS_START'],
    fails: ({ Missing, codes }, row) =>
      codes.MISSING.has(Missing.MISSING.at(row)) && Missing.written.MIS_START.at(row) === null,
  }),
  eachRow('Missing', {
    code: '565',
    says: 'A start is given, but not whether the child was missing or away.',
    fields: ['MISSING', 'MIS_START'],
    fails: ({ Missing }, row) => Missing.MISSING.at(row) === null && Missing.written.MIS_START.at(row) !== null,
  }),
  eachRow('Missing', {
    code: '566',
    says: 'An end is given, but not whether the child was missing or away.',
    fields: ['MISSING', 'MIS_END'],
    fails: ({ Missing }, row) => Missing.MISSING.at(row) === null && Missing.written.MIS_END.at(row) !== null,
  }),
  eachChild({
    code: '574',
    says: 'Two missing periods overlap, or one began while another was still open.',
    fields: ['MIS_START', 'MIS_END'],
    needs: ['Missing'],
    among: ({ Missing }) => Missing.everyChild(),
    check: ({ Missing }, child, flag) => {
      for (const row of overlapping(Missing.inOrder(child), Missing.MIS_START, Missing.MIS_END)) flag('Missing', row)
    },
  }),
  eachRow('Missing', {
    code: '575',
    says: 'The placement from which the child went missing has ended, so the missing period needs an end too.',
    fields: ['MIS_END'],
    needs: ['Episodes'],
    fails: ({ Missing, Episodes }, row) => {
      if (Missing.written.MIS_END.at(row) !== null) return false
      const went = Missing.MIS_START.at(row)
      return Episodes.of(Missing.childOf(row)).some(
        (episode) => Episodes.DECOM.at(episode) <= went && Episodes.DEC.at(episode) >= went,
      )
    },
  }),
  eachChild({
    code: '576',
    says: 'The child was still missing at the end of last year; this year has to begin with that period.',
    fields: ['CHILD'],
    needs: ['Missing', 'last Missing'],
    among: ({ Missing }) => Missing.everyChild(),
    check: ({ Missing, last }, child, flag) => {
      const first = Missing.inOrder(child)[0]
      if (first === undefined) return
      const open = last.Missing.inOrder(child).filter((row) => last.Missing.written.MIS_END.at(row) === null)
      if (open.some((row) => last.Missing.MIS_START.at(row) !== Missing.MIS_START.at(first))) flag('Missing', first)
    },
  }),
  eachChild({
    code: '577',
    says: 'The missing period goes on after the child left care, or lies outside it altogether.',
    fields: ['MIS_END'],
    needs: ['Missing', 'Episodes'],
    among: ({ Missing }) => Missing.everyChild(),
    check: ({ Missing, Episodes }, child, flag) => {
      const periods = periodsOfCare(Episodes, child)
      if (periods.length === 0) return
      for (const row of Missing.of(child)) {
        const [went, back] = [Missing.MIS_START.at(row), Missing.MIS_END.at(row)]
        if (isDay(went) && !spellFits(periods, went, isDay(back) ? back : null)) flag('Missing', row)
      }
    },
  }),
  eachChild({
    code: '578',
    says: 'The child went missing on a day on which they were not looked after.',
    fields: ['MIS_START'],
    needs: ['Missing', 'Episodes'],
    among: ({ Missing }) => Missing.everyChild(),
    check: ({ Missing, Episodes }, child, flag) => {
      const periods = periodsOfCare(Episodes, child)
      if (periods.length === 0) return
      for (const row of Missing.of(child)) {
        if (isDay(Missing.MIS_START.at(row)) && !inCareOn(periods, Missing.MIS_START.at(row))) flag('Missing', row)
      }
    },
  }),
  fromRow('Episodes', {
    code: '580',
    says: 'The young person was missing on turning 18; the reason the episode ended then has to be E8.',
    fields: ['REC'],
    needs: ['Missing'],
    among: ({ Missing, Episodes }) => [...Missing.everyChild()].flatMap((child) => Episodes.of(child)),
    check: ({ Missing, Episodes }, row, flag) => {
      if (Episodes.REC.at(row) === 'E8') return
      const missing = Missing.of(Episodes.childOf(row)).some(
        (spell) =>
          Missing.MIS_END.at(spell) === Episodes.DEC.at(row) &&
          Missing.MIS_END.at(spell) === birthday(Missing.DOB.at(spell), 18),
      )
      if (missing) flag('Episodes', row)
    },
  }),
  eachRow('Missing', {
    code: '581',
    says: 'No episode of the child covers the day on which they went missing.',
    fields: ['MIS_START'],
    needs: ['Episodes'],
    fails: ({ Missing, Episodes }, row) => {
      const went = Missing.MIS_START.at(row)
      const episodes = Episodes.of(Missing.childOf(row))
      if (episodes.length === 0) return false
      return !episodes.some((episode) => Episodes.DECOM.at(episode) <= went && !(Episodes.DEC.at(episode) < went))
    },
  }),
]
