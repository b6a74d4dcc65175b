import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { fr } from './typography.ts'

export type FrameProps = {
  /** Which vendors are played by simulators; the banner says so. */
  simulated?: { chatgpt: boolean; heygen: boolean }
  /** The staff member; absent on customers' pages and on the sign-in page. */
  person?: { name: string; role: 'admin' | 'auditor' } | undefined
  current?: 'file' | 'journal' | undefined
  /** Hidden fields of the sign-out form. */
  logoutFields?: ReactNode
  /** `desk` for the team, `customer` for the request form. */
  house?: 'desk' | 'customer'
  /** The parts of `main.page` in reading order: head, margin, rest. */
  children: ReactNode
}

export function Frame({ simulated, person, current, logoutFields, house = 'desk', children }: FrameProps) {
  return (
    <>
      <a className="skip" href="#contenu">
        Aller au contenu
      </a>
      <DemoBanner {...(simulated ?? { chatgpt: false, heygen: false })} />
      <div className="frame">
        <header className="masthead">
          <Wordmark house={house} />
          {person === undefined ? null : (
            <div className="masthead-end">
              <MainNav current={current} />
              <SignedIn person={person}>{logoutFields}</SignedIn>
            </div>
          )}
        </header>
        <main className="page" id="contenu" tabIndex={-1}>
          {children}
        </main>
        <footer className="foot">
          <p className="prose">
            Cette lecture est une invitation à la réflexion et au divertissement. Elle ne remplace pas l’avis d’un
            professionnel de santé, du droit ou de la finance.
          </p>
        </footer>
      </div>
    </>
  )
}

function DemoBanner({ chatgpt, heygen }: { chatgpt: boolean; heygen: boolean }) {
  if (!chatgpt && !heygen) return null
  return (
    <aside className="demo" aria-label="Mode démonstration">
      <p>
        <strong>Mode démonstration</strong>
        {fr` : ${played(chatgpt, heygen)}`}
      </p>
    </aside>
  )
}

function played(chatgpt: boolean, heygen: boolean): string {
  if (chatgpt && heygen) {
    return 'ChatGPT et HeyGen sont joués par des simulateurs. Rien n’est facturé, rien n’est envoyé.'
  }
  const [simulator, real] = chatgpt ? ['ChatGPT', 'HeyGen'] : ['HeyGen', 'ChatGPT']
  return `${simulator} est joué par un simulateur. ${real} est le vrai service, facturé.`
}

function Wordmark({ house }: { house: 'desk' | 'customer' }) {
  return (
    <Link className="wordmark" to={house === 'desk' ? '/admin' : '/'}>
      Récit <small>{house === 'desk' ? 'bureau vidéo' : 'lecture personnelle en vidéo'}</small>
    </Link>
  )
}

function MainNav({ current }: { current: FrameProps['current'] }) {
  return (
    <nav aria-label="Principale">
      <ul className="nav">
        <li>
          <Link to="/admin" aria-current={current === 'file' ? 'page' : undefined}>
            File
          </Link>
        </li>
        <li>
          <Link to="/audit" aria-current={current === 'journal' ? 'page' : undefined}>
            Journal
          </Link>
        </li>
      </ul>
    </nav>
  )
}

function SignedIn({ person, children }: { person: NonNullable<FrameProps['person']>; children: ReactNode }) {
  return (
    <Form className="row" method="post" action="/logout">
      {children}
      <span className="soft">
        {person.name}, {person.role === 'admin' ? 'administration' : 'audit'}
      </span>
      <button className="link">Se déconnecter</button>
    </Form>
  )
}
