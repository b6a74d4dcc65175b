/** French throughout: told by the little words, which every language has of its own. */
import type { Finding } from './finding.ts'
import { countWords } from './matching.ts'
import { finding, type Span, type Passage } from './passage.ts'
import { withoutPauses } from './pause-tag.ts'

/** Below these many words a text says too little of its language. */
const leastWords = { section: 12, sentence: 8 } as const
/** French prose has some 40 % of them; a list of nouns, or letters at random, hardly any. */
const leastFrench = 0.15

export function languageFindings(passage: Passage): Finding[] {
  const { text } = passage
  if (isForeignSection(passage.lower)) return [finding(passage, 'language', 0, text.length)]
  return passage.sentences
    .filter(isForeignSentence)
    .map(({ start, end }) => finding(passage, 'foreign_sentence', start, end))
}

function isForeignSection(text: string): boolean {
  if (countWords(withoutPauses(text)) < leastWords.section) return false
  const { french, foreign, share } = scores(text)
  return share < leastFrench || foreign > french
}

function isForeignSentence({ text }: Span): boolean {
  if (countWords(text) < leastWords.sentence) return false
  const { french, foreign } = scores(text.toLowerCase())
  return foreign >= 3 && foreign > french
}

function scores(text: string): { french: number; foreign: number; share: number } {
  const tokens = text.match(/[\p{L}\p{M}]+/gu) ?? []
  const count = (little: ReadonlySet<string>) => tokens.filter((token) => little.has(token)).length
  const french = count(frenchWords)
  return { french, foreign: Math.max(...foreignWords.map(count)), share: french / Math.max(1, tokens.length) }
}

function little(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u))
}

const frenchWords = little(
  `le la les l un une des du de d et à au aux ce cet cette ces qui que qu ne n pas se s il elle on vous votre vos nous
  notre est sont dans pour sur avec par plus mais ou où en y leur leurs sans quand comme si c j sa son ses même parfois`,
)

/** Without the words they share with French. */
const foreignWords = [
  'the of and to is you your this that with for are it in be will have from what when let take can not by we our has he she they how may into i my if or was do',
  'der die das und ist du sie ihr mit für nicht ein eine wir den dem auf sich zu von im wie ihre ihren sind oder aber einen auch kann',
  'el los las con para por una usted como más está esta este del al su sus lo y es puede pero sin tiempo cuando sobre muy hay en que',
  'di che per con una non è sono della delle nel gli i suo sua questo questa come più alla lei il vostro tempo può ma quando anche',
  'o os um uma não com para seu sua você do da em mais é são por como pode mas quando este esta no na que',
  'het een van je uw met voor is niet dat deze de en op te zijn maar kan wordt als u aan',
  'i w na się nie to jest że z do twoja twój pana pani jak ale o przez',
].map(little)
