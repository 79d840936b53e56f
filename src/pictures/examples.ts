// Aaliyah's journey and family, and harder ones, all invented: what the tests of this room draw.
import { day } from '#calendar'
import type { GenogramGiven, GenogramPerson, Parentage, ParentKind, Union } from './genogram.ts'
import type { JourneyBar, JourneyGiven } from './journey.ts'

export const TODAY = day('2026-11-24')
const bar = (words: string, since: string, until: string | null): JourneyBar => ({
  words,
  since: day(since),
  sinceKnown: true,
  until: until === null ? null : day(until),
})
export const JOURNEY: JourneyGiven = {
  id: 'journey',
  title: 'Aaliyah’s journey in care',
  span: { from: day('2023-01-01'), until: day('2027-01-31') },
  today: TODAY,
  born: day('2012-06-08'),
  events: [
    { on: day('2023-03-10'), words: 'Came into care', tone: 'worry' },
    { on: day('2024-03-14'), words: 'Care order made', tone: 'law' },
    { on: day('2024-06-19'), words: 'Missing overnight (found safe)', tone: 'worry' },
    { on: day('2025-07-12'), words: 'Won county art prize', tone: 'good' },
    { on: day('2025-12-11'), words: 'Moved to Sue and Mark', tone: 'move' },
    { on: day('2026-07-21'), words: 'Plan agreed', tone: 'move' },
  ],
  lanes: [
    {
      name: 'Home',
      always: true,
      bars: [
        { ...bar('Mum', '2023-01-01', '2023-03-10'), since: null },
        bar('Pat', '2023-03-10', '2023-04-28'),
        bar('Ruth and Ian · foster home, Stainby (17 miles away)', '2023-04-28', '2025-12-11'),
        bar('Sue and Mark · Harrow Green', '2025-12-11', null),
      ],
    },
    {
      name: 'Legal',
      always: true,
      bars: [
        bar('Section 20', '2023-03-10', '2023-08-02'),
        bar('Interim care order', '2023-08-02', '2024-03-14'),
        bar('Care order', '2024-03-14', null),
      ],
    },
    {
      name: 'School',
      always: true,
      bars: [
        { ...bar('St Anne’s Primary', '2022-09-05', '2023-07-21'), sinceKnown: false },
        bar('Stainby High', '2023-09-06', '2025-12-19'),
        bar('Harrow Green Academy', '2026-01-06', null),
      ],
    },
    {
      name: 'Social worker',
      always: true,
      bars: [
        bar('Tom Reid', '2023-03-10', '2023-12-01'),
        bar('Agency cover, then Ana Costa', '2023-12-01', '2025-02-10'),
        bar('Priya Nair', '2025-02-10', null),
      ],
    },
    {
      name: 'Family time',
      always: false,
      bars: [
        bar('Mum weekly, with support', '2023-04-10', '2024-06-01'),
        { ...bar('Mum paused (unwell)', '2024-06-01', '2025-01-08'), paused: true },
        bar('Mum monthly, at the family centre', '2025-01-08', null),
        bar('Jaden every 2 weeks', '2025-03-01', null),
      ],
    },
  ],
}

type Brief = readonly [id: string, name: string | undefined, relation: string, sex: GenogramPerson['sex'], age?: string]
const person = ([id, name, relation, sex, age]: Brief, more: Partial<GenogramPerson> = {}): GenogramPerson => ({
  ...{ id, name, relation, sex, age, died: undefined, self: false, row: 0 },
  ...more,
})
const couple = (one: string, other: string, more: Partial<Union> = {}): Union => ({
  ...{ one, other, state: 'goes on', formal: true },
  ...more,
})
const child = (parents: readonly string[], id: string, kind: ParentKind = 'birth'): readonly Parentage[] =>
  parents.map((parent) => ({ parent, child: id, kind }))

