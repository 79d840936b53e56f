// What was found in a return as lines for the terminal: by rule, by child, by worker; and whatever stood in the way.
import type { CheckedReturn } from '#statutory-returns'
import type { Changes } from './changes.ts'
import { byChild, byOwner, byRule, type Flagged } from './flagged.ts'

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

const childrenOf = (found: readonly Flagged[]) => new Set(found.map(({ child }) => child)).size

const place = ({ table, line }: Flagged) => `${table} line ${line}`
const grave = ({ severity }: Flagged) => (severity === 'unknown' ? '' : ` (${severity})`)
const called = (child: string) => (child === '' ? 'No child named' : `Child ${child}`)

const linesByRule = (all: readonly Flagged[]): readonly string[] =>
  byRule(all).flatMap(({ key, found }) => [
    `${key}  ${found[0]?.rule.says ?? ''}${found[0] ? grave(found[0]) : ''}`,
    `    ${counted(found.length, 'row', 'rows')}, ${counted(childrenOf(found), 'child', 'children')}: ${found.slice(0, 5).map(place).join(', ')}${found.length > 5 ? ', …' : ''}`,
  ])

const oneLine = (one: Flagged) => `${one.rule.code}  ${place(one)}: ${one.rule.says}${grave(one)}`

const linesByChild = (all: readonly Flagged[]): readonly string[] =>
  byChild(all).flatMap(({ key, found }) => [called(key), ...found.map((one) => `    ${oneLine(one)}`)])

/** Each worker with their children, and under each child what to put right and what it is called in the record. */
export const linesByWorker = (all: readonly Flagged[]): readonly string[] =>
  byOwner(all).flatMap(({ key, found }) => [
    `${key === '' ? 'No worker named' : `Worker ${key}`}: ${counted(found.length, 'row', 'rows')}, ${counted(childrenOf(found), 'child', 'children')}`,
    ...byChild(found).flatMap((child) => [
      `    ${called(child.key)}`,
      ...child.found.flatMap((one) => [
        `        ${oneLine(one)}`,
        `            to look at: ${one.mend.map((field) => field.called).join('; ')}`,
      ]),
    ]),
  ])

export const listings: Readonly<Record<string, (found: readonly Flagged[]) => readonly string[]>> = {
  rule: linesByRule,
  child: linesByChild,
  worker: linesByWorker,
}

/** Whatever stands in the way of a complete check: files, rules that were not run, rules that broke. */
export function warnings({ findings, broken, notRun }: CheckedReturn): readonly string[] {
  const last = findings.lastYear.map(({ says }) => `Last year: ${says}`)
  const wanting = new Map<string, string[]>()
  for (const { rule, missing } of notRun) {
    const key = missing.join(' and ')
    wanting.set(key, [...(wanting.get(key) ?? []), rule])
  }
  const skipped = [...wanting].map(([missing, rules]) => `Not run, for want of ${missing}: ${rules.join(', ')}.`)
  const failed = broken.map(
    ({ rule, over, at }) => `Rule ${rule} is broken for ${over} ${at}: it failed there. Please report it.`,
  )
  return [...findings.thisYear.map(({ says }) => says), ...last, ...skipped, ...failed]
}

export function summary(checked: CheckedReturn, rows: readonly Flagged[]): string {
  const fired = new Set(rows.map(({ rule }) => rule.code)).size
  return `${counted(rows.length, 'flag', 'flags')} on ${counted(childrenOf(rows), 'child', 'children')}, by ${fired} of ${counted(checked.rules.length, 'rule', 'rules')}.`
}

export const changesLine = ({ fresh, still, mended }: Changes): string =>
  `Since then: ${counted(fresh.length, 'flag', 'flags')} new, ${mended.length.toLocaleString('en-GB')} put right, ${still.length.toLocaleString('en-GB')} still there.`
