// What was posted: the fields of a form, repeated names kept, and its files.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'

/** The name as it was on the sender's machine, without its folder: for a label, never for a path. */
export type UploadedFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

export type Posted = {
  readonly form: Readonly<Record<string, readonly string[]>>
  readonly files: ReadonlyMap<string, UploadedFile>
}

const IS_FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i

/**
 * PostgreSQL takes no NUL in text, and no keyboard makes one: it comes with what is pasted from broken files. It is kept as the
 * mark that browsers show in its place, where the person sees it, and the rest of the text is as it was.
 */
const withoutNul = (text: string): string => text.replaceAll('\0', '\uFFFD')

/** Nothing where no form was posted. Files only where the route takes them. */
export async function postedIn({ req }: Context, takesFiles: boolean): Promise<Posted> {
  // Without a prototype: a field may be called `constructor`.
  const form: Record<string, string[]> = Object.create(null)
  const files = new Map<string, UploadedFile>()
  if (req.method !== 'POST' || !IS_FORM.test(req.header('content-type') ?? '')) return { form, files }
  const data = await req.formData().catch(() => {
    throw new HTTPException(400, { message: 'The form could not be read.' })
  })
  for (const [given, value] of data) {
    const name = withoutNul(given)
    const before = form[name]
    if (typeof value === 'string' && before !== undefined) before.push(withoutNul(value))
    else if (typeof value === 'string') form[name] = [withoutNul(value)]
    else if (takesFiles && (value.name !== '' || value.size > 0)) files.set(name, await uploaded(value))
  }
  return { form, files }
}

async function uploaded(file: File): Promise<UploadedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { name: safeName(file.name), type: file.type || 'application/octet-stream', bytes }
}

/** Without folders, control characters, and marks that turn text around. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}"<>|*?:]/gu, '').replace(/^[.\s]+|\s+$/g, '')
  return plain.slice(0, 150) || 'file'
}
