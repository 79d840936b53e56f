// The number by which the return knows a worker: how it is typed, and whether the portal takes it. Pure.

/** Rule SW02STG1: SW or XX, and at least two characters after it. */
const TAKEN = /^(?:SW|XX)[A-Z0-9]{2,18}$/
export const isTaken = (number: string | null): boolean => number !== null && TAKEN.test(number.toUpperCase())

/** null: none any more. */
export function numberTyped(typed: string): { readonly ok: string | null } | { readonly says: string } {
  const number = typed.replaceAll(/\s/g, '').toUpperCase()
  if (number === '') return { ok: null }
  if (TAKEN.test(number)) return { ok: number }
  return { says: 'Write SW or XX, and then at least two letters or digits, for example SW123456.' }
}

export type Numbered = {
  readonly worker: string
  readonly name: string | null
  /** By which a source, or the council's own account, knows them. */
  readonly code: string | null
  /** As it was entered here; null: it was not, or was taken back. */
  readonly number: string | null
  readonly by: string | null
  readonly recorded: string | null
}
/** What the return says of them. */
export const saidOf = ({ number, code }: Pick<Numbered, 'number' | 'code'>): string | null => number ?? code

/** Those whose number the portal refuses first; then by name. */
export function inOrder(workers: readonly Numbered[]): readonly Numbered[] {
  const called = ({ name, code }: Numbered) => name ?? code ?? ''
  const late = (one: Numbered) => Number(isTaken(saidOf(one)))
  return workers.toSorted((a, b) => late(a) - late(b) || called(a).localeCompare(called(b), 'en', { numeric: true }))
}
