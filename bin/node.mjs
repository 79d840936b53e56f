// Finds the Node that runs Kith: the pinned Node 24 that npm installed, else this one when it is new enough.
import { existsSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(realpathSync(fileURLToPath(import.meta.url)))

/** The path of the Node to run; ends the process with a plain sentence where there is none. */
export function nodeBinary() {
  try {
    const require = createRequire(import.meta.url)
    const pinned = join(
      dirname(require.resolve(`node-${process.platform}-${process.arch}/package.json`)),
      'bin',
      'node',
    )
    if (existsSync(pinned)) return pinned
  } catch {}
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  console.error(
    `kith: this machine has Node ${process.versions.node} and no pinned Node for ${process.platform}-${process.arch}. Install Node 24, then run npm install again.`,
  )
  process.exit(1)
}

/** Arguments that let that Node read TypeScript and TSX. */
export function nodeArguments() {
  return ['--disable-warning=ExperimentalWarning', '--import', pathToFileURL(join(here, 'tsx.mjs')).href]
}
