import { expect, test } from 'vitest'
import { integrityOf } from '#cli/electron/npm-archive.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('the digest is written as npm writes it (SHA-512 of "abc", FIPS 180-4)', async () => {
  const digest = await integrityOf([bytes('abc')])
  expect(digest).toBe('sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==')
})

test('the digest does not depend on how the bytes arrive', async () => {
  expect(await integrityOf([bytes('a'), bytes(''), bytes('bc')])).toBe(await integrityOf([bytes('abc')]))
})
