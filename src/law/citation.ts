// Citations: the instrument, the provision in it, and the words by which a worker knows it.

export interface Citation {
  readonly instrument: string
  readonly provision: string
  /** As it stands in a sentence: 'regulation 33(2)'. */
  readonly words: string
}

const cited =
  (instrument: string, noun: string) =>
  (provision: string): Citation => ({ instrument, provision, words: `${noun} ${provision}`.trim() })

export const carePlanning2010 = cited(
  'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)',
  'regulation',
)
export const adoptionAgencies2005 = cited(
  'Adoption Agencies Regulations 2005 (SI 2005/389)',
  'Adoption Agencies Regulations, regulation',
)
export const childrensHomes2015 = cited(
  "Children's Homes (England) Regulations 2015 (SI 2015/541)",
  "Children's Homes Regulations, regulation",
)
export const childrenAct1989 = cited('Children Act 1989', 'Children Act 1989 section')
/** A case, an Act as a whole, or what is no provision at all: local practice, the order itself. */
export const named = (name: string): Citation => ({ instrument: name, provision: '', words: name })
/** An Act or instrument cited once or twice. */
export const enacted = (instrument: string, provision: string): Citation => ({
  instrument,
  provision,
  words: `${instrument} ${provision}`,
})
export const guidance = (title: string, paragraph: string): Citation => ({
  instrument: title,
  provision: paragraph,
  words: paragraph === '' ? title : `${title}, ${paragraph}`,
})

export function citationText({ instrument, provision, words }: Citation): string {
  return provision === '' || words.startsWith(instrument) ? words : `${instrument}, ${words}`
}
