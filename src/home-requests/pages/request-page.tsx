// Where forms of a request lead to, and who may write them.
import type { WorkersLock } from '#web'

export const REQUEST_PAGE = ({ child }: { readonly child: string | null }): string => `/children/${child}/home-request`
export const lock = (log: string): WorkersLock => ({ may: ['write', 'matching'], log })
