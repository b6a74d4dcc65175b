/** Who speaks in the films: what is set, else HeyGen's first public look and French voice. Never a private one: it is somebody's. */
import type { Presenter, Telephones } from '#app/desk/context.ts'
import type { Env } from '#app/env.ts'

const askAgainMs = 30_000

/**
 * Asks HeyGen in the background, so that a HeyGen that does not answer delays no start; asks again while something is
 * missing, at most twice a minute. Until then nothing can be filmed, and the desk says so.
 */
export function choosePresenter({ heygen: set }: Env, heygen: Telephones['heygen']): () => Presenter {
  let chosen: Presenter = { engine: set.engine ?? 'avatar_iii', avatarId: set.avatarId, voiceId: set.voiceId }
  let askedAt = -Infinity

  function look(): Presenter {
    const missing = chosen.avatarId === null || chosen.voiceId === null
    if (missing && performance.now() - askedAt > askAgainMs) {
      askedAt = performance.now()
      void ask(heygen, chosen).then((found) => (chosen = found))
    }
    return chosen
  }

  look()
  return look
}

async function ask(heygen: Telephones['heygen'], { engine, avatarId, voiceId }: Presenter): Promise<Presenter> {
  const [looks, voices] = await Promise.all([
    heygen.listLooks({ ownership: 'public' }),
    heygen.listVoices({ language: 'French' }),
  ])
  const look = looks.tag === 'ok' ? (looks.items.find((one) => supports(one, engine)) ?? looks.items[0]) : undefined
  const voice = voices.tag === 'ok' ? voices.items[0] : undefined
  const chosenLook = avatarId === null ? look : undefined
  return {
    engine: chosenLook && !supports(chosenLook, engine) ? (chosenLook.engines.find(isEngine) ?? engine) : engine,
    avatarId: avatarId ?? look?.id ?? null,
    voiceId: voiceId ?? voice?.id ?? null,
  }
}

const supports = (look: { engines: string[] }, engine: string) =>
  look.engines.length === 0 || look.engines.includes(engine)
const isEngine = (name: string): name is Presenter['engine'] => ['avatar_iii', 'avatar_iv', 'avatar_v'].includes(name)
