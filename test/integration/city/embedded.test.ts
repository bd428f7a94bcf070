import { rmSync } from 'node:fs'
import { tempFolder } from '#kit/basics.ts'
import { citySuite } from './city-suite.ts'

const folders: string[] = []

citySuite(
  'city on the embedded store',
  () => {
    const dataDir = tempFolder()
    folders.push(dataDir)
    return Promise.resolve({ databaseUrl: null, dataDir })
  },
  () => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    return Promise.resolve()
  },
)
