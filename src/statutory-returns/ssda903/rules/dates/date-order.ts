// Two dates of one row, or a date and the collection year: which may not come before or after which.
import { birthday, strictDay } from '#return-files'
import { eachRow, type Rule } from '../../rule.ts'

const childrenActInForce = strictDay('14/10/1991')

export const dateOrderRules: readonly Rule[] = [
  eachRow('UASC', {
    code: '104',
    says: 'The date on which the child ceased to be an unaccompanied asylum seeker is not a real date, or lies before this year.',
    fields: ['DUC'],
    fails: ({ UASC, start }, row) => UASC.written.DUC.at(row) !== null && !(UASC.DUC.at(row) >= start),
  }),
  eachRow('Header', {
    code: '301',
    says: 'The child was born after the end of the year.',
    fields: ['DOB'],
    fails: ({ Header, end }, row) => Header.DOB.at(row) > end,
  }),
  eachRow('UASC', {
    code: '304',
    says: 'A young person stops being an unaccompanied asylum-seeking child at 18 at the latest; the date given is later.',
    fields: ['DUC'],
    fails: ({ UASC }, row) => UASC.DUC.at(row) > birthday(UASC.DOB.at(row), 18),
  }),
  eachRow('Header', {
    code: '351',
    says: 'The young person was already over 25 when the year began.',
    fields: ['DOB'],
    fails: ({ Header, start }, row) => birthday(Header.DOB.at(row), 25) < start,
  }),
  eachRow('Episodes', {
    code: '353',
    says: 'The episode starts before 14 October 1991, when the Children Act came into force.',
    fields: ['DECOM'],
    fails: ({ Episodes }, row) => Episodes.DECOM.at(row) < childrenActInForce,
  }),
  eachRow('Episodes', {
    code: '354',
    says: 'The episode starts after the end of the year.',
    fields: ['DECOM'],
    fails: ({ Episodes, end }, row) => Episodes.DECOM.at(row) > end,
  }),
  eachRow('Episodes', {
    code: '355',
    says: 'The episode starts and ends on the same day.',
    fields: ['DECOM', 'DEC'],
    // As text: the return compares what is written, and two ways of writing one day are not the same to it.
    fails: ({ Episodes }, row) =>
      Episodes.written.DECOM.at(row) !== null && Episodes.written.DECOM.at(row) === Episodes.written.DEC.at(row),
  }),
  eachRow('Episodes', {
    code: '356',
    says: 'The episode ends before it starts.',
    fields: ['DECOM'],
    fails: ({ Episodes }, row) => Episodes.DEC.at(row) < Episodes.DECOM.at(row),
  }),
  eachRow('Episodes', {
    code: '385',
    says: 'The episode ends after the end of the year.',
    fields: ['DEC'],
    fails: ({ Episodes, end }, row) => Episodes.DEC.at(row) > end,
  }),
  eachRow('Missing', {
    code: '567',
    says: 'The missing period ends before it starts.',
    fields: ['MIS_START', 'MIS_END'],
    fails: ({ Missing }, row) => Missing.MIS_START.at(row) > Missing.MIS_END.at(row),
  }),
  eachRow('Missing', {
    code: '570',
    says: 'The missing period starts after the end of the year.',
    fields: ['MIS_START'],
    fails: ({ Missing, end }, row) => Missing.MIS_START.at(row) > end,
  }),
  eachRow('Missing', {
    code: '571',
    says: 'The missing period ends before this year began, or after it ended.',
    fields: ['MIS_END'],
    fails: ({ Missing, start, end }, row) => Missing.MIS_END.at(row) < start || Missing.MIS_END.at(row) > end,
  }),
  eachRow('Missing', {
    code: '586',
    says: 'The missing period starts on or before the day the child was born.',
    fields: ['MIS_START'],
    fails: ({ Missing }, row) => Missing.MIS_START.at(row) <= Missing.DOB.at(row),
  }),
  eachRow('Header', {
    code: '621',
    says: "The mother's first child was born on or before the day she was born herself.",
    fields: ['DOB', 'MC_DOB'],
    fails: ({ Header }, row) => Header.MC_DOB.at(row) <= Header.DOB.at(row),
  }),
]

export const doloDateRules: readonly Rule[] = [
  eachRow('DoLo', {
    code: '702',
    says: 'The deprivation of liberty order ends on or before the day it starts.',
    fields: ['DOLO_START', 'DOLO_END'],
    from: 2027,
    fails: ({ DoLo }, row) => DoLo.DOLO_END.at(row) <= DoLo.DOLO_START.at(row),
  }),
  eachRow('DoLo', {
    code: '703',
    says: 'The deprivation of liberty order starts after the end of the year.',
    fields: ['DOLO_START'],
    from: 2027,
    fails: ({ DoLo, end }, row) => DoLo.DOLO_START.at(row) > end,
  }),
  eachRow('DoLo', {
    code: '704',
    says: 'The deprivation of liberty order ends before this year began, or after it ended.',
    fields: ['DOLO_END'],
    from: 2027,
    fails: ({ DoLo, start, end }, row) => DoLo.DOLO_END.at(row) < start || DoLo.DOLO_END.at(row) > end,
  }),
  eachRow('DoLo', {
    code: '708',
    says: 'The deprivation of liberty order starts on or before the day the child was born.',
    fields: ['DOLO_START'],
    from: 2027,
    fails: ({ DoLo }, row) => DoLo.DOLO_START.at(row) <= DoLo.DOB.at(row),
  }),
]
