// How grave the portal holds each rule to be. Nothing published that we have says so: enter it here, code by code, with its source.

/** An error stops the return; a query wants an explanation. */
export type Severity = 'error' | 'query' | 'unknown'

export const severities: Readonly<Record<string, Exclude<Severity, 'unknown'>>> = {}
