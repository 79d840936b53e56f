// Where a form leads when it is sent: to a page that whoever may send it may read, by the published matrix.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { day } from '#calendar'
import type { Route } from '#web'
import { matrix } from '../access/matrix.ts'
import { composedAlone } from './whole-app.ts'

const CHILD = randomUUID()
const AT = { child: CHILD, about: randomUUID(), today: day('2027-03-31'), me: randomUUID() }
const { routes, forms } = composedAlone()
/** Their records are opened by a permission of another kind: a place in a team, a reason given in an emergency, being named for a sealed one. */
const OTHERWISE = new Set(['comes-into-care', 'break-glass', 'open-sealed'])

const pattern = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(/:[a-zA-Z]+(\{(?:[^{}]|\{[^{}]*\})*\})?/g, '[^/]+')}$`)
const routeAt = (address: string): Route | undefined =>
  routes.find(({ method, path }) => method === 'GET' && pattern(path).test(address.replace(/[?#].*/, '')))
const relations = matrix.filter(({ relation }) => relation !== 'child' && relation !== 'carer')
type Line = (typeof relations)[number]
const may = (line: Line, lock: Route['lock']['may'] | undefined): boolean => {
  if (lock === undefined) return false
  if (lock === 'worker' || lock === 'anyone') return true
  return 'as' in lock ? lock.as.some((as) => as === line.relation) : line[lock[0]].includes(lock[1])
}

test('nobody is led to a page that tells them they cannot see it', () => {
  assert.ok(forms.length > 100 && relations.length > 10, `${forms.length}, ${relations.length}`)
  for (const { name, routes: own, leadsTo, elsewhere } of forms) {
    if (OTHERWISE.has(name)) continue
    for (const line of relations) {
      if (!may(line, own[0]?.lock.may)) continue
      const sees = elsewhere === undefined || line.see.includes(elsewhere.unlessSees)
      const to = sees ? leadsTo(AT, AT.about) : elsewhere.to(AT)
      // What is corrected was found on a page that they do not see either.
      if (line.relation === 'out-of-hours' && /correct|retract/.test(name)) continue
      assert.ok(may(line, routeAt(to)?.lock.may), `${name} leads ${line.relation} to ${to.replace(CHILD, '…')}`)
    }
  }
})
