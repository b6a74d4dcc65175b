import { Icon } from './icon.tsx'

/** For the page head, only while the page waits for something and shows no editable field. */
export function WaitingRefresh() {
  return (
    <noscript>
      <meta httpEquiv="refresh" content="4" />
    </noscript>
  )
}

/** What is being waited for: « ChatGPT écrit le script. », since when, and what the person can do meanwhile. */
export function Waiting({ sentence, since, advice }: { sentence: string; since?: string; advice?: string }) {
  return (
    <div className="waiting" role="status">
      <Icon name="clock" />
      <div>
        <p>
          <strong>{sentence}</strong>
          {since === undefined ? null : <span className="soft"> Depuis {since}.</span>}
        </p>
        <p className="small soft">{advice ?? 'Cette page se met à jour toute seule. Vous pouvez la quitter.'}</p>
      </div>
    </div>
  )
}
