import { useEffect, useRef, useState } from 'react'
import type { MoneyAsked, MoneyOf } from '#contract/money.ts'
import type { Fault, Result } from '#domain/kernel/result.ts'
import type { Method } from '#domain/money/payment.ts'
import { ask } from '../../hatch.ts'

/** The money of one dossier and everything that can be done with it. One act at a time: a key pressed twice acts once. */
export function useMoney(code: string) {
  const [money, setMoney] = useState<MoneyOf | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const busy = useRef(false)
  useEffect(() => {
    let gone = false
    void ask('money.of', { code }).then(found => {
      if (gone) return
      setMoney(found.ok ? found.value : null)
      setFaults(found.ok ? [] : found.faults)
    })
    return () => {
      gone = true
    }
  }, [code])

  /** Answers whether it was done. */
  const act = async (asked: () => Promise<Result<MoneyOf>>): Promise<boolean> => {
    if (busy.current) return false
    busy.current = true
    const done = await asked()
    busy.current = false
    if (done.ok) setMoney(done.value)
    setFaults(done.ok ? [] : done.faults)
    return done.ok
  }

  /** All that is still to pay; a transfer confirms the claim that waits, where one does, with all that was claimed. */
  const collect = (method: Method): Promise<boolean> =>
    act(async () => {
      const claim = method === 'transfer' ? money?.waiting[0] : undefined
      const vnd = claim?.vnd ?? money?.toPay ?? 0
      return ask('money.collect', { code, payment: claim?.payment ?? null, vnd, method, receipt: null })
    })

  return {
    money,
    faults,
    collect,
    claim: (): Promise<boolean> => act(() => ask('money.claim', { code })),
    receipt: (given: Omit<MoneyAsked['receipt'], 'code'>): Promise<boolean> => act(() => ask('money.receipt', { code, ...given })),
    void: (given: Omit<MoneyAsked['void'], 'code'>): Promise<boolean> => act(() => ask('money.void', { code, ...given })),
    refund: (given: Omit<MoneyAsked['refund'], 'code'>): Promise<boolean> => act(() => ask('money.refund', { code, ...given })),
  }
}
export type MoneyDesk = ReturnType<typeof useMoney>
