/** A place in the text of a section, in the browser: to go there, and to write there so that it can be undone. */
import type { Finding } from '#events/lint/finding.ts'
import type { SectionKey } from '#events/script.ts'

type Place = { start: number; end: number }

const areaOf = (section: SectionKey | null) =>
  document.querySelector<HTMLTextAreaElement>(`textarea[name="script.${section ?? ''}"]`)

/** Selects the words; false where they no longer stand there. */
export function goTo({ section, start, end, excerpt }: Finding): boolean {
  const area = areaOf(section)
  if (area?.value.slice(start, end) !== excerpt) return false
  select(area, { start, end })
  return true
}

/** Writes the fix of a finding, where its words still stand there. */
export function mend({ section, start, end, excerpt, fix }: Finding): void {
  const area = areaOf(section)
  if (fix === null || area?.value.slice(start, end) !== excerpt) return
  select(area, fix)
  write(area, fix.replacement)
}

/** At the caret, apart from the words around it. */
export function insertApart(section: SectionKey, text: string): void {
  const area = areaOf(section)
  if (area === null) return
  const [before, after] = [area.value.slice(0, area.selectionStart), area.value.slice(area.selectionEnd)]
  area.focus()
  write(area, `${/(^|\s)$/u.test(before) ? '' : ' '}${text}${/^\s/u.test(after) ? '' : ' '}`)
}

/** A tall field is not scrolled to its selection by its focus: the page is, to about where the words are. */
function select(area: HTMLTextAreaElement, { start, end }: Place): void {
  area.focus({ preventScroll: true })
  area.setSelectionRange(start, end)
  const { top, height } = area.getBoundingClientRect()
  const place = top + (height * start) / Math.max(1, area.value.length)
  if (place < 0 || place > window.innerHeight * 0.7) window.scrollBy({ top: place - window.innerHeight / 3 })
}

/** As typed by hand where the browser can, so that it can be undone; a browser that cannot is told of the change. */
function write(area: HTMLTextAreaElement, text: string): void {
  const typed = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text)
  if (typed) return
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
  area.dispatchEvent(new Event('input', { bubbles: true }))
}
