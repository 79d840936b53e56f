// What invented children wait for in health, in the words of whoever asked.
import type { Fits } from './life.ts'

export const WAITS: readonly (Fits & {
  readonly asked_for: string
  readonly waits_for: string | null
  readonly words: string
})[] = [
  {
    from: 6,
    until: 18,
    asked_for: 'mental health',
    waits_for: 'a first appointment',
    words: 'Nightmares and worry. A first appointment is offered in about five months; school’s counsellor bridges it.',
  },
  {
    from: 11,
    until: 18,
    asked_for: 'mental health',
    waits_for: 'another area to agree',
    words: 'Our area and the one of the home have not agreed who pays. Asked again by the manager.',
    if: 'far',
  },
  {
    from: 2,
    until: 8,
    asked_for: 'speech and language',
    waits_for: 'a first appointment',
    words: 'Nursery is understood half of the time. On the list since then.',
  },
  {
    from: 5,
    until: 15,
    asked_for: 'autism or attention',
    waits_for: 'a report',
    words: 'School’s report is the last piece that is missing.',
  },
  {
    from: 7,
    until: 17,
    asked_for: 'dentist or orthodontist',
    waits_for: 'treatment',
    words: 'A brace was advised. The mould is made; fitting waits.',
  },
  {
    from: 3,
    until: 12,
    asked_for: 'hearing or sight',
    waits_for: null,
    words: 'Seen: glasses for reading. They are blue.',
  },
  {
    from: 1,
    until: 10,
    asked_for: "children's doctor",
    waits_for: null,
    words: 'Growth was checked and is as it should be.',
  },
]
