// What is recorded of adoption panels, as people say it.
import type { Said } from '#people'

export const PANEL_ABOUT: readonly Said[] = [
  { value: 'should be placed', text: 'Whether they should be placed for adoption' },
  { value: 'match', text: 'A match with who adopts them' },
]
export const PANEL_DECISIONS: readonly Said[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
]
