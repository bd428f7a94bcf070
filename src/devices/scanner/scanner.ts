export type ScannerState = 'connected' | 'missing'

export type Scanner = {
  state(): ScannerState
  close(): Promise<void>
}

/** A scanner whose address means no device. */
export function missingScanner(onState: (state: ScannerState) => void): Scanner {
  onState('missing')
  return { state: () => 'missing', close: () => Promise.resolve() }
}
