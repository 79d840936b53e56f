// The return's codes about young people who left care, as people say them. From the return's guide.
import type { Said } from '#people'

const said = (codes: Readonly<Record<string, string>>): readonly Said[] =>
  Object.entries(codes).map(([value, text]) => ({ value, text }))

export const IN_TOUCH = said({
  YES: 'Yes, we are in touch',
  NO: 'No, we are not',
  REFU: 'They do not want contact',
  NREQ: 'They need our help no longer',
  RHOM: 'They went home, six months ago or more',
  DIED: 'They died',
})

export const DOES = said({
  F1: 'Studies beyond A levels, full time',
  P1: 'Studies beyond A levels, part time',
  F2: 'Other education, full time',
  P2: 'Other education, part time',
  F4: 'An apprenticeship, full time',
  P4: 'An apprenticeship, part time',
  F5: 'Work or training, full time',
  P5: 'Work or training, part time',
  G4: 'None of these, because of illness or disability',
  G6: 'None of these, because they expect or look after a child',
  G5: 'None of these, for another reason',
}).concat({ value: '0', text: 'Not known, or not in touch' })

/** The letter alone: a digit says whether it suits them. */
export const LIVES = said({
  B: 'With parents or relatives',
  C: 'In a residential home',
  D: 'In a home with support, on the way to their own',
  E: 'In supported lodgings',
  G: 'Abroad',
  H: 'Deported',
  K: 'In ordinary lodgings',
  R: 'Nobody knows where',
  S: 'Nowhere fixed, or homeless',
  T: 'In a foyer or the like',
  U: 'On their own',
  V: 'In emergency accommodation',
  W: 'In a bed and breakfast',
  X: 'In custody',
  Y: 'Somewhere else',
  Z: 'With those who fostered them',
}).concat({ value: '0', text: 'Not in touch' })

/** Never suitable: the return has no code that says so. */
export const NEVER_SUITABLE: readonly string[] = ['S', 'X']
