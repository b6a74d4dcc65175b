import { signInLabel, type Refusal, type StaleForm } from './refusal-shape.ts'

/** For an error boundary, inside the page's own frame: the same words and the same form as `refusalPage`. */
export function RefusalView({ refusal: { title, text, back, stale } }: { refusal: Refusal }) {
  return (
    <>
      <h1>{title}</h1>
      <p className="prose">{text}</p>
      {stale === null ? null : <StaleFields {...stale} />}
      {back === null ? null : (
        <p>
          <a href={back.href}>{back.label}</a>
        </p>
      )}
    </>
  )
}

function StaleFields({ action, csrf, commandId, fields, signIn }: StaleForm) {
  return (
    <form className="stack" method="post" action={action}>
      {signIn === null ? null : (
        <p>
          <a className="button" href={signIn} target="_blank" rel="noopener">
            {signInLabel}
          </a>
        </p>
      )}
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="commandId" value={commandId} />
      {fields.map((field) => (
        <StaleField key={field.name} {...field} />
      ))}
      <p>
        <button type="submit" className="button primary">
          Envoyer de nouveau
        </button>
      </p>
    </form>
  )
}

function StaleField({ name, label, value, kind }: StaleForm['fields'][number]) {
  if (kind === 'hidden') return <input type="hidden" name={name} value={value} />
  return (
    <p className="field wide">
      <label htmlFor={`stale-${name}`}>{label}</label>
      {kind === 'password' ? (
        <input className="input" id={`stale-${name}`} type="password" name={name} required />
      ) : (
        <textarea
          className="input"
          id={`stale-${name}`}
          name={name}
          rows={value.length > 80 ? 12 : 1}
          defaultValue={value}
        />
      )}
    </p>
  )
}
