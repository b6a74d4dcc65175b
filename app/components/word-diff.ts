/** What changed between two texts, word by word. */

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string }

/** Above this many pairs the table would cost more than it tells: the middle reads as replaced. Two scripts take 0.6 M. */
const mostPairs = 4_000_000

/**
 * Pieces in reading order. `same` and `removed` together are `before`, `same` and `added` together are `after`, to the
 * letter. Words are compared with the space that follows them set apart, so that a new paragraph is no new word.
 */
export function wordDiff(before: string, after: string): Piece[] {
  const [a, b] = [tokens(before), tokens(after)]
  const head = commonPrefix(a, b)
  const tail = commonPrefix(a.slice(head).reverse(), b.slice(head).reverse())
  return joinPieces([
    ...as('same', a.slice(0, head)),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...as('same', a.slice(a.length - tail)),
  ])
}

/** Words added and removed, for the sentence above a diff. */
export function countChanges(pieces: readonly Piece[]): { added: number; removed: number } {
  const words = (kind: Piece['kind']) =>
    pieces.filter((piece) => piece.kind === kind).reduce((sum, { text }) => sum + (text.match(/\S+/gu)?.length ?? 0), 0)
  return { added: words('added'), removed: words('removed') }
}

const tokens = (text: string) => text.match(/\s+|\S+/gu) ?? []
const as = (kind: Piece['kind'], words: readonly string[]): Piece[] => words.map((text) => ({ kind, text }))

function commonPrefix(a: readonly string[], b: readonly string[]): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

/** The longest common subsequence, read from a table of the lengths still to come. */
function middle(a: readonly string[], b: readonly string[]): Piece[] {
  if (a.length * b.length > mostPairs) return [...as('removed', a), ...as('added', b)]
  const width = b.length + 1
  const lengths = lengthsToCome(a, b)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [old, fresh] = [a[i], b[j]]
    if (old !== undefined && old === fresh) {
      pieces.push({ kind: 'same', text: old })
      i++
      j++
    } else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'removed', text: old })
      i++
    } else {
      pieces.push({ kind: 'added', text: fresh ?? '' })
      j++
    }
  }
  return pieces
}

function lengthsToCome(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const here = i * width + j
      lengths[here] =
        a[i] === b[j]
          ? 1 + (lengths[here + width + 1] ?? 0)
          : Math.max(lengths[here + width] ?? 0, lengths[here + 1] ?? 0)
    }
  }
  return lengths
}

/**
 * Neighbours of one kind become one piece. Spaces alone between two changes belong to them: « vous allez vivre »
 * replaced reads as one passage taken out and one put in, not as a chequerboard.
 */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed })
    if (added !== '') joined.push({ kind: 'added', text: added })
    ;[removed, added] = ['', '']
  }
  pieces.forEach((piece, index) => {
    if (piece.kind === 'removed') removed += piece.text
    else if (piece.kind === 'added') added += piece.text
    else if (isBetweenChanges(pieces, index) && removed + added !== '') {
      removed += piece.text
      added += piece.text
    } else {
      flush()
      const last = joined.at(-1)
      if (last?.kind === 'same') last.text += piece.text
      else joined.push({ ...piece })
    }
  })
  flush()
  return joined
}

function isBetweenChanges(pieces: readonly Piece[], index: number): boolean {
  const [here, next] = [pieces[index], pieces[index + 1]]
  return here !== undefined && /^[^\S\n]+$/u.test(here.text) && next !== undefined && next.kind !== 'same'
}
