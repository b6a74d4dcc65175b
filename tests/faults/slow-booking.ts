/** A customer whose line is slow. */
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

import type { House } from './house.ts'
import { booking } from './orders.ts'
import { createVisitor, filledIn } from './visitor.ts'

/** A booking of which the app has the head and half of the body. */
export async function beginBooking(house: House) {
  const { html, cookie } = await createVisitor(house.origin).open('/')
  const email = 'lente@exemple.fr'
  const body = filledIn(html, { action: '/?index' }, { ...booking, email })
  const bytes = Buffer.from(body.toString())
  const head = [
    'POST /?index HTTP/1.1',
    `Host: 127.0.0.1:${house.port}`,
    `Origin: ${house.origin}`,
    `Cookie: ${cookie}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${bytes.length}`,
  ].join('\r\n')
  const half = Math.floor(bytes.length / 2)
  const socket = connect(house.port, '127.0.0.1')
  const answer = heardOn(socket)
  await new Promise((sent) =>
    socket.write(Buffer.concat([Buffer.from(`${head}\r\n\r\n`), bytes.subarray(0, half)]), sent),
  )
  await pause(200)
  return { promised: { fact: 'BookRequested', of: email }, answer, finish: () => socket.write(bytes.subarray(half)) }
}

function heardOn(socket: Socket): Promise<string> {
  let text = ''
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return new Promise((resolve) => {
    socket.on('error', () => resolve(text))
    socket.on('close', () => resolve(text))
  })
}
