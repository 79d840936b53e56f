// A test reporter: names what failed or was skipped and the files that took longest, then one line `N passed, N failed, N skipped`.
export default async function* tally(source) {
  let passed = 0
  let failed = 0
  let skipped = 0
  const seconds = new Map()
  for await (const { type, data } of source) {
    if (type === 'test:complete' && data.nesting === 0)
      seconds.set(data.file, (seconds.get(data.file) ?? 0) + data.details.duration_ms / 1000)
    // An error that nobody caught, when no test could be found that it belongs to.
    if (type === 'test:diagnostic' && data.message.startsWith('Error: ')) {
      failed += 1
      yield `FAILED: ${data.message}\n`
    }
    if (type === 'test:diagnostic' || data?.details?.type === 'suite') continue
    if (type === 'test:pass') {
      if (data.skip !== undefined || data.todo !== undefined) {
        skipped += 1
        yield `skipped: ${data.name} (${data.file ?? ''}) ${data.skip ?? data.todo}\n`
      } else passed += 1
    }
    if (type === 'test:fail') {
      failed += 1
      const error = data.details?.error
      yield `FAILED: ${data.name} (${data.file ?? ''}:${data.line ?? ''})\n${error?.cause?.stack ?? error?.stack ?? error}\n`
    }
  }
  const slow = [...seconds].filter(([, taken]) => taken > 20).sort(([, a], [, b]) => b - a)
  for (const [file, taken] of slow) yield `${taken.toFixed(0)} s  ${file?.replace(`${process.cwd()}/`, '')}\n`
  yield `${passed} passed, ${failed} failed, ${skipped} skipped\n`
}
