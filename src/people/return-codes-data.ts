// The return's codes of who a child is, as people say them: sex, ethnic origin, why there is no pupil number, earlier permanence. From the return's guide.

export type Said = { readonly value: string; readonly text: string }
const said = (codes: Readonly<Record<string, string>>): readonly Said[] =>
  Object.entries(codes).map(([value, text]) => ({ value, text }))

/** For a choice that has to be one of them. */
export function valuesIn(list: readonly Said[]): readonly [string, ...string[]] {
  const [first = '', ...rest] = list.map(({ value }) => value)
  return [first, ...rest]
}

export const SEXES = said({ F: 'Female', M: 'Male', U: 'Not known yet' })

export const ETHNICITIES = said({
  WBRI: 'White British',
  WIRI: 'White Irish',
  WIRT: 'Traveller of Irish heritage',
  WROM: 'Gypsy or Roma',
  WOTH: 'Another White background',
  MWBC: 'White and Black Caribbean',
  MWBA: 'White and Black African',
  MWAS: 'White and Asian',
  MOTH: 'Another mixed background',
  AIND: 'Indian',
  APKN: 'Pakistani',
  ABAN: 'Bangladeshi',
  AOTH: 'Another Asian background',
  BCRB: 'Caribbean',
  BAFR: 'African',
  BOTH: 'Another Black background',
  CHNE: 'Chinese',
  OOTH: 'Another ethnic background',
  REFU: 'They, or their family, do not want to say',
  NOBT: 'Not known yet',
})

export const WHY_NO_PUPIL_NUMBER = said({
  UN1: 'Not yet of school age',
  UN2: 'Never went to a maintained school in England',
  UN3: 'Taught outside England',
  UN4: 'New in care, and the number is not known yet',
  UN5: 'Sources disagree about the number',
})

export const EARLIER_PERMANENCE = said({
  P1: 'They were adopted',
  P2: 'A special guardianship order was made',
  P3: 'A residence or child arrangements order was made',
  P4: 'There was one, and nobody knows which',
  Z1: 'There was none',
})

export const saidOf = (list: readonly Said[], value: string | null): string =>
  list.find((one) => one.value === value)?.text ?? (value === null || value === '' ? 'not known' : `the code ${value}`)
