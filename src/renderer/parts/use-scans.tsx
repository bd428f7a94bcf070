import { type ReactNode, createContext, use, useLayoutEffect, useMemo, useRef } from 'react'

type Take = (text: string) => void
export type ScanRouter = { readonly scan: Take; readonly take: (take: Take) => () => void }

const ScanContext = createContext<ScanRouter>({ scan: () => undefined, take: () => () => undefined })

/** Hands every whole scan, typed or serial, to the screen that asked for scans last. */
export function ScanRoute({ router, children }: { readonly router: ScanRouter; readonly children: ReactNode }) {
  return <ScanContext value={router}>{children}</ScanContext>
}

export function useScanRouter(): ScanRouter {
  return useMemo(() => {
    const takers: Take[] = []
    return {
      scan: text => takers.at(-1)?.(text),
      take: take => {
        takers.push(take)
        return () => void takers.splice(takers.indexOf(take), 1)
      },
    }
  }, [])
}

/** While this screen stands and `on`, scans come to `take`. */
export function useScans(take: Take, on = true): void {
  const router = use(ScanContext)
  const latest = useRef(take)
  useLayoutEffect(() => {
    latest.current = take
  })
  useLayoutEffect(() => (on ? router.take(text => latest.current(text)) : undefined), [router, on])
}
