import type { House } from './open-house.ts'

/** What a person in front of the terminal needs: where to go, and with which account. */
export function greet({ env, keys }: House, port: number): void {
  const origin = env.origin ?? `http://${env.host === '127.0.0.1' ? 'localhost' : env.host}:${port}`
  const lines = [`Récit est ouvert : ${origin}`]
  if (env.demo.openai || env.demo.heygen) lines.push('Mode démonstration : rien n’est facturé, rien n’est envoyé.')
  for (const { role, email, password, made } of keys.accounts) {
    const who = role === 'admin' ? 'Administration' : 'Audit'
    lines.push(made ? `${who} : ${email}  mot de passe : ${password}` : `${who} : ${email}`)
  }
  process.stdout.write(`\n  ${lines.join('\n  ')}\n\n`)
}
