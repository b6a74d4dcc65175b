/** What the played model is asked and what it answers, byte for byte, while the desk talks to it over a socket. */
import { bypass, HttpResponse } from 'msw'
import { http } from 'msw/http'

import { answerText } from '#demo/openai/answer-text.ts'
import { readModelRequest, type ModelRequest } from '#demo/openai/request.ts'

import type { TestDesk } from '../setup/desk.ts'
import { net } from '../setup/network.ts'

export type Heard = {
  request: ModelRequest
  /** As the model said it, before anything of ours has read it. */
  answer: string
  /** What it says to the same request when it takes data for data. */
  honest: string
}

/** Until the end of the test; the model plays this scenario each time it is asked. */
export function overhear({ simulators }: TestDesk, scenario: 'obey' | 'ok'): Heard[] {
  const heard: Heard[] = []
  net.use(
    http.post(`${simulators.url}/v1/responses`, async ({ request }) => {
      const asked = readModelRequest(await request.clone().text())
      if ('message' in asked) throw new Error(asked.message)
      simulators.openai.plan([scenario])
      const response = await fetch(bypass(request))
      const body = await response.text()
      heard.push({ request: asked, answer: spokenIn(body), honest: answerText(asked) })
      return new HttpResponse(body, { status: response.status, headers: response.headers })
    }),
  )
  return heard
}

/** The text that the stream ends with. */
function spokenIn(stream: string): string {
  const done = stream.split('\n').find((line) => line.startsWith('data: {"type":"response.output_text.done"'))
  if (done === undefined) throw new Error(`no text in ${stream.slice(0, 200)}`)
  return (JSON.parse(done.slice('data: '.length)) as { text: string }).text
}

/** The data that was sent, out of the marks drawn for this call. */
export function dataIn({ request }: Heard): Record<string, unknown> {
  const [, , data] = /<<<(DONNEES-[0-9a-f]+)\n([\s\S]*)\n\1>>>/.exec(request.input) ?? []
  return JSON.parse(data ?? '') as Record<string, unknown>
}

export function markIn({ request }: Heard): string {
  return /<<<(\S+)/.exec(request.input)?.[1] ?? ''
}
