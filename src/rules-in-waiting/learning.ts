// Rules of education that wait: ED-05.
import { day, type IsoDay } from '#calendar'
import { childrenAct1989 } from '#law'
import { ON, type Owed, waits } from './waits.ts'

const virtualSchool = waits<{ readonly on: IsoDay; readonly named: boolean }, Owed>({
  id: 'ED-05',
  name: 'Virtual school head',
  says: 'The council has a named virtual school head who promotes the education of its children in care.',
  level: 'statute',
  verification: 'secondary',
  cites: [childrenAct1989('22(3A) to (3C)')],
  inForce: { from: day('2014-05-13') },
  responsible: 'The council',
  trigger: 'always',
  waitsFor: 'A table of officers whom the law asks a council to name. It is a duty of the council, not to one child.',
  apply: ({ named }) => (named ? 'met' : 'owed'),
  examples: [
    { name: 'named', vector: 'ED-05#1', given: { ...ON, named: true }, expect: 'met' },
    { name: 'nobody named', vector: 'ED-05#2', given: { ...ON, named: false }, expect: 'owed' },
  ],
})

export const LEARNING_WAITING = [virtualSchool]
