/** What each room may import, and which packages live only there. The house's table; `test/unit/house.test.ts` sees it bite. */
export const rooms = {
  domain: { rooms: [], packages: ['zod'] },
  words: { rooms: ['domain'], packages: [] },
  contract: { rooms: ['domain'], packages: ['zod'] },
  machine: { rooms: ['domain'], packages: ['zod', 'csv-parse', 'read-excel-file'] },
  paper: { rooms: ['domain', 'words'], packages: ['pdfkit', 'write-excel-file', 'bwip-js'] },
  storage: { rooms: ['domain'], packages: ['zod', 'better-sqlite3'] },
  devices: { rooms: ['domain'], packages: ['serialport', 'node-thermal-printer', '@napi-rs/canvas', 'bwip-js'] },
  sync: { rooms: ['domain', 'contract', 'storage'], packages: ['zod'] },
  lan: { rooms: ['domain', 'contract'], packages: ['zod', 'ws'] },
  office: {
    rooms: ['domain', 'words', 'contract', 'machine', 'paper', 'storage', 'devices', 'sync', 'lan'],
    packages: ['zod'],
  },
  city: {
    rooms: ['domain', 'words', 'contract', 'machine'],
    packages: ['zod', 'fastify', '@fastify/static', 'pg', '@electric-sql/pglite'],
  },
  preload: { rooms: ['contract'], packages: ['electron'] },
  renderer: { rooms: ['domain', 'words', 'contract'], packages: ['react', 'react-dom', '@base-ui/react'] },
  main: { rooms: ['domain', 'words', 'contract', 'machine', 'office'], packages: ['electron', 'electron-updater'] },
  cli: {
    rooms: ['domain', 'words', 'contract', 'machine', 'office', 'city'],
    packages: ['commander', '@playwright/test', '@electron/asar', '@electron/fuses', 'vite'],
  },
}

const escape = name => name.replace(/[/\\.@-]/g, character => `\\${character}`)

/** The stand-in's default app is Electron's own side of the door, not ours. */
const DEFAULT_APP = '^src/cli/electron/default-app/'

/** The benches measure the rooms one by one and beside their peers, so they alone may look into every room. */
const BENCH = '^src/cli/bench'

/** Tool settings that live beside what they serve. */
const SETTINGS = 'vite\\.config\\.ts$'

const roomRules = Object.entries(rooms).flatMap(([room, may]) => [
  {
    name: `${room}-rooms`,
    comment: `${room} may import only: ${may.rooms.join(', ') || 'nothing'}`,
    severity: 'error',
    from: { path: `^src/${room}/`, ...(room === 'cli' ? { pathNot: BENCH } : {}) },
    to: { path: '^src/', pathNot: `^src/(${[room, ...may.rooms].join('|')})/` },
  },
  {
    name: `${room}-packages`,
    comment: `${room} may use only: ${may.packages.join(', ') || 'no package'}`,
    severity: 'error',
    from: { path: `^src/${room}/`, pathNot: room === 'cli' ? [BENCH, DEFAULT_APP] : [SETTINGS] },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
      pathNot: `node_modules/(${['@types/[^/]+', ...may.packages.map(escape)].join('|')})(/|$)`,
    },
  },
])

export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'pure-rooms',
      comment: 'domain, words and contract compute; the world stays outside',
      severity: 'error',
      from: { path: '^src/(domain|words|contract|renderer)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'preload-types-only',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { path: '^src/contract/', dependencyTypesNot: ['type-only'] },
    },
    ...roomRules,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'src/tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
}
