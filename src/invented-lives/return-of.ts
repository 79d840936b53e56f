// The invented council as a return would give it out: the tables that `kith import ssda903` reads, with the whole history in one year.
import { addYears, ageOn, type DayNumber, dayOf, type IsoDay, numberOf } from '#calendar'
import { type Chance, chanceFrom } from '#chance'
import type { InventedChild, InventedCouncil, Turn } from '#invented-council'

/** `31/03/2027`, as the return writes it; empty while it lasts. */
function written(on: DayNumber | undefined): string {
  return on === undefined ? '' : dayOf(on).split('-').toReversed().join('/')
}
type Cells = readonly (string | number)[]
const csv = (heading: string, rows: readonly Cells[]): string =>
  `${[heading, ...rows.map((cells) => cells.join(','))].join('\n')}\n`

/** A new row wherever home or status changes: both on one day are one row. */
function episodesOf(child: InventedChild): readonly Cells[] {
  const { code, homes, statuses, came, left, need, home } = child
  const days = [...new Set([came, ...homes.map(({ since }) => since), ...statuses.map(({ since }) => since)])]
    .filter((day) => left === undefined || day < left.on)
    .toSorted((a, b) => a - b)
  return days.map((day, at) => {
    const lived = homes.findLast(({ since }) => since <= day)
    const status = statuses.findLast(({ since }) => since <= day)
    const [moved, changed] = [lived?.since === day, status?.since === day]
    const because = at === 0 ? 'S' : moved ? (changed ? 'B' : 'P') : 'L'
    const until = days[at + 1] ?? left?.on
    const ends = until === undefined ? '' : until === left?.on ? (left?.why ?? '') : 'X1'
    const why = lived?.until !== undefined && lived.until === until ? (lived.ended ?? '') : ''
    return [
      ...[code, written(day), because, status?.code ?? '', need, lived?.kind ?? '', lived?.provider ?? ''],
      ...[written(until), ends, why, home ?? '', lived?.postcode ?? '', lived?.registration ?? ''],
    ]
  })
}

const CHECK = 'ABCDEFGHJKLMNPQRTUVWXYZ'
/** A pupil's number, with the letter that checks the twelve figures. */
function pupilNumber(chance: Chance): string {
  const digits = Array.from({ length: 12 }, (_, at) => (at === 0 ? chance.whole(3, 8) : chance.whole(0, 9)))
  return `${CHECK[digits.reduce((sum, digit, at) => sum + digit * (at + 2), 0) % 23] ?? 'A'}${digits.join('')}`
}

const eighteenth = (born: DayNumber): DayNumber => numberOf(addYears(dayOf(born), 18))

/** Where they live, by why care ended: in a supported flat, on their own, or with the carers they had. */
const LIVES: Readonly<Record<string, string>> = { E5: 'D1', E6: 'U1', E17: 'Z1' }
function leaverRow({ code, born, left }: InventedChild, chance: Chance): readonly Cells[] {
  const lives = LIVES[left?.why ?? '']
  if (lives === undefined) return []
  const activity = chance.weighted({ F2: 45, F5: 25, P2: 10, G5: 20 })
  return [[code, written(born), 'YES', activity, lives]]
}

const yes = (is: boolean): number => (is ? 1 : 0)
function healthRow({ code, born, health }: InventedChild, today: IsoDay): readonly Cells[] {
  if (health === undefined) return []
  const { sdq, sdqOwed, immunised, teeth, assessed, development } = health
  const reason = sdq !== undefined ? '' : sdqOwed ? 'SDQ4' : 'SDQ1'
  const checked = ageOn(dayOf(born), today) < 5 ? yes(development) : ''
  return [[code, written(born), sdq ?? '', reason, 0, checked, yes(immunised), yes(teeth), yes(assessed), 0, '', '']]
}

/** The code of a worker, by their number. */
export type WorkerCodes = (turn: Pick<Turn, 'worker' | 'former'>) => string
const WHY_CHANGED = { LEFTRL: 45, MANAGE: 20, TSPROC: 20, ORGRST: 10, ABSENC: 5 } as const

/** By name of file. */
export function returnOf(
  { everybody, seed, today }: InventedCouncil,
  workerOf: WorkerCodes,
): ReadonlyMap<string, string> {
  const chance = chanceFrom(`${seed} return`)
  const who = everybody.map(({ code, sex, born, ethnicity }) => [
    code,
    sex,
    written(born),
    ethnicity,
    pupilNumber(chance),
    '',
    '',
  ])
  const turns = everybody.flatMap(({ code, born, family, workers }) =>
    workers.map((turn) => {
      const reason = chanceFrom(`${seed} change ${family} ${turn.until ?? 0}`).weighted(WHY_CHANGED)
      const why = turn.until === undefined ? '' : reason
      return [code, written(born), workerOf(turn), written(turn.since), written(turn.until), why]
    }),
  )
  const alone = everybody.flatMap(({ alone: came, code, sex, born }) =>
    came ? [[code, sex, written(born), written(eighteenth(born))]] : [],
  )
  const leavers = everybody.flatMap((one) => leaverRow(one, chance))
  return new Map([
    ['header.csv', csv('CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', who)],
    [
      'episodes.csv',
      csv(
        'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
        everybody.flatMap(episodesOf),
      ),
    ],
    [
      'oc2.csv',
      csv(
        'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED',
        everybody.flatMap((one) => healthRow(one, today)),
      ),
    ],
    ['sw_episodes.csv', csv('CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON', turns)],
    ['uasc.csv', csv('CHILD,SEX,DOB,DUC', alone)],
    ['oc3.csv', csv('CHILD,DOB,IN_TOUCH,ACTIV,ACCOM', leavers)],
  ])
}
