// Aaliyah's family, all invented, as it is typed: Mum, Dad, a grandparent who died, two brothers, and a gap.
import type { TypedAudience } from '#audiences'
import { day } from '#calendar'
import type { TypedTime } from './family-time.ts'
import type { TypedMustKnow } from './must-know.ts'
import type { TypedHome, TypedPerson } from './person.ts'
import type { TypedTie } from './tie.ts'

export const TODAY = day('2026-11-23')
const PERSON: TypedPerson = {
  ...{ relation: 'other', gap: false, name: '', note: '', sex: 'not known', born: '', died: 'living', diedWhen: '' },
  ...{ responsibility: 'no', ground: '', responsibleSince: '', responsibleUntil: '' },
}
export const NATALIE: TypedPerson = {
  ...{ ...PERSON, relation: 'mother', name: 'Natalie Bennett', note: 'Ring in the evening.', sex: 'female' },
  ...{ born: '1988-03-02', responsibility: 'yes', ground: 'birth-mother', responsibleSince: '2012-06-08' },
}
export const MARCUS: TypedPerson = {
  ...{ ...PERSON, relation: 'father', name: 'Marcus Hill', sex: 'male', born: '1985' },
  ...{ responsibility: 'yes', ground: 'birth-certificate' },
}
export const WINSTON: TypedPerson = {
  ...{ ...PERSON, relation: 'grandparent', name: 'Winston Bennett', sex: 'male', died: 'died', diedWhen: '2019' },
}
export const JADEN: TypedPerson = {
  ...{ ...PERSON, relation: 'brother', name: 'Jaden Bennett-Hill', sex: 'male', born: '2015-02-11' },
}
export const KAI: TypedPerson = {
  ...{ ...PERSON, relation: 'half-brother', name: 'Kai Cole', sex: 'male', born: '2022' },
}
/** Nobody knows who Dad's mother is. */
export const GAP: TypedPerson = {
  ...{ ...PERSON, relation: 'grandparent', gap: true, note: 'Dad’s family', responsibility: 'not known' },
}
export const HOME: TypedHome = { where: 'A flat in Northmere', household: null, withChild: false, since: '', until: '' }
export const KEPT_FROM: TypedAudience = {
  ...{ relations: ['allocated-worker', 'manager-line'], mustNotKnow: [], power: 'safety of the child' },
  ...{ decided: '2026-11-02', because: 'Somebody who hurt Mum is looking for her.' },
  ...{ decidedBy: '', until: '', order: '', withheldFrom: [] },
}
export const PARENT: TypedTie = {
  ...{ one: null, other: null, kind: 'parent-of', state: 'goes on', since: '', until: '', note: '' },
}
export const SATURDAYS: Omit<TypedTime, 'person'> = {
  ...{ stance: 'goes on', way: 'in person', every: '2', unit: 'weeks', support: 'supported', basis: 'agreed' },
  ...{ courtOrder: null, since: '2026-09-05', until: '', note: 'At the leisure centre.' },
}
export const ALLERGY: TypedMustKnow = {
  ...{ kind: 'health', fact: 'Nut allergy, carries an EpiPen', audience: ['carer', 'out-of-hours', 'cover'] },
  ...{ mustNotKnow: [], reviewBy: '2027-05-01' },
}
