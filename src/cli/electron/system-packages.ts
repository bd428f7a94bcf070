/** A package by its Debian name or names (the first that the release has is taken). Where it gives a command, finding that is enough. */
export type SystemPackage = { readonly names: readonly [string, ...string[]]; readonly command?: string }

/** What a run may need of the operating system: to show a window, to have a screen at all, to prepare the stand-in, to test. */
export type Need = 'window' | 'screen' | 'unpack' | 'compile' | 'tests'

const packages: Readonly<Record<Need, readonly SystemPackage[]>> = {
  window: [
    { names: ['libgtk-3-0', 'libgtk-3-0t64'] },
    { names: ['libnss3'] },
    { names: ['libasound2', 'libasound2t64'] },
    { names: ['libgbm1'] },
  ],
  screen: [
    { names: ['xvfb'], command: 'Xvfb' },
    { names: ['xauth'], command: 'xauth' },
  ],
  unpack: [{ names: ['libarchive-tools'], command: 'bsdtar' }],
  compile: [
    { names: ['build-essential'], command: 'g++' },
    { names: ['make'], command: 'make' },
    { names: ['python3'], command: 'python3' },
  ],
  tests: [
    { names: ['socat'], command: 'socat' },
    { names: ['poppler-utils'], command: 'pdftotext' },
    { names: ['tesseract-ocr'], command: 'tesseract' },
    { names: ['tesseract-ocr-vie'] },
  ],
}

export const packagesFor = (needs: readonly Need[]): readonly SystemPackage[] => needs.flatMap(need => packages[need])

/** What this machine has. `installed` is null where its packages cannot be asked: a library is then taken to be there. */
export type Machine = { readonly hasCommand: (name: string) => boolean; readonly installed: ReadonlySet<string> | null }

/** Those of `wanted` that the machine lacks. */
export function missingOf(wanted: readonly SystemPackage[], machine: Machine): readonly SystemPackage[] {
  return wanted.filter(item => {
    if (item.command !== undefined) return !machine.hasCommand(item.command)
    return machine.installed !== null && !item.names.some(name => machine.installed?.has(name))
  })
}
