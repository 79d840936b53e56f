// A test reporter: names what failed or was skipped, then one line `N passed, N failed, N skipped`.
export default async function* tally(source) {
  let passed = 0
  let failed = 0
  let skipped = 0
  for await (const { type, data } of source) {
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
  yield `${passed} passed, ${failed} failed, ${skipped} skipped\n`
}
