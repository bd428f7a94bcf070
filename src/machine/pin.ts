import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

/** A PIN as it is kept: `scrypt$salt$hash`, both hex (RFC 7914). The PIN itself is kept nowhere. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16)
  return `scrypt$${salt.toString('hex')}$${(await derive(pin, salt)).toString('hex')}`
}

export async function pinFits(pin: string, kept: string): Promise<boolean> {
  const [, salt = '', hash = ''] = kept.split('$')
  const wanted = Buffer.from(hash, 'hex')
  const given = await derive(pin, Buffer.from(salt, 'hex'))
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}

const derive = (pin: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, 32, COST, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
