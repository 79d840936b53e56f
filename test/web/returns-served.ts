// For tests of the return's pages: their routes, and a council whose return has something to put right.
import { day } from '#calendar'
import { childRoutes } from '#child-pages'
import { correct } from '#database'
import { formRoutes } from '#forms'
import { homeRoutes } from '#home'
import { listRoutes } from '#lists'
import { peopleForms } from '#people/pages'
import { returnSettingsForms, returnSettingsRoutes } from '#return-settings'
import { type Beside, returnForms, returnRoutes } from '#return-work'
import { visitForms } from '#visits/pages'
import type { Route } from '#web'
import { type Served, servedCouncil } from './council-served.ts'

export const TODAY = day('2027-03-31')
export const beside: Beside = { postcodes: async () => await Promise.resolve(undefined), providers: [] }

/** `folder`: where a list waits that is entered; without one, what is entered for the return is left out. */
export function routesWithReturns(folder?: string): readonly Route[] {
  const paths = new Set<string>()
  const routes = [
    ...homeRoutes(visitForms),
    ...listRoutes(),
    ...childRoutes(),
    ...returnRoutes({ beside, isThere: (path) => paths.has(path) }),
    ...(folder === undefined ? [] : returnSettingsRoutes({ folder })),
    ...formRoutes(
      [...visitForms, ...peopleForms(), ...returnForms, ...(folder === undefined ? [] : returnSettingsForms)],
      async () => await Promise.resolve(new Map()),
    ),
  ]
  for (const { path } of routes) paths.add(path)
  return routes
}

/** The invented return is nearly clean: every fifth child gets a code of ethnic origin that there is not. */
async function spoil({ query, door, council }: Served): Promise<void> {
  const rows = await query<{ id: string }>(
    `select id from (select id, row_number() over (order by line) as n from kith.identity_code_current
       where kind = 'ethnicity for the return') e where n % 5 = 0`,
  )
  await door.asService(council.council, 'command line', async (asking) => {
    for (const { id } of rows) await correct(asking, 'kith.identity_code', { id, columns: { code: 'ZZZZ' } })
  })
}

/** The council stands on the day of its pages, so that who works with whom then sees them. */
export async function councilWithReturn(name: string): Promise<Served> {
  const served = await servedCouncil(name)
  const { council } = served.council
  await served.query(`update door.council set stands_on = '2027-03-31' where council = $1`, [council])
  await served.query('select kith.refresh_sight(council, id) from kith.child where council = $1', [council])
  await spoil(served)
  return served
}
