import { execFileSync, spawnSync } from 'node:child_process'

/** Makes sure that `strace` is here: installed by the test run on a Debian where it is root. */
export function needStrace(): void {
  if (spawnSync('strace', ['-V']).status === 0) return
  if (process.getuid?.() !== 0) throw new Error('this test needs strace: sudo apt-get install -y strace')
  const apt = (...args: readonly string[]): Buffer => execFileSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args])
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'strace')
}

export type Call = { readonly name: string; readonly path: string; readonly text: string }

/** The calls of an `strace -f -y` log in the order in which they came back, with the path of their first descriptor. */
export function readCalls(log: string): readonly Call[] {
  const begun = new Map<string, string>()
  return log.split('\n').flatMap(line => {
    const [, thread = '', said = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    if (said.endsWith('<unfinished ...>')) {
      begun.set(thread, said)
      return []
    }
    const text = said.startsWith('<... ') ? `${begun.get(thread) ?? ''}${said}` : said
    const call = /^(\w+)\(\d+<([^>]*)>/.exec(text)
    return call === null ? [] : [{ name: call[1] ?? '', path: call[2] ?? '', text }]
  })
}
