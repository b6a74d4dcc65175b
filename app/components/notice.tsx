import type { ReactNode } from 'react'

import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './status-badge.tsx'

export type NoticeProps = {
  tone: Exclude<Tone, 'grey' | 'violet'>
  title: string
  /** `alert` is read out at once, `status` politely; none for what was always on the page. */
  live?: 'alert' | 'status'
  children?: ReactNode
}

const icons: Record<NoticeProps['tone'], IconName> = {
  blue: 'clock',
  yellow: 'eye',
  green: 'tick',
  orange: 'alert',
  red: 'cross',
}

export function Notice({ tone, title, live, children }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone} role={live}>
      <p className="verdict">
        <Icon name={icons[tone]} />
        {title}
      </p>
      {children}
    </div>
  )
}
