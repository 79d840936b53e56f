// What was posted: the fields of a form, repeated names kept, and its files.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type ArrivingFile, NotRead, readMultipart } from '#uploads'
import type { Route } from './route.ts'

/**
 * A file waits at its path until the handler has answered, or says why it is not there. The name is as it was on the sender's
 * machine, without its folder: for a label, never for a path.
 */
export type UploadedFile = { readonly name: string; readonly type: string } & (
  | { readonly path: string; readonly size: number }
  | { readonly refused: 'too big' | 'not written' }
)

export type Posted = {
  readonly form: Readonly<Record<string, readonly string[]>>
  readonly files: ReadonlyMap<string, UploadedFile>
}
/** What came with files: taken away when all is answered. */
export type PostedWithFiles = Posted & { readonly tooMuch: boolean; readonly takeAway: () => Promise<void> }

const IS_FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i

/**
 * PostgreSQL takes no NUL in text, and no keyboard makes one: it comes with what is pasted from broken files. It is kept as the
 * mark that browsers show in its place, where the person sees it, and the rest of the text is as it was.
 */
const withoutNul = (text: string): string => text.replaceAll('\0', '\uFFFD')

const unreadable = () => new HTTPException(400, { message: 'The form could not be read.' })
const NO_FILES: ReadonlyMap<string, UploadedFile> = new Map()

/** Nothing where no form was posted; of files nothing. */
export async function postedIn({ req }: Context): Promise<Posted> {
  if (req.method !== 'POST' || !IS_FORM.test(req.header('content-type') ?? ''))
    return { form: formOf([]), files: NO_FILES }
  const data = await req.formData().catch(() => {
    throw unreadable()
  })
  const typed = [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  return { form: formOf(typed), files: NO_FILES }
}

function formOf(fields: Iterable<readonly [name: string, value: string]>): Posted['form'] {
  // Without a prototype: a field may be called `constructor`.
  const form: Record<string, string[]> = Object.create(null)
  for (const [given, text] of fields) {
    const [name, value] = [withoutNul(given), withoutNul(text)]
    const before = form[name]
    if (before === undefined) form[name] = [value]
    else before.push(value)
  }
  return form
}

const MULTIPART = /^multipart\/form-data\b/i

/** A form with files, read as it comes. `limit`: of everything. Other forms are as anywhere, held to what is typed. */
export async function postedWithFiles(
  context: Context,
  { files: arriving, limit }: Pick<Route, 'limit'> & { readonly files: NonNullable<Route['files']> },
): Promise<PostedWithFiles> {
  const { req } = context
  if (!MULTIPART.test(req.header('content-type') ?? ''))
    return { ...(await postedIn(context)), tooMuch: false, takeAway: async () => undefined }
  const limits = { all: limit, text: FORM_BYTES }
  const come = await readMultipart(req.raw, arriving, limits).catch((error: unknown) => {
    throw error instanceof NotRead ? unreadable() : error
  })
  const files = new Map(come.files.map((file) => [withoutNul(file.field), uploaded(file)]))
  return { form: formOf(come.fields), files, tooMuch: come.tooMuch, takeAway: come.takeAway }
}

/** The most that a form may hold of what is typed: long notes fit, a file does not. */
export const FORM_BYTES = 256 * 1024

function uploaded(file: ArrivingFile): UploadedFile {
  return { ...file, name: safeName(file.name) }
}

/** Without folders, control characters, and marks that turn text around. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}"<>|*?:]/gu, '').replace(/^[.\s]+|\s+$/g, '')
  return plain.slice(0, 150) || 'file'
}
