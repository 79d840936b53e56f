// The code sets of a family: who somebody is to the child, grounds of parental responsibility, relations that may know.

/** `row`: how many generations above the child (below: negative). Children and brothers are on row 0. */
export const RELATIONS = {
  mother: { words: 'Mum', row: 1 },
  father: { words: 'Dad', row: 1 },
  parent: { words: 'Parent', row: 1 },
  'step-parent': { words: 'Step-parent', row: 1 },
  'partner-of-parent': { words: 'Partner of a parent', row: 1 },
  aunt: { words: 'Aunt', row: 1 },
  uncle: { words: 'Uncle', row: 1 },
  carer: { words: 'Carer', row: 1 },
  'former-carer': { words: 'Carer before', row: 1 },
  brother: { words: 'Brother', row: 0 },
  sister: { words: 'Sister', row: 0 },
  'half-brother': { words: 'Half-brother', row: 0 },
  'half-sister': { words: 'Half-sister', row: 0 },
  'step-brother': { words: 'Step-brother', row: 0 },
  'step-sister': { words: 'Step-sister', row: 0 },
  'brother-or-sister': { words: 'Brother or sister', row: 0 },
  cousin: { words: 'Cousin', row: 0 },
  friend: { words: 'Friend', row: 0 },
  grandparent: { words: 'Grandparent', row: 2 },
  'great-grandparent': { words: 'Great-grandparent', row: 3 },
  'own-child': { words: 'Their child', row: -1 },
  'niece-or-nephew': { words: 'Niece or nephew', row: -1 },
  teacher: { words: 'Teacher', row: 1 },
  'club-leader': { words: 'Coach or club leader', row: 1 },
  'faith-leader': { words: 'Somebody from their faith', row: 1 },
  neighbour: { words: 'Neighbour', row: 1 },
  'health-worker': { words: 'Doctor, nurse or therapist', row: 1 },
  advocate: { words: 'Advocate', row: 1 },
  'independent-visitor': { words: 'Independent visitor', row: 1 },
  'family-friend': { words: 'Friend of the family', row: 1 },
  other: { words: 'Somebody else who matters', row: 1 },
} as const satisfies Record<string, { readonly words: string; readonly row: number }>
export type RelationToChild = keyof typeof RELATIONS
export const isRelation = (text: string): text is RelationToChild => Object.hasOwn(RELATIONS, text)

/** How a parent, or somebody else, comes to hold parental responsibility; `law` says where. */
export const GROUNDS = {
  'birth-mother': { words: 'gave birth', law: 'Children Act 1989 s.2(1), (2)' },
  'married-to-mother': { words: 'married to the mother at birth or since', law: 'Children Act 1989 s.2(1), (3)' },
  'birth-certificate': {
    words: 'named on the birth certificate since 1 December 2003',
    law: 'Children Act 1989 s.4(1)(a)',
  },
  agreement: { words: 'parental responsibility agreement', law: 'Children Act 1989 ss.4(1)(b), 4ZA(1)(b)' },
  'responsibility-order': { words: 'parental responsibility order', law: 'Children Act 1989 ss.4(1)(c), 4ZA(1)(c)' },
  'second-female-parent': { words: 'second female parent', law: 'Children Act 1989 ss.2(1A), (2A), 4ZA' },
  'step-parent': { words: 'step-parent, by agreement or order', law: 'Children Act 1989 s.4A' },
  'child-arrangements-order': {
    words: 'child arrangements order: the child lives with them',
    law: 'Children Act 1989 s.12',
  },
  'special-guardian': { words: 'special guardianship order', law: 'Children Act 1989 s.14C' },
  guardian: { words: 'guardian after a death', law: 'Children Act 1989 s.5' },
  adoption: { words: 'adoption order', law: 'Adoption and Children Act 2002 s.46' },
  'placement-for-adoption': { words: 'placed for adoption with them', law: 'Adoption and Children Act 2002 s.25' },
  'parental-order': {
    words: 'parental order after surrogacy',
    law: 'Human Fertilisation and Embryology Act 2008 s.54',
  },
} as const satisfies Record<string, { readonly words: string; readonly law: string }>
export type Ground = keyof typeof GROUNDS
export const isGround = (text: string): text is Ground => Object.hasOwn(GROUNDS, text)

export const SEXES = ['female', 'male', 'other', 'not known'] as const
export type RecordedSex = (typeof SEXES)[number]
export const isSex = (text: string): text is RecordedSex => SEXES.some((sex) => sex === text)
