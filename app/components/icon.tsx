/** The glyphs of the house: 20 × 20, drawn in strokes. Always decoration; the word stands beside it. */
const glyphs = {
  eye: 'M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5zM8 10a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  plus: 'M3.5 10a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M10 7v6M7 10h6',
  pencil: 'm4 16 1-4 8.5-8.5 3 3L8 15z',
  camera: 'M3 6h10v8H3zM13 9l4-2.5v7L13 11',
  tick: 'm4 10.5 4 4 8-9',
  question: 'M7.5 7.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.7M10 15h.01',
  clock: 'M3.5 10a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M10 6v4l2.5 2',
  play: 'M6 4.5v11l9-5.5z',
  plane: 'm3 10 14-6-5 13-3-5.5z',
  cross: 'm5 5 10 10M15 5 5 15',
  alert: 'M10 3 2.5 16.5h15zM10 8v4M10 14.2h.01',
  barred: 'M3.5 10a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M5.5 5.5l9 9',
} as const

export type IconName = keyof typeof glyphs

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={glyphs[name]} />
    </svg>
  )
}
