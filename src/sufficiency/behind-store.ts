// The SQL behind the numbers of sufficiency: the same facts as by night, under the sight of whoever asks now.
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import { type HomeListed, homesListed } from '#who-waits'
import { type Behind, careBehind, homesBehind, needingBehind } from './behind.ts'
import { needingFar } from './reckoning.ts'
import { farOf, needingOf, spellsOf } from './store.ts'

export async function childrenBehind(asking: Asking, of: Behind, today: IsoDay): Promise<readonly string[]> {
  if (of.what === 'in' || of.what === 'came' || of.what === 'left') return careBehind(of, await spellsOf(asking))
  if (of.what !== 'gap' && of.what !== 'far') return []
  const far = needingFar({ today, far: await farOf(asking, today) })
  if (of.what === 'far') return far.flatMap(({ ids }) => ids)
  return needingBehind(of, [...(await needingOf(asking, today)), ...far])
}
export const homesBehindOf = async (asking: Asking, of: Behind, today: IsoDay): Promise<readonly HomeListed[]> =>
  homesBehind(of, await homesListed(asking, today))
