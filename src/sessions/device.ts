// The kind of browser and machine, in words, so that a person can tell their own sessions apart; nothing finer is kept.
const BROWSERS = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|Chromium)\//],
  ['Safari', /\bSafari\//],
] as const
const MACHINES = [
  ['an iPhone', /\biPhone\b/],
  ['an iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['a Mac', /\bMac(?:intosh| OS)\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const

const named = (kinds: readonly (readonly [string, RegExp])[], agent: string): string | undefined =>
  kinds.find(([, pattern]) => pattern.test(agent))?.[0]

/** `Firefox on Windows`. */
export function deviceOf(agent: string): string {
  const browser = named(BROWSERS, agent) ?? 'A browser'
  const machine = named(MACHINES, agent)
  return machine === undefined ? browser : `${browser} on ${machine}`
}