export const FAMILY: GenogramGiven = {
  id: 'family',
  title: 'Aaliyah’s family',
  people: [
    person(['pearl', 'Pearl', 'Nan (Mum’s mum)', 'female', '67']),
    person(['winston', 'Winston', 'Grandad', 'male'], { died: 'died 2019' }),
    person(['gap', undefined, 'Dad’s family', 'not known'], { row: 2 }),
    person(['cole', 'D Cole', 'Mum’s ex-partner', 'male', '44']),
    person(['natalie', 'Natalie Bennett', 'Mum', 'female', '38']),
    person(['joy', 'Joy', 'Aunt', 'female', '35']),
    person(['marcus', 'Marcus Hill', 'Dad', 'male', 'about 41']),
    person(['kai', 'Kai', 'Half-brother', 'male', '4']),
    person(['lina', 'Aaliyah (Lina)', '', 'female', '14'], { self: true }),
    person(['jaden', 'Jaden', 'Brother', 'male', '11']),
    person(['sue', 'Sue', 'Foster carer', 'female', '61'], { row: 1 }),
    person(['mark', 'Mark', 'Foster carer', 'male', '63'], { row: 1 }),
    person(['tess', 'Tess and Ali', 'Jaden’s carers', 'not known'], { row: 1 }),
  ],
  unions: [
    couple('pearl', 'winston'),
    couple('cole', 'natalie', { state: 'parted', formal: false }),
    couple('natalie', 'marcus', { state: 'parted' }),
    couple('sue', 'mark'),
  ],
  parents: [
    ...child(['pearl', 'winston'], 'natalie'),
    ...child(['pearl', 'winston'], 'joy'),
    ...child(['cole', 'natalie'], 'kai'),
    ...child(['natalie', 'marcus'], 'lina'),
    ...child(['natalie', 'marcus'], 'jaden'),
    ...child(['gap'], 'marcus'),
    ...child(['sue', 'mark'], 'lina', 'carer'),
  ],
  households: [{ name: 'Aaliyah lives here', people: ['sue', 'mark', 'lina'] }],
  bonds: [
    { one: 'lina', other: 'jaden', kind: 'close' },
    { one: 'cole', other: 'kai', kind: 'frightening' },
  ],
}
/** Three partners, an adopted half-sister, long names, somebody in another script, and nobody known on one side. */
export const HARDER: GenogramGiven = {
  id: 'harder',
  title: 'Noor’s family',
  people: [
    person(['noor', 'Noor-ul-Ain Fitzgerald-Montgomery Hussain', '', 'female', '10'], { self: true }),
    person(['mum', 'Saima Hussain', 'Mum', 'female', '33']),
    person(['dad', undefined, 'Dad', 'male']),
    person(['tom', 'Tom Fitzgerald-Montgomery', 'Partner of Mum', 'male', '35']),
    person(['lee', 'Lee', 'Mum’s ex-partner', 'male', 'about 40']),
    person(['ada', 'Ada', 'Half-sister', 'female', '6']),
    person(['ben', 'Ben', 'Half-brother', 'male', '3']),
    person(['zed', '王小明', 'Half-brother', 'male', '1']),
    person(['rose', 'Rose', 'Half-sister, adopted', 'female', '13']),
    person(['ann', 'Ann Okafor', 'Rose’s adoptive mum', 'female']),
    person(['obi', 'Obi Okafor', 'Rose’s adoptive dad', 'male']),
    person(['nan', 'Rukhsana', 'Grandmother', 'female', '58']),
    person(['nana', 'Great-grandmother Zainab', 'Great-grandmother', 'female'], { died: 'died 1998' }),
    person(['friend', 'Miss Patel', 'Teacher', 'female'], { row: 1 }),
    person(['pal', 'Sky', 'Friend', 'other', '10'], { row: 0 }),
  ],
  unions: [
    couple('mum', 'dad', { state: 'not known', formal: false }),
    couple('mum', 'tom'),
    couple('mum', 'lee', { state: 'parted', formal: false }),
    couple('ann', 'obi'),
  ],
  parents: [
    ...child(['mum', 'dad'], 'noor'),
    ...child(['mum', 'lee'], 'ada'),
    ...child(['mum', 'tom'], 'ben'),
    ...child(['mum', 'tom'], 'zed'),
    ...child(['mum', 'dad'], 'rose'),
    ...child(['ann', 'obi'], 'rose', 'adoptive'),
    ...child(['nan'], 'mum'),
    ...child(['nana'], 'nan'),
    ...child(['nan'], 'noor', 'carer'),
  ],
  households: [
    { name: 'Noor lives here', people: ['nan', 'noor'] },
    { name: 'Mum’s flat', people: ['mum', 'tom', 'ben', 'zed'] },
  ],
  bonds: [{ one: 'noor', other: 'nan', kind: 'close' }],
}
export const GENOGRAMS: readonly GenogramGiven[] = [FAMILY, HARDER]
