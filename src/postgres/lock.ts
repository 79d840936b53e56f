// A lock that one process of this machine holds at a time; one left by a process that died is taken over.
import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { birthOf } from './processes.ts'

const abandonedAfterMs = 10_000

/** Takes the lock if it is free: returns how to give it back, or undefined. */
export function tryLock(path: string): (() => void) | undefined {
  const mine = `${process.pid} ${birthOf(process.pid)}`
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`
  writeFileSync(draft, mine)
  try {
    linkSync(draft, path) // a link, so that nobody ever reads a lock half written
    return () => rmSync(path, { force: true })
  } catch {
    if (isLeftBehind(path)) removeLeftBehind(path)
    return undefined
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Does the work while holding the lock, waiting for it as long as its holder lives. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  let release = tryLock(path)
  while (!release) {
    await wait(25)
    release = tryLock(path)
  }
  try {
    return await work()
  } finally {
    release()
  }
}

function isLeftBehind(path: string): boolean {
  try {
    const [pid, birth] = readFileSync(path, 'utf8').split(' ')
    return birthOf(Number(pid)) !== birth
  } catch {
    return false
  }
}

/** Two processes may find the same dead lock: only the one that makes the folder may remove it, having looked again. */
function removeLeftBehind(path: string): void {
  const guard = `${path}.breaking`
  try {
    mkdirSync(guard)
  } catch {
    if (ageMs(guard) > abandonedAfterMs) rmSync(guard, { recursive: true, force: true })
    return
  }
  if (isLeftBehind(path)) rmSync(path, { force: true })
  rmdirSync(guard)
}

function ageMs(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return 0
  }
}
