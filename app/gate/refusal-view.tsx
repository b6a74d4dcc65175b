import type { Refusal, StaleForm } from './refusal.ts'

/** For an error boundary, inside the page's own frame: the same words and the same form as `refusalPage`. */
export function RefusalView({ refusal: { title, text, back, stale } }: { refusal: Refusal }) {
  return (
    <>
      <h1>{title}</h1>
      <p>{text}</p>
      {stale === null ? null : <StaleFields {...stale} />}
      {back === null ? null : (
        <p>
          <a href={back.href}>{back.label}</a>
        </p>
      )}
    </>
  )
}

function StaleFields({ action, csrf, commandId, fields }: StaleForm) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="commandId" value={commandId} />
      {fields.map((field) => (
        <StaleField key={field.name} {...field} />
      ))}
      <button type="submit" className="button primary">
        Envoyer de nouveau
      </button>
    </form>
  )
}

function StaleField({ name, label, value, kind }: StaleForm['fields'][number]) {
  if (kind === 'hidden') return <input type="hidden" name={name} value={value} />
  return (
    <p className="field">
      <label htmlFor={`stale-${name}`}>{label}</label>
      {kind === 'password' ? (
        <input id={`stale-${name}`} type="password" name={name} required />
      ) : (
        <textarea id={`stale-${name}`} name={name} rows={value.length > 80 ? 12 : 1} defaultValue={value} />
      )}
    </p>
  )
}
