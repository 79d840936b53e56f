// What nightly files and masters are called on pages. Pure.
import type { Brings } from '#masters'

export const FILES: Readonly<Record<Brings, string>> = {
  ssd: 'Standard Safeguarding Dataset',
  'annex-a': 'Lists of Annex A',
}
export const COMMANDS: Readonly<Record<Brings, string>> = { ssd: 'kith import ssd', 'annex-a': 'kith import annex-a' }

type Said = { readonly master: 'nobody' | 'kith' | 'other'; readonly system: string | null }
/** undefined: nobody has said anything yet. */
export function masterWords(said: Said | undefined): string {
  if (said?.master === 'other') return said.system ?? ''
  return said?.master === 'kith' ? 'Kith' : 'In both: whoever said a fact last decides'
}
