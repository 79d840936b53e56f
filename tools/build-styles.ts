// Writes the stylesheet anew: `node bin/run.mjs tools/build-styles.ts`.
import { writeFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { compileStyles, STYLESHEET } from './styles.ts'

const styles = compileStyles()
writeFileSync(STYLESHEET, styles)
console.log(`${STYLESHEET}: ${styles.length} bytes, ${brotliCompressSync(styles).length} with brotli`)
