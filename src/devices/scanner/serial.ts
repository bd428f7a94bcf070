import type { SerialAddress } from '../serial-port.ts'
import type { Sleep } from '../wait.ts'
import { missingScanner } from './scanner.ts'
import type { Scanner, ScannerState } from './scanner.ts'
export function serialScanner(
  _a: SerialAddress,
  p: { onText: (t: string) => void; onState: (s: ScannerState) => void; sleep: Sleep; now: () => number },
): Scanner {
  return missingScanner(p.onState)
}
