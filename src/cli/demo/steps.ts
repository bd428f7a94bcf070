export type Step = { readonly what: string; readonly ok: boolean; readonly ms: number; readonly why?: string }

/** The steps of the demo as they happen: what, whether it went well, and milliseconds. A failed step ends the demo. */
export function openSteps(say: (line: string) => void) {
  const steps: Step[] = []
  return {
    all: (): readonly Step[] => steps,
    step: async <T>(what: string, work: () => Promise<T>): Promise<T> => {
      const begun = performance.now()
      try {
        const done = await work()
        steps.push({ what, ok: true, ms: Math.round(performance.now() - begun) })
        say(`✓ ${what} (${steps.at(-1)?.ms} ms)`)
        return done
      } catch (error) {
        const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
        steps.push({ what, ok: false, ms: Math.round(performance.now() - begun), why })
        say(`✗ ${what}: ${why}`)
        throw new StepFailed(what)
      }
    },
  }
}
export type Steps = ReturnType<typeof openSteps>

export class StepFailed extends Error {}
