/** A desk that is as patient with OpenAI as the house is, in a hurry: some scenarios end with our own patience alone. */
import { createOpenAi } from '#app/lib/openai.ts'

import { createTestDesk, type TestDesk } from '../setup/desk.ts'
import { book, by, done } from './requests.ts'

export async function createWritingDesk(timeoutMs = 600): Promise<TestDesk> {
  const house = await createTestDesk()
  const { context, simulators } = house
  const openai = createOpenAi({
    apiKey: 'sk-test',
    baseUrl: `${simulators.url}/v1`,
    model: 'gpt-6.1-terra',
    timeoutMs,
  })
  context.telephones = { ...context.telephones, openai }
  return house
}

/** « ✨ Écrire avec ChatGPT »; nothing is called yet. */
export async function ask(house: TestDesk, requestId?: string, instructions: string | null = null): Promise<string> {
  const id = requestId ?? (await book(house))
  return done(await house.desk.generateScript(by(house), { requestId: id, instructions }))
}

/** The calls that are paid for; moderation is free. */
export const isWriting = ({ path }: { path: string }) => path === '/v1/responses'
