import { join } from 'node:path'
import { BrowserWindow, type BrowserWindowConstructorOptions, app, session } from 'electron'
import type { WindowKind } from '#contract/windows.ts'

const HERE = import.meta.dirname

const titles: Readonly<Record<WindowKind, string>> = {
  counter: 'Không Viết',
  display: 'Không Viết · Màn hình gọi số',
  kiosk: 'Không Viết · Lấy số',
}

/** A window of the app, shown when it has something to show. The office opens beside the first one, not before it. */
export function openWindow(kind: WindowKind, devServer: string | null, options: BrowserWindowConstructorOptions = {}): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    backgroundColor: '#f4f6f8',
    title: titles[kind],
    autoHideMenuBar: true,
    ...options,
    webPreferences: {
      preload: join(HERE, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      // Nobody touches the wall, and it has to speak; its clock goes on where another window covers it.
      ...(kind === 'display' ? { autoplayPolicy: 'no-user-gesture-required', backgroundThrottling: false } : {}),
    },
  })
  window.removeMenu()
  if (devServer === null) void window.loadFile(join(HERE, `../renderer/${kind}/index.html`))
  else void window.loadURL(`${devServer}/${kind}/index.html`)
  return window
}

/** Whether a page is one of our own. */
export const isOurs = (url: string, devServer: string | null): boolean =>
  url.startsWith('file://') || (devServer !== null && url.startsWith(devServer))

/** Denied by default, for every window: navigation, new windows, permissions, web views (Electron security checklist 5, 12–14). */
export function guard(devServer: string | null): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event, url) => {
      if (!isOurs(url, devServer)) event.preventDefault()
    })
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
  void app.whenReady().then(() => {
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
    session.defaultSession.setPermissionCheckHandler(() => false)
  })
}
