// `npm run bench [-- NAME …]`: every figure that Kith promises, measured; ends with 1 when a target is missed by more than half.
import { spawnSync } from 'node:child_process'
import { benches } from './benches.ts'
import { calibration, type Figure, spent } from './measure.ts'

const wanted = process.argv.slice(2)
const names = wanted.length > 0 ? wanted : Object.keys(benches)
const unknown = names.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`bench: ${unknown.join(', ')} is not measured; there are ${Object.keys(benches).join(', ')}`)
  process.exitCode = 2
} else if (names.length === 1) await measure(names[0] ?? '')
else for (const name of names) await inProcessOfItsOwn(name)

/** So that the memory of one is not counted for the next. */
async function inProcessOfItsOwn(name: string): Promise<void> {
  const { status } = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, name], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}

async function measure(name: string): Promise<void> {
  const unit = await calibration()
  const figures = (await benches[name]?.()) ?? []
  console.log(`${name} (calibration loop ${unit.toFixed(3)} s of CPU; ratios are to it)`)
  for (const figure of figures) console.log(`  ${inWords(figure, unit)}`)
  if (figures.some((figure) => figure.target !== undefined && spent(figure) > 1.5 * figure.target)) process.exitCode = 1
}

function inWords(figure: Figure, unit: number): string {
  const { name, target, counts, best } = figure
  const [unitWord, digits] = counts === 'megabytes' ? ['MB', 0] : counts === 'kilobytes' ? ['kB', 1] : ['s', 3]
  const missed = target !== undefined && spent(figure) > target
  const verdict =
    target === undefined ? 'no target' : `target ${Number(target.toFixed(3))} ${unitWord} ${missed ? 'MISSED' : 'met'}`
  const cpu = best.node + best.postgres
  const beside = `node ${best.node.toFixed(3)} + postgres ${best.postgres.toFixed(3)} s CPU, wall ${best.wall.toFixed(3)} s, peak ${best.peakMegabytes.toFixed(0)} MB, ratio ${(cpu / unit).toFixed(2)}`
  return `${name}: ${spent(figure).toFixed(digits)} ${unitWord}: ${verdict} (${beside})`
}
