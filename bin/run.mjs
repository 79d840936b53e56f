// Runs a TypeScript file of this project under the pinned Node: `node bin/run.mjs FILE [ARG ...]`.
import { spawn } from 'node:child_process'
import { nodeArguments, nodeBinary } from './node.mjs'

const child = spawn(nodeBinary(), [...nodeArguments(), ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
