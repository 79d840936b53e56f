#!/usr/bin/env node
// The `kith` command: runs src/cli.ts under the pinned Node, whatever Node is on the path.
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeArguments, nodeBinary } from './node.mjs'

const here = dirname(realpathSync(fileURLToPath(import.meta.url)))
const child = spawn(nodeBinary(), [...nodeArguments(), join(here, '..', 'src', 'cli.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
