// The swap test: turn what must not count and look whether the list stays the same. It may change only where somebody said it matters.
import {
  type HomeKnown,
  type MatchingPolicy,
  PROTECTED,
  type ProtectedField,
  type RequestForHome,
  sorted,
  wantedOf,
} from '#matching'

/** Everything in a list that a person would see in order: who is shown with which band, who waits, how many are out. */
export type ListTold = readonly string[]
export type Lister = (request: RequestForHome, homes: readonly HomeKnown[]) => ListTold

export const listerOf =
  (policy: MatchingPolicy): Lister =>
  (request, homes) => {
    const { shown, needsDecision, fits, ruledOutCount } = sorted(wantedOf(request, policy), homes)
    return [
      ...shown.map(({ pair, band }) => `${pair.home.id} ${band}`),
      ...needsDecision.first.map(({ pair, band }) => `${pair.home.id} ${band}, needs a decision`),
      `${fits} fit, ${needsDecision.count} need a decision, ${ruledOutCount} cannot be`,
    ]
  }

export interface Swapped {
  readonly field: ProtectedField | 'sex'
  readonly to: string
  readonly same: boolean
}

/** Two values of each field, so that whatever a child has, one of them is another. */
const VALUES: Readonly<Record<ProtectedField, readonly [string, string]>> = {
  ethnicity: ['one', 'another'],
  religion: ['one', 'another'],
  nationality: ['one', 'another'],
  disability: ['yes', 'no'],
  sexuality: ['one', 'another'],
  genderIdentity: ['one', 'another'],
  unaccompanied: ['yes', 'no'],
}

function turned(request: RequestForHome, field: ProtectedField, to: string): RequestForHome {
  return { ...request, about: { ...request.about, [field]: to } }
}

const OTHER = { female: 'male', male: 'female' } as const
/** Homes whose terms name a sex are left out: there the terms decide, and not the list. */
function sexTurned(request: RequestForHome): RequestForHome {
  const [first, ...rest] = request.children
  const other = (child: typeof first) => ({ ...child, sex: child.sex && OTHER[child.sex] })
  return { ...request, children: [other(first), ...rest.map(other)] }
}

/** Every protected field turned, one at a time. */
export function swapTest(request: RequestForHome, homes: readonly HomeKnown[], list: Lister): readonly Swapped[] {
  const same = (one: ListTold, other: ListTold) => JSON.stringify(one) === JSON.stringify(other)
  const before = list(request, homes)
  const swapped = PROTECTED.flatMap((field) =>
    VALUES[field].map((to) => ({ field, to, same: same(before, list(turned(request, field, to), homes)) })),
  )
  const open = homes.filter(({ terms }) => terms === 'unknown' || terms.sex === undefined)
  const sex = same(list(request, open), list(sexTurned(request), open))
  return [...swapped, { field: 'sex', to: 'the other', same: sex }]
}
