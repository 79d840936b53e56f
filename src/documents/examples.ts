// A drawing by an invented child, and small files of each kind, as they come.
import { day } from '#calendar'
import type { TypedDocument } from './document.ts'

export const TODAY = day('2026-11-23')
export const DRAWING: TypedDocument = {
  ...{ title: 'Our garden', kind: 'drawing', made: '2026-11-20', fromWhom: 'child', from: 'Jordan', terms: 'own' },
  ...{ caption: 'Drawn on the day we planted bulbs.', keptForChild: true },
  ...{ audience: [], mustNotKnow: [], audienceBecause: '' },
}
export const ADVICE: TypedDocument = {
  ...DRAWING,
  ...{
    title: 'Advice on family time',
    kind: 'letter',
    fromWhom: 'legal adviser',
    from: 'Legal team',
    terms: 'legal advice',
  },
  ...{ caption: '', keptForChild: false, audience: ['allocated-worker'], audienceBecause: 'legal advice' },
}
