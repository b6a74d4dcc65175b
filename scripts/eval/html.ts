/** Markup from data: whatever is put in is text, unless it is markup of ours already. Scripts are hostile until proven otherwise. */

export type Html = { readonly markup: string }
type Piece = Html | string | number | null | readonly Piece[]

export function html(literals: TemplateStringsArray, ...pieces: Piece[]): Html {
  return { markup: literals.reduce((all, literal, index) => all + rendered(pieces[index - 1] ?? null) + literal, '') }
}

/** Markup that was made elsewhere by a maker we trust. */
export const trusted = (markup: string): Html => ({ markup })

function rendered(piece: Piece): string {
  if (piece === null) return ''
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece))
  return 'markup' in piece ? piece.markup : piece.map(rendered).join('')
}

/** What no HTML file can hold (lone surrogates, controls), and what would turn the text around it, as « \ufffd ». */
export function holdable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
}

function escaped(text: string): string {
  return holdable(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
