/** French spacing. It is applied to our own words only, never silently to what a customer or an editor wrote. */

export const nbsp = '\u00a0'
export const narrowNbsp = '\u202f'

/**
 * Tag for interface sentences typed with plain spaces: fr`Coût : ${price} !`. Only the literal parts are spaced and get
 * their ’; what is interpolated stays as it is.
 */
export function fr(literals: TemplateStringsArray, ...values: (string | number)[]): string {
  return literals.reduce((sentence, literal, index) => sentence + (values[index - 1] ?? '') + space(literal), '')
}

/** A number as French writes it: 4246 → « 4 246 ». */
export const frenchNumber = (n: number) => new Intl.NumberFormat('fr-FR').format(n)

/** « 0 demande », « 1 demande », « 2 demandes »: in French zero is singular. */
export function counted(n: number, one: string, many: string): string {
  return `${frenchNumber(n)}${nbsp}${Math.abs(n) < 2 ? one : many}`
}

/** 88 301 440 → « 88 Mo »: decimal units, as browsers and shops show them. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${frenchNumber(Math.max(1, Math.round(bytes / 1000)))}${nbsp}ko`
  return `${frenchNumber(Math.round(bytes / 1_000_000))}${nbsp}Mo`
}

function space(literal: string): string {
  return literal
    .replaceAll("'", '’')
    .replace(/ (?=[;!?»])/g, narrowNbsp)
    .replace(/« /g, `«${narrowNbsp}`)
    .replace(/ (?=:)/g, nbsp)
    .replace(/n° (?=\S|$)/g, `n°${nbsp}`)
}
