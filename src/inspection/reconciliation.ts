// Whether each child is counted the same everywhere: side by side, and of each difference the children and why, by definition. Pure.

/** Where children are counted besides Kith itself. */
export const FILES = {
  return: {
    name: 'SSDA903 return',
    counts: 'Children with an episode that is open; all with an episode in the year, and care leavers of whom it asks.',
  },
  'annex-a': {
    name: 'Annex A, list 8',
    counts: 'Children in care; all in care on the day or until six months before it.',
  },
  ssd: {
    name: 'Standard Safeguarding Dataset',
    counts: 'Children with an episode that is open; all who were ever in care.',
  },
  payload: {
    name: 'Daily payload',
    counts: 'Children with a placement that is open; all in care in the year, and whoever was sent before.',
  },
} as const
export type FileName = keyof typeof FILES
export const isFile = (name: string): name is FileName => Object.hasOwn(FILES, name)
const fileNames: readonly FileName[] = Object.keys(FILES).filter(isFile)

/** Of one child: in care on the day, or in the year at all, as the record says and as each file says. */
export type Standing = { readonly onTheDay: boolean; readonly atAll: boolean }
export type CountedChild = {
  readonly child: string
  /** As the files call them. */
  readonly shown: string
  readonly kith: Standing
  readonly files: Readonly<Record<FileName, Standing>>
  /** What decides whether a file holds them, where its definition is another. */
  readonly leftBeforeSixMonths: boolean
  readonly leaverOfTheReturn: boolean
  readonly departmentTakesId: boolean
}

const WHY = {
  'no id': 'The council has given them no id that the Department takes: letters and figures, twenty at most.',
  'left earlier': 'They left care in the year, and more than six months before the day.',
  'another year': 'They were in care in an earlier year, and not in this one.',
  'care leaver': 'They are a care leaver of whom the return asks.',
  'sent before': 'They were sent to the Department in an earlier year, and are kept up to date there.',
  fault: 'No definition explains it: this is a fault. Tell whoever runs Kith.',
} as const
export type Why = keyof typeof WHY
export const whyWords = (why: Why): string => WHY[why]

export type Difference = {
  readonly child: string
  readonly shown: string
  readonly how: 'missing' | 'besides'
  readonly why: Why
}
export type Line = {
  readonly file: FileName
  readonly onTheDay: number
  readonly atAll: number
  readonly onTheDayDiffers: readonly Difference[]
  readonly atAllDiffers: readonly Difference[]
}
export type Reconciled = { readonly onTheDay: number; readonly atAll: number; readonly lines: readonly Line[] }

/** Why a child is missing from a file, or is in it besides; on the day nothing but an id may make a difference. */
function whyOf(file: FileName, one: CountedChild, which: keyof Standing): Why {
  const how = one.kith[which] ? 'missing' : 'besides'
  if (file === 'payload' && how === 'missing' && !one.departmentTakesId) return 'no id'
  if (which === 'onTheDay') return 'fault'
  if (file === 'annex-a' && how === 'missing' && one.leftBeforeSixMonths) return 'left earlier'
  if (file === 'annex-a' && how === 'besides' && !one.leftBeforeSixMonths) return 'another year'
  if (file === 'ssd' && how === 'besides') return 'another year'
  if (file === 'return' && how === 'besides' && one.leaverOfTheReturn) return 'care leaver'
  if (file === 'payload' && how === 'besides') return 'sent before'
  return 'fault'
}

function differences(file: FileName, which: keyof Standing, children: readonly CountedChild[]): readonly Difference[] {
  return children.flatMap((one): Difference[] => {
    if (one.kith[which] === one.files[file][which]) return []
    const how = one.kith[which] ? 'missing' : 'besides'
    return [{ child: one.child, shown: one.shown, how, why: whyOf(file, one, which) }]
  })
}

export function reconcile(children: readonly CountedChild[]): Reconciled {
  const count = (is: (one: CountedChild) => boolean): number => children.filter(is).length
  return {
    onTheDay: count(({ kith }) => kith.onTheDay),
    atAll: count(({ kith }) => kith.atAll),
    lines: fileNames.map((file) => ({
      file,
      onTheDay: count(({ files }) => files[file].onTheDay),
      atAll: count(({ files }) => files[file].atAll),
      onTheDayDiffers: differences(file, 'onTheDay', children),
      atAllDiffers: differences(file, 'atAll', children),
    })),
  }
}
