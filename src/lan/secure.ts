import type { SecureContextOptions } from 'node:tls'

/**
 * Traffic between machines of one office: TLS with a pre-shared key and forward secrecy (RFC 8442, ECDHE-PSK). There are no
 * certificates to make, to renew or to trust: whoever does not have the key gets no byte of it read or believed.
 */
export const SECURE = {
  ciphers: 'ECDHE-PSK-CHACHA20-POLY1305',
  minVersion: 'TLSv1.2',
  maxVersion: 'TLSv1.2',
} as const satisfies SecureContextOptions

/** Names the kind of key, not the one who has it. */
export const IDENTITY = 'khong-viet-hall-1'
/** Bytes of one message: a line of two thousand people is a tenth of it. */
export const MOST_BYTES = 8 * 2 ** 20
