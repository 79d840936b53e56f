// The return's codes of why care ended and who provides a home, as people say them. From the return's guide.
import type { Said } from '#people'

const said = (codes: Readonly<Record<string, string>>): readonly Said[] =>
  Object.entries(codes).map(([value, text]) => ({ value, text }))

export const WHY_CARE_ENDED = said({
  E4A: 'Home to parents, relatives or somebody with parental responsibility, as planned',
  E4B: 'Home to parents, relatives or somebody with parental responsibility, not as planned',
  E13: 'To live with parents or relatives who have no parental responsibility',
  E41: 'A child arrangements order was made',
  E45: 'Special guardianship: to a relative or friend who fostered them',
  E46: 'Special guardianship: to another foster carer of theirs',
  E47: 'Special guardianship: to a relative or friend who did not foster them',
  E48: 'Special guardianship: to somebody else',
  E11: 'Adopted, nobody opposed it',
  E12: 'Adopted, the court did without consent',
  E5: 'Living independently, with formal support',
  E6: 'Living independently, without formal support',
  E17: 'Turned 18 and stays with the same carers',
  E7: 'Residential care paid for by adult social care',
  E9: 'Sentenced to custody',
  E14: 'Remand to our accommodation ended',
  E15: 'An age assessment found that they are 18 or over',
  E16: 'Moved abroad',
  E3: 'Another council took over their care',
  E2: 'They died',
  E8: 'Another reason',
})

export const PROVIDERS = said({
  PR0: 'Their parents, or somebody with parental responsibility',
  PR1: 'We, the council',
  PR2: 'Another council',
  PR3: 'Another public body, such as a health trust',
  PR4: 'A private company',
  PR5: 'A charity or voluntary organisation',
})
