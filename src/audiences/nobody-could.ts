// What is said where nobody who works with a child could know what is written of them.
import type { Fault } from '#forms'

/** As a constraint is named. */
export const NOBODY_LEFT = 'somebody_may_know'
const NOBODY_COULD: Fault = {
  field: 'audience',
  says: 'Nobody who works with this child could read it then, or open it again. Choose somebody who may know.',
}
/** For forms with a field `audience`. */
export const nobodyCould = ({ constraint }: { readonly constraint?: string | undefined }): Fault | undefined =>
  constraint === NOBODY_LEFT ? NOBODY_COULD : undefined
