// What stands in the way of what is late, as far as the record tells: us, the carer, the child's choice, another service, not known.

export const IN_THE_WAY = {
  us: 'Us: nothing else is recorded',
  carer: 'The carer',
  choice: "The child's choice",
  service: 'Another service',
  unknown: 'Not known',
} as const
export type InTheWay = keyof typeof IN_THE_WAY
/** In a sentence: 'In the way: us'. */
export const IN_A_SENTENCE: Readonly<Record<InTheWay, string>> = {
  us: 'us',
  carer: 'the carer',
  choice: "the child's choice",
  service: 'another service',
  unknown: 'not known',
}

export interface LateDuty {
  readonly child: string
  /** The part of the record that the rule reads. */
  readonly scope: string
}
export interface Told {
  /** Children who said no to a health check or a talk after a return, in the last year, by the part of the record. */
  readonly refused: ReadonlyMap<string, ReadonlySet<string>>
  /** Children for whom something waits for another service. */
  readonly waiting: ReadonlySet<string>
}

/** What nobody but the council does. */
const OURS = new Set(['visits', 'reviews', 'plan'])

export function inTheWay({ child, scope }: LateDuty, { refused, waiting }: Told): InTheWay {
  if (refused.get(child)?.has(scope) === true) return 'choice'
  if (waiting.has(child) && !OURS.has(scope)) return 'service'
  return OURS.has(scope) ? 'us' : 'unknown'
}
