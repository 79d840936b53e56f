// The return's codes about adoption, as people say them. From the return's guide.
import type { Said } from '#people'

const said = (codes: Readonly<Record<string, string>>): readonly Said[] =>
  Object.entries(codes).map(([value, text]) => ({ value, text }))

export const WHY_REVERSED = said({
  RD1: 'What the child needs has changed',
  RD2: 'The court did not make the placement order',
  RD3: 'Nobody was found who could adopt them',
  RD4: 'Another reason',
})

export const WHO_ADOPTS = said({
  MF: 'A man and a woman',
  MM: 'Two men',
  FF: 'Two women',
  M1: 'One man',
  F1: 'One woman',
})

export const ADOPTERS_ARE = said({
  L0: 'One person alone',
  L11: 'Married, a man and a woman',
  L12: 'Married, of the same gender',
  L2: 'In a civil partnership',
  L3: 'Not married, a man and a woman',
  L4: 'Not married or in a civil partnership, of the same gender',
})
