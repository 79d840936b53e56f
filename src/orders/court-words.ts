// What is recorded of panels on secure accommodation, as people say it.
import type { Said } from '#people'

export const PANEL_OUTCOMES: readonly Said[] = [
  { value: 'stays', text: 'They have to stay there for now' },
  { value: 'need not stay', text: 'They need not stay there' },
]
