// What the database gives of adoption panels and of notices of special guardianship, in short rows, as their rules read it.
import type { DayNumber } from '#calendar'
import type { GuardianshipNotice } from './guardianship.ts'
import type { AdoptionPanel } from './panels.ts'

type Rows<Columns extends readonly unknown[]> =
  | readonly (readonly [line: string, recorded: number, ...Columns])[]
  | null
type Day = DayNumber | null

export interface KnownPanels {
  readonly guardians: Rows<[received: DayNumber, reported: Day, withdrawn: Day]>
  readonly panels: Rows<[received: DayNumber, decided: Day, toldOrally: Day, toldInWriting: Day]>
}
export interface PanelFacts {
  readonly guardianships: readonly GuardianshipNotice[]
  readonly adoptionPanels: readonly AdoptionPanel[]
}

export const panelsOf = ({ guardians, panels }: KnownPanels): PanelFacts => ({
  guardianships: (guardians ?? []).map(([line, recorded, received, reported, withdrawn]) => {
    return { line, recorded, received, reported: reported ?? undefined, withdrawn: withdrawn ?? undefined }
  }),
  adoptionPanels: (panels ?? []).map(([line, recorded, received, decided, orally, inWriting]) => ({
    ...{ line, recorded, received, decided: decided ?? undefined },
    ...{ toldOrally: orally ?? undefined, toldInWriting: inWriting ?? undefined },
  })),
})
