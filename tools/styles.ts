// The stylesheet of the look, compiled from its theme; short, and with lines that a difference can be read in.
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { compile } from 'sass'

const root = join(import.meta.dirname, '..')
export const STYLESHEET = join(root, 'src/look/kith.css')

const HEAD = `/* Made from src/look/theme by tools/build-styles.ts: change it there.
   Includes styles of GOV.UK Frontend, MIT licence, Crown copyright (Government Digital Service). */
`

/** GOV.UK Frontend writes its blue into a few rules that no setting reaches. */
const ownBlue = (css: string): string => css.replace(/#(1d70b8|0f385c)\b/gi, 'var(--govuk-brand-colour)')

export function compileStyles(): string {
  const { css } = compile(join(root, 'src/look/theme/kith.scss'), {
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
  })
  const options = { loader: 'css', minify: true, lineLimit: 160, legalComments: 'none', target: 'chrome111' } as const
  return `${HEAD}${transformSync(ownBlue(css), options).code}`
}
