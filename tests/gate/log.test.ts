import { pino } from 'pino'
import { describe, expect, it } from 'vitest'

import { describeError, scrub, scrubbed } from '#app/gate/scrub.ts'

function written(log: (logger: ReturnType<typeof pino>) => void): string {
  let lines = ''
  log(pino({}, scrubbed({ write: (line: string) => (lines += line) })))
  return lines
}

describe('a line of the log', () => {
  const secrets = [
    'sk-proj-abcDEF123456',
    'whsec_c2VjcmV0c2VjcmV0',
    'Bearer eyJhbGciOi.abc',
    'hunter2pass',
    'X-Amz-Signature=deadbeef',
    'token=abc123',
  ]

  it('holds no secret, wherever it stood', () => {
    const text = `${secrets.slice(0, 3).join(' ')} postgres://u:hunter2pass@h/db https://f.example/a.mp4?X-Amz-Signature=deadbeef /x?token=abc123`
    const line = written((log) => log.error({ deep: { a: text }, err: new Error(text) }, text))
    for (const secret of secrets) expect(line).not.toContain(secret.replace('Bearer ', ''))
    expect(line).toContain('https://f.example/a.mp4?…')
    expect(JSON.parse(line)).toMatchObject({ deep: { a: expect.stringContaining('sk-…') } })
  })

  it('is one line, whatever it is told', () => {
    const line = written((log) => log.info({ path: '/a\r\n{"level":50}' }, 'x\ny'))
    expect(line).toMatch(/^\{[^\r\n]*x\\ny[^\r\n]*\}\n$/)
  })

  it('keeps what is no secret', () => {
    expect(scrub('{"path":"/admin","ask-me":"risk-averse"}')).toBe('{"path":"/admin","ask-me":"risk-averse"}')
  })

  it('tells of an error its name, code, first sentence and place, and no more', () => {
    const error = Object.assign(new TypeError('first\nrow: Camille Martin'), {
      code: 'E1',
      status: 502,
      body: 'Camille',
      detail: 'x',
    })
    expect(describeError(error)).toEqual({
      error: 'TypeError',
      code: 'E1',
      status: 502,
      text: 'first',
      at: expect.any(Array),
    })
    expect(JSON.stringify(describeError(error))).not.toContain('Camille')
    expect(describeError('Camille')).toEqual({ error: 'string', text: '', at: [] })
  })
})
