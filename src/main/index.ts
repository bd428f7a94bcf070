import { join } from 'node:path'
import { app, dialog } from 'electron'
import { openClock } from '#machine/clock.ts'
import { sha256 } from '#machine/digest.ts'
import { readEnvironment } from '#machine/env.ts'
import { openLog } from '#machine/log.ts'
import { randomness } from '#machine/randomness.ts'
import type { Office } from '#office/open-office.ts'
import { sayFault } from '#words/faults.ts'
import { openHallWindows } from './hall-windows.ts'
import { carryCalls } from './ipc.ts'
import { guard, openWindow } from './window.ts'
import { openWindows } from './windows.ts'

const environment = readEnvironment()
// Electron's own files live beside the data, so that one data folder is one counter, whole.
app.setPath('userData', join(environment.dataDir, 'window'))
const devServer = app.isPackaged ? null : environment.devServer
guard(devServer)

// One window for a data folder: a second start shows the first one's, says so and leaves.
if (!app.requestSingleInstanceLock()) {
  process.stderr.write(`${sayFault({ code: 'store.in.use' }, 'vi')}\n`)
  app.exit(1)
}

let office: Office | null = null

void app.whenReady().then(async () => {
  const windows = openWindows()
  const window = openWindow('counter', devServer)
  windows.add('counter', window)
  window.once('ready-to-show', () => window.show())
  const hall = openHallWindows({ windows, counter: window, devServer })
  // The counter is the machine: without it nobody looks after the others.
  window.once('closed', hall.closeAll)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  const clock = openClock(environment.now)
  // Loaded while the window draws itself: printers, presses and the store are most of the program.
  const opening = import('#office/open-office.ts').then(({ openOffice }) =>
    openOffice(environment, {
      clock,
      randomness,
      digest: sha256,
      log: openLog(join(environment.dataDir, 'log', 'office.ndjson'), clock.now),
      resources: app.isPackaged ? join(process.resourcesPath, 'resources') : join(app.getAppPath(), 'resources'),
      tell: windows.tell,
      openWindow: hall.open,
    }),
  )

  carryCalls(
    windows,
    devServer,
    opening.then(opened => (opened.ok ? opened.value.handlers : new Promise<never>(() => undefined))),
  )
  const opened = await opening
  if (!opened.ok) {
    const why = opened.faults.map(fault => sayFault(fault, 'vi')).join('\n')
    process.stderr.write(`${why}\n`)
    dialog.showErrorBox('Không Viết', why)
    app.exit(1)
    return
  }
  office = opened.value
  const hello = await office.handlers['office.hello']({})
  if (hello.ok && hello.value.setUp) for (const kind of hello.value.office.hall.opens) hall.open(kind)
})

app.on('window-all-closed', () => app.quit())

// Quitting waits for the pumps, once.
app.on('will-quit', event => {
  if (office === null) return
  event.preventDefault()
  const closing = office
  office = null
  void closing.close().finally(() => app.exit(0))
})
