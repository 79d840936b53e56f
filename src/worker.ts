// Composes the work that nobody waits for: the log sealed every second; each night the ledger moved on, old drafts forgotten, a pack made, the Department told.
import { setTimeout } from 'node:timers/promises'
import { keepSealing } from '#access'
import type { IsoDay } from '#calendar'
import { nightlyRefresh } from '#clock'
import { type Answer, type Department, nightlyPayload } from '#daily-payload'
import { type Door, withClient } from '#database'
import { forgetDrafts } from '#drafts'
import { currentDirectory, placesOf } from '#geography'
import { startJobs, type Task } from '#jobs'
import { nightlyPack, type PackSettings } from '#night-pack'
import { nightFigures } from '#record-figures'
import { type Beside, returnCheck } from '#return-work'
import { nightSufficiency } from '#sufficiency'
import type { House } from './main.ts'
import type { DepartmentOf } from './settings.ts'

/** What a return is checked against besides the record; providers are the council’s own, entered in Kith. */
export function besideReturns({ opened }: Pick<House, 'opened'>): Beside {
  return {
    postcodes: async (named) =>
      await withClient(opened.connection, async (client) =>
        (await currentDirectory(client)) ? await placesOf(client, named) : undefined,
      ),
    providers: [],
  }
}

export type Working = { readonly stop: () => Promise<void> }

/** A minute is long for an answer; a receipt is a number in JSON. What else is answered is not read: it may quote what was sent. */
const LONGEST_ANSWER = 60_000
const RECEIPT = /^"?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"?\s*$/i

async function answerOf(response: Response): Promise<Answer> {
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN)
  const text = response.ok ? (await response.text()).slice(0, 64) : ''
  if (!response.ok) await response.body?.cancel()
  return {
    ...{ status: response.status, receipt: RECEIPT.exec(text)?.[1]?.toLowerCase() },
    waitSeconds: Number.isFinite(wait) && wait >= 0 ? wait : undefined,
  }
}

/** The Department's interface at the address that the council set. A redirect is not followed: it would lead elsewhere. */
export function departmentAt({ url, laCode, authorization }: DepartmentOf): Department {
  const to = `${url.href.replace(/\/$/, '')}/children_social_care_data/${Number(laCode)}/children`
  const headers = { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) }
  return {
    host: url.host,
    post: async (body) => {
      const signal = AbortSignal.timeout(LONGEST_ANSWER)
      const response = await fetch(to, { method: 'POST', headers, body, redirect: 'manual', signal }).catch(
        () => undefined,
      )
      return response === undefined ? undefined : await answerOf(response)
    },
    wait: async (seconds) => await setTimeout(seconds * 1000),
  }
}

/** A task of its own: the words of drafts that are over go, whatever becomes of the refresh. For every council, or the one named. */
export function nightlyForgetting(door: Door): Task {
  return {
    name: 'forget-drafts',
    daily: '02:45',
    work: async ({ council }) => {
      const councils = council === undefined ? (await door.councils()).map((known) => known.council) : [council]
      for (const each of councils) await door.asService(each, 'nightly refresh', forgetDrafts)
    },
  }
}

type Work = {
  readonly log: (line: string) => void
  /** Where packs of the night go; undefined: none are made. */
  readonly packs?: PackSettings | undefined
  /** The council whose children are sent each night, and where to. */
  readonly sendTo?: { readonly code: string; readonly department: Department } | undefined
}

/** Starts sealing and taking jobs; `stop` finishes what is under way. */
export async function startWork(house: House, today: () => IsoDay, { log, packs, sendTo }: Work): Promise<Working> {
  const stopSealing = keepSealing({ door: house.door, places: house.sealPlaces }, 1_000, () =>
    log('The access log could not be sealed; it is tried again.'),
  )
  const jobs = await startJobs({
    connection: house.opened.connection,
    tasks: [
      nightlyRefresh(house.door, today),
      nightFigures(house.door, today),
      nightSufficiency(house.door, today),
      nightlyForgetting(house.door),
      returnCheck(house.door, today, besideReturns(house)),
      ...(packs === undefined ? [] : [nightlyPack(house, today, packs)]),
      nightlyPayload(house.door, today, sendTo),
    ],
    log,
  })
  return {
    stop: async () => {
      await jobs.stop()
      await stopSealing()
    },
  }
}
