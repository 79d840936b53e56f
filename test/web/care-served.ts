// For tests of what moves the clock: a council with one team, its manager and one worker, and children who come into care there.
import assert from 'node:assert/strict'
import type { Who } from '#database'
import type { Route } from '#web'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { type Fields, joinTeam, makeTeam, send } from './form-posting.ts'

export type CareCouncil = {
  readonly served: Served
  readonly north: string
  readonly manager: Who
  readonly ana: Who
  readonly as: (who: Who) => Browser
  /** In care since 1 Feb 2027 by the agreement of their mother, with a foster carer; Ana works with them. */
  readonly childInCare: (more?: Fields) => Promise<string>
  /** What stands of a child, first to last. */
  readonly standing: <Row>(table: string, child: string, columns: string) => Promise<readonly Row[]>
}

export async function careCouncil(name: string, routes: () => readonly Route[]): Promise<CareCouncil> {
  const served = await servedCouncil(name, { filled: false })
  await served.query(`update door.council set stands_on = '2027-03-31'`)
  const north = await makeTeam(served, 'North')
  const [manager, ana] = [await served.worker(undefined), await served.worker(undefined)]
  await joinTeam(served, { person: manager.person, team: north, role: 'manager' })
  await joinTeam(served, { person: ana.person, team: north, role: 'worker' })
  const browsers = new Map<Who, Browser>()
  const as = (who: Who): Browser => {
    const browser = browsers.get(who) ?? served.appFor(who, routes())
    browsers.set(who, browser)
    return browser
  }
  const childInCare = async (more: Fields = {}): Promise<string> => {
    const answer = await send(as(manager), '/comes-into-care/new', {
      ...{ given: 'Nia', family: 'Prosser', born: '30 Apr 2010', since: '1 Feb 2027', power: 'section 20 agreement' },
      ...{ agreed: ['mother'], agreed_names: 'Carys', night: 'at home', home_kind: 'U6', how_it_came: 'planned' },
      ...{ team: north, worker: ana.person, ...more },
    })
    assert.equal(answer.status, 303, answer.html)
    return answer.to.slice('/children/'.length, '/children/'.length + 36)
  }
  const standing = async <Row>(table: string, child: string, columns: string): Promise<readonly Row[]> =>
    await served.query<Row>(`select ${columns} from kith.${table}_current where child = $1 order by line`, [child])
  return { served, north, manager, ana, as, childInCare, standing }
}
