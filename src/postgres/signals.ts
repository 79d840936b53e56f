// Ends a process in order when the person or the machine asks for it.

/** On Ctrl-C, a hang-up or a request to end: runs `stop` once, whatever comes after, then ends as the signal would have. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
  const end = (code: number) => {
    if (stopping) return
    stopping = true
    stop().then(
      () => process.exit(code),
      (error: unknown) => {
        console.error(`kith: ${error instanceof Error ? error.message : String(error)}`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', () => end(codes.SIGINT))
  process.on('SIGTERM', () => end(codes.SIGTERM))
  process.on('SIGHUP', () => end(codes.SIGHUP))
}
