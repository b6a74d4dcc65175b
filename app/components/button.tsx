import { Link } from '@remix-run/react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'

import { intentLabels, type Intent } from './intent-labels.ts'

type Kind = 'primary' | 'secondary' | 'plain' | 'link'
type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'> & {
  kind?: Kind
  emoji?: string
}

const classes: Record<Kind, string> = {
  primary: 'button primary',
  secondary: 'button',
  plain: 'button plain',
  link: 'link',
}

/** One `primary` a page. `link` is a button inside a line of text. */
export function Button({ kind = 'secondary', emoji, children, ...rest }: ButtonProps) {
  return (
    <button className={classes[kind]} {...rest}>
      <Emoji>{emoji}</Emoji>
      {children}
    </button>
  )
}

/** A button with the exact words of a desk verb; it submits `intent=<verb>` unless its form has a door of its own. */
export function IntentButton({ intent, kind, ownDoor = false }: { intent: Intent; kind?: Kind; ownDoor?: boolean }) {
  const { words, emoji } = intentLabels[intent]
  return (
    <Button
      {...(kind === undefined ? {} : { kind })}
      {...(emoji === undefined ? {} : { emoji })}
      {...(ownDoor ? {} : { name: 'intent', value: intent })}
    >
      {words}
    </Button>
  )
}

/** Looks like a button, goes to a page. */
export function ButtonLink({ to, kind = 'secondary', emoji, children }: ButtonLinkProps) {
  return (
    <Link className={classes[kind]} to={to}>
      <Emoji>{emoji}</Emoji>
      {children}
    </Link>
  )
}

type ButtonLinkProps = { to: string; kind?: Kind; emoji?: string; children: ReactNode }

function Emoji({ children }: { children: string | undefined }) {
  return children === undefined ? null : <span aria-hidden="true">{children}</span>
}
