/** Who speaks in the films: what is set, else HeyGen's first public look and French voice. Never a private one: it is somebody's. */
import type { Presenter, Telephones } from '#app/desk/context.ts'
import type { Env } from '#app/env.ts'

const askAgainMs = 30_000

/**
 * Asks HeyGen in the background, so that a HeyGen that does not answer delays no start; asks again while something is
 * missing, at most twice a minute. Until then nothing can be filmed, and the desk says so.
 */
export function choosePresenter({ heygen: set }: Env, heygen: Telephones['heygen']): () => Presenter {
  let chosen: Presenter = {
    engine: set.engine ?? 'avatar_iii',
    avatarId: set.avatarId,
    voiceId: set.voiceId,
    pauses: false,
  }
  let askedAt = -Infinity
  let known = false

  function look(): Presenter {
    const missing = chosen.avatarId === null || chosen.voiceId === null || !known
    if (missing && performance.now() - askedAt > askAgainMs) {
      askedAt = performance.now()
      void ask(heygen, chosen).then((found) => {
        chosen = found.presenter
        known = found.known
      })
    }
    return chosen
  }

  look()
  return look
}

/** `known`: HeyGen has told what the voice can do. A voice that it does not list is taken to know no pauses. */
async function ask(
  heygen: Telephones['heygen'],
  { engine, avatarId, voiceId }: Presenter,
): Promise<{ presenter: Presenter; known: boolean }> {
  const [looks, voices] = await Promise.all([
    avatarId === null ? heygen.listLooks({ ownership: 'public' }) : null,
    heygen.listVoices({ language: 'French' }),
  ])
  const look = looks?.tag === 'ok' ? (looks.items.find((one) => supports(one, engine)) ?? looks.items[0]) : undefined
  const listed = voices.tag === 'ok' ? voices.items : []
  const voice = voiceId === null ? listed[0] : listed.find(({ id }) => id === voiceId)
  return {
    presenter: {
      engine: look && !supports(look, engine) ? (look.engines.find(isEngine) ?? engine) : engine,
      avatarId: avatarId ?? look?.id ?? null,
      voiceId: voiceId ?? voice?.id ?? null,
      pauses: voice?.supportsPause ?? false,
    },
    known: voices.tag === 'ok',
  }
}

const supports = (look: { engines: string[] }, engine: string) =>
  look.engines.length === 0 || look.engines.includes(engine)
const isEngine = (name: string): name is Presenter['engine'] => ['avatar_iii', 'avatar_iv', 'avatar_v'].includes(name)
