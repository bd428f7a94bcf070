import { expect, test } from 'vitest'
import { sha256 } from '#machine/digest.ts'
import { migrations } from '#storage/migrations/index.ts'

/** Released: a file somewhere went through each of these. What has to differ is a new one. */
const FROZEN: Readonly<Record<number, string>> = {
  10: 'eebaae0998be3145cdfffc9409a5d75f296fd5839ad2cbfa270c18fc550d4dbb',
  20: '001f1acd97be7ff8c91d51fe0891ecc1c1b95d321de95b8a68415e4f149b2123',
  30: 'ee11f6661de80b417db830374307478e8c9d7fed1faad9fdc458474848396564',
  40: '082551a2e1aea0be6612ec7723e9b9e72f2aa526a5a28ee0ca8df706565b58af',
  50: '49365d044a87bec5f803880988a856a7c78700bb43e2dc270867b226b49c308c',
  70: '6c86c982b622a4510d37350b47c624dacea9661defd7c7e5d84ac9a93026199e',
  80: 'b1a43ff8d5f93d13a1defd59fa464eeed1c8976fc00f19a79a5b4e51f72d3316',
  90: '23929f7e048375a91e4aef4acfe15e49983a456697ae478be34b71c684ee93a6',
}

test.each(Object.entries(FROZEN))('migration %s stands as it was released', (number, hash) => {
  const sql = migrations.find(one => one.number === Number(number))?.sql
  expect(sha256(sql ?? '')).toBe(hash)
})

test('migrations run forward, each with a number of its own', () => {
  const numbers = migrations.map(({ number }) => number)
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
})
