// Orders and agreements in plain words, with the section of the law once.

const LEGAL: Readonly<Record<string, string>> = {
  'interim care order': 'Interim care order (section 38)',
  'care order': 'Care order (section 31)',
  'freeing order': 'Freeing order',
  'placement order': 'Placement order for adoption (section 21)',
  'section 20 agreement': 'By agreement (section 20)',
  'short breaks agreement, episodes': 'Short breaks, by agreement',
  'short breaks agreement': 'Short breaks, by agreement',
  'remand to local authority accommodation': 'On remand to the council',
  'police detention in local authority accommodation': 'Held by police, in the council’s care',
  'youth rehabilitation order with residence': 'Youth rehabilitation order with a place to live',
  'police protection': 'Police protection (section 46)',
  'emergency protection order': 'Emergency protection order (section 44)',
  'child assessment order': 'Child assessment order (section 43)',
  'secure accommodation order': 'Secure accommodation order (section 25)',
  'deprivation of liberty order': 'Deprivation of liberty order',
  'Mental Health Act section': 'Detained under the Mental Health Act',
  'child arrangements order': 'Child arrangements order (section 8)',
  'special guardianship order': 'Special guardianship order (section 14A)',
}
export const legalWords = (kind: string): string => LEGAL[kind] ?? `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`

/** As short as a bar of a picture has room for. */
const SHORT: Readonly<Record<string, string>> = {
  'section 20 agreement': 'By agreement',
  'interim care order': 'Interim order',
  'placement order': 'Placement order',
  'remand to local authority accommodation': 'Remand',
}
export const legalShort = (kind: string): string => SHORT[kind] ?? legalWords(kind).replace(/ \(section .*\)$/, '')
