/** Finds French that is spaced as English. */

/** What a person reads or hears: text and labels, without the customer's script, codes and addresses. */
export function visibleText(html: string): string {
  const labels = [...html.matchAll(/\s(?:aria-label|title|placeholder|alt)="([^"]*)"/g)].map((match) => match[1] ?? '')
  const text = html
    .replace(/<(script|style|textarea|code|title)[\s>].*?<\/\1>/gs, ' ')
    .replace(/<div class="transcript">.*?<\/section>/gs, ' ')
    .replace(/<div class="diff">.*?<\/div>/gs, ' ')
    .replace(/<[^>]*>/g, '\n')
  return [text, ...labels]
    .join('\n')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

const faults: [RegExp, string][] = [
  [/.{0,20}['"].{0,20}/g, 'straight quote'],
  [/.{0,20}[^\u202f\s][;!?].{0,10}|.{0,20}[^\u202f\S][;!?].{0,10}/g, 'U+202F before ; ! ?'],
  [/.{0,20}(?:[^\u00a0\s\d]:(?!\/\/)|[^\u00a0\S]:).{0,10}/g, 'U+00A0 before :'],
  [/.{0,10}«(?!\u202f).{0,10}/g, 'U+202F after «'],
  [/.{0,10}(?<!\u202f)».{0,10}/g, 'U+202F before »'],
]

export function typographyFaults(text: string): string[] {
  return faults.flatMap(([pattern, name]) => [...text.matchAll(pattern)].map((match) => `${name}: ${match[0]}`))
}
