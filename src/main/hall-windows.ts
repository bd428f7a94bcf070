import { type BrowserWindow, type Display, powerSaveBlocker, screen } from 'electron'
import { type HallKind, type Screen, screenFor } from './screens.ts'
import { openWindow } from './window.ts'
import type { Windows } from './windows.ts'

export type HallWindowsParts = { readonly windows: Windows; readonly counter: BrowserWindow; readonly devServer: string | null }

/** A page that died comes back after this long, and after twice that for each time it died soon after. */
const BACK_MS = 500
const LONGEST_MS = 30_000
/** A page that lived so long did not die of how it begins. */
const LIVED_MS = 60_000
/** A page that answers nothing for this long is dead, whatever the system says. */
const STUCK_MS = 10_000

/** `lost`: its screen went away, and it waits unseen. */
type Opened = { readonly window: BrowserWindow; screen: number | null; lost: boolean }
/** How the same window was before its page died. */
type Before = { readonly deaths: number; readonly lost: boolean }
const FIRST: Before = { deaths: 0, lost: false }

/**
 * The windows for those who wait: the wall and the kiosk. Each takes a screen for itself where there is one besides the
 * counter's. One whose page dies is opened again; one whose screen is unplugged waits unseen, goes on speaking, and is there
 * again with the screen. Only a person closes them.
 */
export function openHallWindows({ windows, counter, devServer }: HallWindowsParts) {
  const open = new Map<HallKind, Opened>()
  let awake: number | null = null

  const freeScreen = (kind: HallKind): Screen | null =>
    screenFor(
      kind,
      screen.getAllDisplays().map(asScreen),
      new Set([counterScreen(), ...[...open.values()].flatMap(opened => opened.screen ?? [])]),
    )

  const counterScreen = (): number =>
    (counter.isDestroyed() ? screen.getPrimaryDisplay() : screen.getDisplayMatching(counter.getBounds())).id

  const show = (kind: HallKind, { deaths, lost }: Before = FIRST): void => {
    const own = freeScreen(kind)
    const window = openWindow(kind, devServer, own === null ? { width: 1280, height: 720 } : own.bounds)
    const opened: Opened = { window, screen: own?.id ?? null, lost: lost && own === null }
    const began = performance.now()
    open.set(kind, opened)
    windows.add(kind, window)
    window.once('ready-to-show', () => {
      if (!opened.lost) window.showInactive()
      if (own !== null) fill(kind, window, own)
    })
    window.webContents.on('before-input-event', (event, { type, key }) => {
      if (type !== 'keyDown' || key !== 'F11') return
      event.preventDefault()
      leaveOrFill(window)
    })
    mindPage(window, () => {
      const before = { deaths: performance.now() - began < LIVED_MS ? deaths + 1 : 1, lost: opened.lost }
      window.destroy()
      const again = (): void => {
        if (!counter.isDestroyed() && !open.has(kind)) show(kind, before)
      }
      setTimeout(again, Math.min(LONGEST_MS, BACK_MS * 2 ** (before.deaths - 1)))
    })
    window.once('closed', () => {
      if (open.get(kind) === opened) open.delete(kind)
      stayAwake()
    })
    stayAwake()
  }

  /** A wall that sleeps calls nobody. */
  const stayAwake = (): void => {
    if (open.size > 0 && awake === null) awake = powerSaveBlocker.start('prevent-display-sleep')
    if (open.size > 0 || awake === null) return
    powerSaveBlocker.stop(awake)
    awake = null
  }

  /** The screens are others than before. A window never covers the counter because its own screen went away. */
  const place = (): void => {
    if (counter.isDestroyed()) return
    const there = new Set(screen.getAllDisplays().map(({ id }) => id))
    for (const [kind, opened] of open) {
      const { window } = opened
      if (opened.screen !== null && !there.has(opened.screen)) {
        window.setKiosk(false)
        window.setFullScreen(false)
        window.hide()
        opened.screen = null
        opened.lost = true
      }
      const own = opened.screen === null ? freeScreen(kind) : null
      if (own === null) continue
      opened.screen = own.id
      opened.lost = false
      window.showInactive()
      fill(kind, window, own)
    }
  }
  screen.on('display-added', place)
  screen.on('display-removed', place)

  return {
    /** Opens the window, or brings it to where it can be seen. */
    open: (kind: HallKind): boolean => {
      const opened = open.get(kind)
      if (opened === undefined) show(kind)
      else {
        opened.lost = false
        if (opened.window.isMinimized()) opened.window.restore()
        opened.window.show()
      }
      return true
    },
    closeAll: (): void => {
      screen.off('display-added', place)
      screen.off('display-removed', place)
      for (const { window } of open.values()) window.destroy()
    },
  }
}

const asScreen = ({ id, bounds, touchSupport }: Display): Screen => ({ id, bounds, touch: touchSupport === 'available' })

/** Says once that a page is dead: it crashed, could not be read, or answers nothing any more. */
function mindPage(window: BrowserWindow, onDead: () => void): void {
  let stuck: NodeJS.Timeout | undefined
  let dead = false
  const die = (): void => {
    if (!dead) onDead()
    dead = true
  }
  window.webContents.on('render-process-gone', die)
  window.webContents.on('did-fail-load', (_event, _code, _why, _url, isMain) => {
    if (isMain) die()
  })
  window.on('unresponsive', () => {
    stuck = setTimeout(die, STUCK_MS)
  })
  window.on('responsive', () => clearTimeout(stuck))
  window.once('closed', () => clearTimeout(stuck))
}

function fill(kind: HallKind, window: BrowserWindow, { bounds }: Screen): void {
  window.setBounds(bounds)
  if (kind === 'kiosk') window.setKiosk(true)
  else window.setFullScreen(true)
}

/** F11: whoever looks after the machine can get behind the window, and back. */
function leaveOrFill(window: BrowserWindow): void {
  const full = window.isFullScreen() || window.isKiosk()
  if (window.isKiosk()) window.setKiosk(false)
  window.setFullScreen(!full)
}
