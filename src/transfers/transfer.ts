// What is decided of giving a record to another council: what stands against it, each in words with what to do first.

const AGAINST = {
  'in care':
    'They are in care here. Record first that care ended since another council took over: on their page, Record, They leave care.',
  'somebody works with them':
    'Somebody still works with them here. End that first, so that they can say goodbye: on their page, Record, Who works with them.',
  joined: 'This is an earlier record, which goes on in another: name that one, and both are given.',
  sealed: 'It is sealed after an adoption order. A sealed record is not given away.',
  'given already': 'It was given to another council already.',
} as const
type Against = keyof typeof AGAINST
const isAgainst = (why: string): why is Against => Object.hasOwn(AGAINST, why)
export const againstWords = (whys: readonly string[]): readonly string[] =>
  whys.map((why) => (isAgainst(why) ? AGAINST[why] : 'Something stands against it.'))

/** As it stands in the record: 3 to 120 characters on one line. */
export function councilNamed(typed: string): string | undefined {
  const name = typed.trim().replaceAll(/\s+/g, ' ')
  return name.length >= 3 && name.length <= 120 ? name : undefined
}
