// `npm run bench`: every figure that Kith promises, measured; ends with 1 when a target is missed by more than half.
import { calibration, type Figure, spent } from './measure.ts'
import { benches } from './benches.ts'

const wanted = process.argv.slice(2)
const unit = await calibration()
console.log(`calibration loop: ${unit.toFixed(3)} s of CPU; ratios below are to it`)
const figures: Figure[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const figure of await bench()) {
    figures.push(figure)
    console.log(inWords(figure))
  }
}
const far = figures.filter((figure) => figure.target !== undefined && spent(figure) > 1.5 * figure.target)
console.log(`${figures.length} figures, ${figures.filter(isMissed).length} missed, ${far.length} by more than half`)
process.exitCode = far.length > 0 ? 1 : 0

function isMissed(figure: Figure): boolean {
  return figure.target !== undefined && spent(figure) > figure.target
}

function inWords(figure: Figure): string {
  const { name, target, counts, best } = figure
  const unitWord = counts === 'megabytes' ? 'MB' : 's'
  const verdict = target === undefined ? 'no target' : `target ${target} ${unitWord}: ${isMissed(figure) ? 'MISSED' : 'met'}`
  const cpu = best.node + best.postgres
  return [
    `${name}: ${spent(figure).toFixed(counts === 'megabytes' ? 0 : 3)} ${unitWord}`,
    `(node ${best.node.toFixed(3)} + postgres ${best.postgres.toFixed(3)} s CPU, wall ${best.wall.toFixed(3)} s, peak ${best.peakMegabytes.toFixed(0)} MB, ratio ${(cpu / unit).toFixed(2)})`,
    verdict,
  ].join(' ')
}
