import { countChanges, wordDiff, type Piece } from './word-diff.ts'
import { counted, fr } from './typography.ts'

/** Words kept on each side of a change; the rest of an unchanged passage is folded. */
const context = 14

/** What changed between two texts, readable without colour. */
export function Diff({ before, after }: { before: string; after: string }) {
  const pieces = wordDiff(before, after)
  const { added, removed } = countChanges(pieces)
  if (added + removed === 0) return <p>Aucun mot n’a changé.</p>
  return (
    <>
      <p className="small soft">
        {counted(removed, 'mot retiré', 'mots retirés')}, {counted(added, 'mot ajouté', 'mots ajoutés')}.
      </p>
      <div className="diff">
        {pieces.map((piece, index) => (
          <Passage key={index} piece={piece} first={index === 0} last={index === pieces.length - 1} />
        ))}
      </div>
    </>
  )
}

function Passage({ piece: { kind, text }, first, last }: { piece: Piece; first: boolean; last: boolean }) {
  if (kind === 'added') return <Change as="ins" label={fr`Ajouté : `} text={text} />
  if (kind === 'removed') return <Change as="del" label={fr`Retiré : `} text={text} />
  const { start, folded, end } = fold(text, first, last)
  return (
    <>
      {start}
      {folded === 0 ? null : (
        <span className="folded">
          {' […] '}
          <span className="hidden">{counted(folded, 'mot inchangé', 'mots inchangés')} </span>
        </span>
      )}
      {end}
    </>
  )
}

function Change({ as: Tag, label, text }: { as: 'ins' | 'del'; label: string; text: string }) {
  return (
    <Tag>
      <span className="hidden">{label}</span>
      {text}
    </Tag>
  )
}

/** Before the first change only the end of a passage matters, after the last only its start. */
function fold(text: string, first: boolean, last: boolean): { start: string; folded: number; end: string } {
  const words = text.match(/\s*\S+\s*?(?=\s|$)/gu) ?? []
  const [before, after] = [first ? 0 : context, last ? 0 : context]
  const folded = words.length - before - after
  if (folded <= context) return { start: text, folded: 0, end: '' }
  const trailing = /\s*$/u.exec(text)?.[0] ?? ''
  return {
    start: words.slice(0, before).join(''),
    folded,
    end: (after === 0 ? [] : words.slice(-after)).join('').trimStart() + trailing,
  }
}
