import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './status-badge.tsx'
import type { VersionMark } from './told-version.ts'

const marksShown: Record<VersionMark, { label: string; tone: Tone; icon: IconName }> = {
  current: { label: 'Actuel', tone: 'blue', icon: 'pencil' },
  approved: { label: 'Validé', tone: 'green', icon: 'tick' },
  incomplete: { label: 'Incomplet', tone: 'orange', icon: 'alert' },
}

/** What a text is or was. Information, never a control. */
export function VersionMarks({ marks }: { marks: readonly VersionMark[] }) {
  return marks.map((mark) => {
    const { label, tone, icon } = marksShown[mark]
    return (
      <span key={mark} className="badge" data-tone={tone}>
        <Icon name={icon} />
        {label}
      </span>
    )
  })
}
