// What the database gives of proceedings and of panels on secure accommodation, in short rows, as their rules read it.
import type { DayNumber } from '#calendar'
import type { Proceedings } from './proceedings.ts'
import type { SecurePanel } from './secure-panels.ts'

type Rows<Columns extends readonly unknown[]> =
  | readonly (readonly [line: string, recorded: number, ...Columns])[]
  | null

export interface KnownCourts {
  readonly proceedings: Rows<[issued: DayNumber, extensions: number, final: DayNumber | null, kind: string | null]>
  readonly secure: Rows<[power: string, held: DayNumber]>
}
export interface CourtFacts {
  readonly proceedings: readonly Proceedings[]
  readonly securePanels: readonly SecurePanel[]
}

export const courtsOf = ({ proceedings, secure }: KnownCourts): CourtFacts => ({
  proceedings: (proceedings ?? []).map(([line, recorded, issued, extensions, final, kind]) => {
    return { line, recorded, issued, extensions, final: final ?? undefined, kind: kind ?? undefined }
  }),
  securePanels: (secure ?? []).map(([line, recorded, power, held]) => ({ line, recorded, power, held })),
})
