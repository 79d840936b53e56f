// The areas of the catalogue of duties, by the letters that their ids begin with, in its order.

const AREAS: Readonly<Record<string, string>> = {
  CP: 'Care planning, reviews and visits',
  OR: 'Orders',
  PL: 'Homes and placements',
  HE: 'Health',
  ED: 'Education',
  MI: 'Missing and exploitation',
  IRO: 'Reviewing officers',
  FO: 'Foster carers',
  LC: 'Leaving care',
  SU: 'Supervision',
  QA: 'Quality and audit',
  RE: 'Records',
  AD: 'Adoption',
  UA: 'Unaccompanied children seeking asylum',
  CV: 'The relaxations of the pandemic',
  PI: 'Measures',
  TI: 'Counting time',
  AC: 'Actions',
  CO: 'Complaints',
  CH: 'Children’s homes',
}

/** Things in the areas of their ids: those of the table above in its order, then any other under its letters. */
export function byArea<Item extends { readonly id: string }>(
  items: readonly Item[],
): readonly { readonly area: string; readonly letters: string; readonly items: readonly Item[] }[] {
  const grouped = Map.groupBy(items, ({ id }) => id.split('-')[0] ?? id)
  const known = Object.keys(AREAS).filter((letters) => grouped.has(letters))
  const others = [...grouped.keys()].filter((letters) => !Object.hasOwn(AREAS, letters))
  return [...known, ...others].map((letters) => ({
    area: AREAS[letters] ?? letters,
    letters,
    items: grouped.get(letters) ?? [],
  }))
}
