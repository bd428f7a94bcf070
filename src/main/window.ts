import { join } from 'node:path'
import { BrowserWindow, app, session } from 'electron'

const HERE = import.meta.dirname

/** The counter's window, shown when it has something to show. The office opens beside it, not before it. */
export function openWindow(devServer: string | null): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    backgroundColor: '#f4f6f8',
    title: 'Không Viết',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(HERE, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  window.removeMenu()
  window.once('ready-to-show', () => window.show())
  if (devServer === null) void window.loadFile(join(HERE, '../renderer/counter/index.html'))
  else void window.loadURL(`${devServer}/counter/index.html`)
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
