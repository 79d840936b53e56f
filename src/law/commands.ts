// The subcommand `kith vectors FILE`: are our dates the ones that the worked vectors say?
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { checkVectors, type VectorReport } from './vectors.ts'

function read(file: string): { text: string } | { refusal: string } {
  try {
    return { text: readFileSync(file, 'utf8').replace(/^\uFEFF/, '') }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return { refusal: `there is no file ${file}` }
    return { refusal: code === 'EISDIR' ? `${file} is a folder, not a file` : `${file} cannot be read` }
  }
}

function parse(text: string): { content: unknown } | undefined {
  try {
    return { content: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function inWords({ passed, logic, failures }: VectorReport): string {
  const lines = failures.map(({ where, asks, expected, got }) => `${where}: ${asks}: expected ${expected}, got ${got}`)
  if (logic > 0) lines.push(`${logic} logic ${logic === 1 ? 'vector' : 'vectors'}, in words, not checked here`)
  lines.push(`${passed} passed, ${failures.length} failed`)
  return lines.join('\n')
}

function asJson({ passed, logic, failures }: VectorReport): string {
  return JSON.stringify({ passed, failed: failures.length, logic, failures }, null, 2)
}

function reportOn(file: string): { report: VectorReport } | { refusal: string } {
  const source = read(file)
  if ('refusal' in source) return source
  const parsed = parse(source.text)
  if (parsed === undefined) return { refusal: `${file} is not JSON` }
  const report = checkVectors(parsed.content)
  return report === undefined ? { refusal: `${file} holds no date vectors` } : { report }
}

function checkFile(file: string, options: { readonly json?: boolean }): void {
  const answer = reportOn(file)
  if ('refusal' in answer) {
    process.stderr.write(`kith vectors: ${answer.refusal}\n`)
    process.exitCode = 2
    return
  }
  const { report } = answer
  process.stdout.write(`${options.json === true ? asJson(report) : inWords(report)}\n`)
  if (report.failures.length > 0) process.exitCode = 1
}

/** `cases`: what is said without a file, of the catalogue's cases in words. */
export function vectorsCommand(program: Command, { cases }: { readonly cases: () => readonly string[] }): void {
  program
    .command('vectors')
    .summary('check worked date vectors against the counting of this program')
    .description(
      'Checks date vectors from a JSON array of them (op, start, n, due), or from the catalogue of duties. Prints each that does not hold, and ends with "N passed, N failed". Exit 1 when one failed, 2 for wrong use. Without a file: how many of the catalogue’s cases in words are examples of rules, and which are not.',
    )
    .argument('[file]', 'a JSON file of vectors, or of duties with their vectors')
    .option('--json', 'print the result as JSON')
    .action((file: string | undefined, options: { readonly json?: boolean }) => {
      if (file === undefined) process.stdout.write(`${cases().join('\n')}\n`)
      else checkFile(file, options)
    })
}
