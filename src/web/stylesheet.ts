// The stylesheet, served under a name that changes with it, so that a browser may keep it for good.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Stylesheet = { readonly path: string; readonly text: string }

export function readStylesheet(): Stylesheet {
  const text = readFileSync(join(import.meta.dirname, 'styles.css'), 'utf8')
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { path: `/styles-${hash}.css`, text }
}
