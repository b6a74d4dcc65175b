/** The rehearsal's simulators, answering in this process under the vendors' real addresses. */
import { http } from 'msw/http'

import { net } from './network.ts'

type Simulator = { fetch(request: Request): Response | Promise<Response> }

/** Until the end of the test. Socket faults (reset, stall, drip) need a real server: `tests/lib/wire.ts`. */
export function answerAsOpenAi(simulator: Simulator): void {
  mount('https://api.openai.com', simulator)
}

export function answerAsHeygen(simulator: Simulator): void {
  mount('https://api.heygen.com', simulator)
}

function mount(origin: string, simulator: Simulator): void {
  net.use(http.all(`${origin}/*`, ({ request }) => simulator.fetch(request)))
}
