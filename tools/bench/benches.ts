// Which measurements there are, by the name that selects them on the command line.
import type { Figure } from './measure.ts'

export const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {}
