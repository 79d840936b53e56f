// What is recorded of proceedings and of panels on secure accommodation, as people say it.
import type { Said } from '#people'

export const PROCEEDINGS_KINDS: readonly Said[] = [
  { value: 'care or supervision', text: 'For a care order or a supervision order' },
  { value: 'other', text: 'Other proceedings' },
]
export const PANEL_OUTCOMES: readonly Said[] = [
  { value: 'stays', text: 'They have to stay there for now' },
  { value: 'need not stay', text: 'They need not stay there' },
]
