import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { readForm, takeForm } from '#app/gate/form.ts'

import { formRequest, thrownResponse } from './desk.ts'

const commandId = '0193e7a0-0000-4000-8000-000000000001'
const schema = z.object({ title: z.string().min(2, 'Un titre plus long.'), note: z.string().default('') })
const read = async (fields: [string, string][]) =>
  readForm(await takeForm(formRequest([['commandId', commandId], ...fields])), schema)

describe('a form', () => {
  it('well filled in becomes a value and the id of its command', async () => {
    expect(
      await read([
        ['title', 'Élan'],
        ['note', 'a\r\nb\rc 🎥 שלום'],
      ]),
    ).toEqual({
      ok: true,
      value: { title: 'Élan', note: 'a\nb\nc 🎥 שלום' },
      commandId,
    })
  })

  it('badly filled in gives back a sentence for each field and all that was typed', async () => {
    expect(
      await read([
        ['title', 'É'],
        ['note', '<script>'],
        ['autre', '${x}'],
      ]),
    ).toEqual({
      ok: false,
      errors: { title: 'Un titre plus long.' },
      values: { title: 'É', note: '<script>', autre: '${x}' },
    })
  })

  it('with a field missing says so', async () => {
    expect(await read([])).toMatchObject({ ok: false, errors: { title: 'Ce champ est à remplir.' } })
  })

  it('without the id of a command is not acted on', async () => {
    const reading = readForm(
      await takeForm(
        formRequest([
          ['title', 'Élan'],
          ['commandId', 'mine'],
        ]),
      ),
      schema,
    )
    expect(reading).toMatchObject({
      ok: false,
      errors: { form: expect.stringContaining('Rechargez') },
      values: { title: 'Élan' },
    })
  })

  it.each(['\u0000', '\u001b', '\u007f', '\u0085', '\u202e', '\u2066', '\ud800'])(
    'with %j in it is sent back without it',
    async (sign) => {
      const data = new FormData()
      data.set('title', `Élan${sign}!`)
      const request = {
        headers: new Headers({ 'Content-Type': 'multipart/form-data; boundary=x' }),
        formData: () => Promise.resolve(data),
      }
      const form = await takeForm(request as Request)
      expect(form.errors['title']).toMatch(sign === '\ud800' ? /invisibles|lu/ : /invisibles/)
      expect(form.values['title']).not.toContain(sign)
    },
  )

  it('with bytes that are no text is sent back', async () => {
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: 'title=%ff%fe',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    expect((await takeForm(request)).errors['title']).toContain('\ufffd')
  })

  it('with a field twice keeps the first and says so', async () => {
    const reading = await read([
      ['title', 'un'],
      ['title', 'deux'],
    ])
    expect(reading).toEqual({
      ok: false,
      errors: { title: 'Ce champ a été envoyé plusieurs fois.' },
      values: { title: 'un' },
    })
  })

  it('with a file in a text field says so', async () => {
    const body = new FormData()
    body.set('title', new File(['x'], 'x.txt'))
    const form = await takeForm(new Request('http://localhost/', { method: 'POST', body }))
    expect([form.values['title'], form.errors['title']]).toEqual(['', 'Un texte est attendu ici, pas un fichier.'])
  })

  it.each<[string, string, string | undefined, number]>([
    ['JSON', '{}', 'application/json', 415],
    ['no type', 'a=1', undefined, 415],
    ['plain text', 'a=1', 'text/plain', 415],
    ['a broken multipart', 'nonsense', 'multipart/form-data; boundary=x', 400],
    ['a multipart without boundary', 'nonsense', 'multipart/form-data', 400],
    ['200,000 fields', 'a&'.repeat(200_000), 'application/x-www-form-urlencoded', 400],
    ['a field named __proto__', '__proto__=1', 'application/x-www-form-urlencoded', 400],
    ['a nameless field', '=1', 'application/x-www-form-urlencoded', 400],
  ])('that is %s is refused', async (_what, body, type, status) => {
    const headers = type === undefined ? {} : { 'Content-Type': type }
    const bytes = new TextEncoder().encode(body)
    const request = new Request('http://localhost/', { method: 'POST', body: bytes, headers })
    expect((await thrownResponse(() => takeForm(request))).status).toBe(status)
  })

  it('named like a method of every object is only a field', async () => {
    const form = await takeForm(
      formRequest([
        ['constructor', 'x'],
        ['toString', 'y'],
      ]),
    )
    expect(form).toMatchObject({ values: { constructor: 'x', toString: 'y' }, errors: {} })
    expect(readForm(form, schema).ok).toBe(false)
  })
})

describe('any bytes at all', () => {
  const types = [
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'text/plain',
    '',
  ]
  const multipart = fc
    .array(fc.tuple(fc.string(), fc.string({ unit: 'binary' })))
    .map(
      (parts) =>
        `${parts.map(([name, text]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`).join('')}--x--\r\n`,
    )
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 500 }),
    multipart.map((text) => new TextEncoder().encode(text)),
    fc
      .array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })))
      .map((fields) =>
        new TextEncoder().encode(
          new URLSearchParams(fields.map(([a, b]) => [a.toWellFormed(), b.toWellFormed()])).toString(),
        ),
      ),
  )

  it('become a reading or a Response, never another error', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, fc.constantFrom(...types), async (body, type) => {
        const request = new Request('http://localhost/', {
          method: 'POST',
          body: new Uint8Array(body),
          headers: { 'Content-Type': type },
        })
        const outcome = await takeForm(request).then(
          (form) => readForm(form, schema),
          (thrown: unknown) => thrown,
        )
        if (outcome instanceof Response) return [400, 415].includes(outcome.status)
        return typeof outcome === 'object' && outcome !== null && 'ok' in outcome
      }),
      { numRuns: 300 },
    )
  })
})
