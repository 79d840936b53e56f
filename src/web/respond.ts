// An answer that is no page, as a response: a redirect, an island's answer, a file to save.
import type { Context } from 'hono'
import { safeName } from './posted.ts'
import type { Answer } from './route.ts'

export type NoPage = Exclude<Answer, { kind: 'page' | 'not found' }>

export function respond(context: Context, answer: NoPage): Response {
  switch (answer.kind) {
    case 'redirect':
      return context.redirect(answer.to, 303)
    case 'json':
      return context.json(answer.body, answer.status)
    case 'file':
      return saved(answer.content, answer.saved)
    case 'picture':
      return shown(answer.content, answer.type)
    case 'text':
      return saved(answer.text, answer.saved)
  }
}

type Content = ConstructorParameters<typeof Response>[0]

/** Always saved, never shown: what somebody uploaded cannot act as a page of ours. */
function saved(content: Content, { name, type }: { readonly name: string; readonly type: string }): Response {
  return new Response(content, { headers: { 'content-type': type, 'content-disposition': disposition(name) } })
}

/** Its type is what was found in it, never what a browser guesses; and it may load, run and send nothing. */
function shown(content: Content, type: string): Response {
  const headers = { 'content-type': type, 'content-disposition': 'inline', 'content-security-policy': PICTURES_ONLY }
  return new Response(content, { headers })
}
export const PICTURES_ONLY = "default-src 'none'; sandbox"

function disposition(name: string): string {
  const safe = safeName(name)
  const ascii = safe.replace(/[^\x20-\x7e]|[%\\]/g, '_')
  const encoded = encodeURIComponent(safe).replace(
    /['()]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
