// A form against the record: opened with what is known, kept as a draft, and sent: once, in one transaction, with nothing typed ever lost.
import { mayDo, type Scope } from '#access'
import type { Asking } from '#database'
import { Refused } from '#database'
import { type Draft, draftById, type Saved, saveDraft, unfinished, type Values } from '#drafts'
import type { Visit, WorkersLock } from '#web'
import type { Control } from './control.ts'
import type { At, Fault, FormOf, Outcome, Takes } from './form.ts'

export type Elsewhere = { readonly unlessSees: Scope; readonly to: (at: Pick<At, 'child'>) => string }

export type FormDefinition<Given, Ok, File = undefined> = FormOf<Given, Ok> & {
  /** With `:child` where it goes onto a child's record, `:about` where it corrects or hangs on something. */
  readonly path: string
  readonly lock: WorkersLock
  /** The address in the navigation under which it lies. */
  readonly here: string
  /** undefined: there is nothing that this form could be about. */
  readonly load: (asking: Asking, at: At) => Promise<Given | undefined>
  /** Runs in the transaction that ends the draft. `read`: the version that the form was opened on. */
  readonly save: (
    asking: Asking,
    ok: Ok,
    context: At & { readonly given: Given; readonly read: string; readonly file: File | undefined },
  ) => Promise<Outcome>
  /** Where the person goes when it is done. */
  readonly leadsTo: (at: At, id: string) => string
  /** For whoever may write it and not read where it leads: a note of the night. */
  readonly elsewhere?: Elsewhere | undefined
  /** Words for what only the database refused; where they are missing, or undefined, a general sentence. */
  readonly refused?: (refused: Refused) => Fault | undefined
  /**
   * Takes back what was saved, within ten minutes, where that is safe. False where it is not any more: then whatever it did is
   * not in the record either.
   */
  readonly undo?: (asking: Asking, id: string, at: At) => Promise<boolean>
  readonly takes?: Takes<File>
  /**
   * What is said kindly beside a field while somebody writes: reckoned each time a draft is kept, read as whoever writes, and only where
   * the lock of this form lets them in. It refuses nothing.
   */
  readonly whileWriting?: WhileWriting
}
export type WhileWriting = (asking: Asking, at: At, values: Values) => Promise<readonly Fault[]>

export type Open<Given> = {
  readonly given: Given
  readonly draft: { readonly id: string; readonly revision: number }
  readonly values: Values
  /** Drafts of the same that another window saved. */
  readonly beside: readonly Draft[]
}
export type Opened<Given> =
  | ({ readonly kind: 'open' } & Open<Given>)
  | { readonly kind: 'choose'; readonly given: Given; readonly drafts: readonly Draft[] }
  | { readonly kind: 'sent'; readonly id: string }
  | { readonly kind: 'not found' }

export type Leading = Pick<FormDefinition<unknown, unknown>, 'leadsTo' | 'elsewhere'>
/** Where this person goes from here: nobody is led to a page that tells them they cannot see it. */
export async function nextAddress(asking: Asking, { leadsTo, elsewhere }: Leading, { at, id }: Led): Promise<string> {
  if (elsewhere === undefined || at.child === null) return leadsTo(at, id)
  return (await mayDo(asking, at.child, ['see', elsewhere.unlessSees])) ? leadsTo(at, id) : elsewhere.to(at)
}
export type Led = { readonly at: At; readonly id: string }

export const subjectOf = (name: string, { child, about }: At) => ({ form: name, child, about })

/** `draft`: one to go on with; `fresh`: another one, although there are unfinished ones. */
export async function openForm<Given, Ok, File>(
  asking: Asking,
  form: FormDefinition<Given, Ok, File>,
  asked: At & { readonly draft: string | undefined; readonly fresh: boolean },
): Promise<Opened<Given>> {
  const given = await form.load(asking, asked)
  if (given === undefined) return { kind: 'not found' }
  const drafts = await unfinished(asking, subjectOf(form.name, asked))
  if (asked.draft !== undefined) return await goOn(asking, { given, drafts }, asked.draft)
  if (drafts.length > 0 && !asked.fresh) return { kind: 'choose', given, drafts }
  const [id = ''] = await asking.newIds(1)
  return { kind: 'open', given, draft: { id, revision: 0 }, values: form.start(given, asked.today), beside: [] }
}

async function goOn<Given>(
  asking: Asking,
  { given, drafts }: { readonly given: Given; readonly drafts: readonly Draft[] },
  id: string,
): Promise<Opened<Given>> {
  const draft = drafts.find((one) => one.id === id)
  if (draft?.values !== undefined) {
    const beside = drafts.filter(
      (other) => other.id !== id && (other.siblingOf ?? other.id) === (draft.siblingOf ?? draft.id),
    )
    return { kind: 'open', given, draft, values: draft.values, beside }
  }
  const over = await draftById(asking, id)
  return over?.ended === 'submitted' && over.result !== null ? { kind: 'sent', id: over.result } : { kind: 'not found' }
}

export type Posted = { readonly control: Control; readonly form: Values }
/** The file that came with a form, or why there is none to take. */
export type WithFile<File> = {
  readonly file?: File | undefined
  readonly fileFault?: Fault | undefined
  /** Tells the file that came from any other, also one that was not taken; undefined: none was chosen. */
  readonly fileMark?: string | undefined
}

/** Nothing where the form says nothing, or is closed to whoever writes. */
export async function saidWhileWriting(
  asking: Asking,
  { whileWriting, lock }: { readonly whileWriting: WhileWriting | undefined; readonly lock: WorkersLock },
  { at, values }: { readonly at: At; readonly values: Values },
): Promise<readonly Fault[]> {
  const { may } = lock
  if (whileWriting === undefined || at.child === null || may === 'worker' || 'as' in may) return []
  return (await mayDo(asking, at.child, may)) ? await whileWriting(asking, at, values) : []
}

/** Keeps what was typed, as it was typed. */
export async function keepForm(
  asking: Asking,
  name: string,
  at: At & { readonly control: Control; readonly values: Values },
): Promise<Saved> {
  const { draft: id, revision: read } = at.control
  return await saveDraft(asking, { ...subjectOf(name, at), id, read, values: at.values })
}

/** undefined: the draft is another person's, or about a child who is not theirs to write about. */
export async function ifTheirs<T>(
  { door, who }: Pick<Visit, 'door' | 'who'>,
  work: (asking: Asking) => Promise<T>,
): Promise<T | undefined> {
  return await door.as(who, work).catch((error: unknown) => {
    if (error instanceof Refused) return undefined
    throw error
  })
}
