/** Nobody tests on the system's Node by mistake: the scripts run on the Node of `package.json`. */
if (!process.version.startsWith('v24.')) throw new Error(`tests need Node 24 (npm run …), this is ${process.version}`)
