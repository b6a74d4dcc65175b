/**
 * Personal fields at rest: AES-256-GCM under one key per request, wrapped by the master key. Destroying the wrapped key
 * makes the values unreadable for ever; the chain hashes the sealed text and holds.
 */
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'

const cipherName = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

export type RequestKey = { clear: Buffer; wrapped: Buffer }

/** `masterKey`: 32 bytes. */
export function newRequestKey(masterKey: Buffer, stream: string): RequestKey {
  const clear = randomBytes(32)
  return { clear, wrapped: encrypt(masterKey, clear, `key:${stream}`) }
}

export function unwrapKey(masterKey: Buffer, wrapped: Buffer, stream: string): Buffer {
  return decrypt(masterKey, wrapped, `key:${stream}`)
}

/** `context` binds the value to its place (stream and fact id): it opens nowhere else. */
export function seal(key: Buffer, value: unknown, context: string): string {
  return encrypt(key, Buffer.from(JSON.stringify(value), 'utf8'), context).toString('base64')
}

export function open(key: Buffer, sealed: string, context: string): unknown {
  return JSON.parse(decrypt(key, Buffer.from(sealed, 'base64'), context).toString('utf8'))
}

function encrypt(key: Buffer, clear: Buffer, context: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(cipherName, keyObject(key), nonce).setAAD(Buffer.from(context, 'utf8'))
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()])
}

/** @throws when the key, the context or a byte is not the right one. */
function decrypt(key: Buffer, sealed: Buffer, context: string): Buffer {
  const nonce = sealed.subarray(0, nonceBytes)
  const tag = sealed.subarray(sealed.length - tagBytes)
  const decipher = createDecipheriv(cipherName, keyObject(key), nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(context, 'utf8'))
    .setAuthTag(tag)
  const clear = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes))
  // In this mode nothing is left to come: it only checks the tag.
  decipher.final()
  return clear
}

const keyObjects = new WeakMap<Buffer, KeyObject>()

/** Node takes ten times as long to make a cipher from the bytes of a key as from its object. */
function keyObject(key: Buffer): KeyObject {
  const known = keyObjects.get(key)
  if (known) return known
  const made = createSecretKey(key)
  keyObjects.set(key, made)
  return made
}
