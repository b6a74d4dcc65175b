/** What a text field may hold. Postgres refuses NUL; what cannot be seen must not be approved, filmed or audited. */

/** `text` is what goes back into the field: without what cannot be seen there, so that it can be sent again. */
export type FieldText = { text: string; problem: string | null }

/** Line ends become `\n` (forms send `\r\n`): the hash of a text must not depend on its way here. */
export function readFieldText(raw: string): FieldText {
  const text = raw.replace(/\r\n?/g, '\n')
  const seen = text.replace(unseen, '')
  if (seen !== text)
    return { text: seen, problem: 'Des caractères invisibles ont été retirés. Relisez, puis renvoyez.' }
  if (text.includes('\ufffd')) return { text, problem: 'Un caractère n’a pas pu être lu (\ufffd). Remplacez-le.' }
  return { text, problem: null }
}

/** Control characters but tab and newline, lone surrogates, and what turns the direction of text around. */
const unseen = /(?![\t\n])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu
