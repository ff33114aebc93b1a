import { Button, Link, Section } from 'react-email'
import type { MailContext } from '../context'
import { COLOURS } from './colours'
import { Paragraph } from './frame'

type Props = { context: MailContext; path: string; label: string; note?: string }

/** The one thing to do: a button, and the same address written out for programs that show no buttons. */
export function Action({ context: { t, link }, path, label, note }: Props) {
  const href = link(path)
  return (
    <Section style={{ margin: '4px 0 6px' }}>
      <Button
        href={href}
        style={{
          margin: '0 0 16px',
          padding: '10px 18px',
          borderRadius: 6,
          backgroundColor: COLOURS.accent,
          color: COLOURS.onAccent,
          fontSize: 14,
          fontWeight: 600,
        }}
      >
        {label}
      </Button>
      {note === undefined ? null : <Paragraph quiet>{note}</Paragraph>}
      <Paragraph quiet>
        {t('orCopy')}{' '}
        <Link href={href} style={{ color: COLOURS.accent, wordBreak: 'break-all' }}>
          {href}
        </Link>
      </Paragraph>
    </Section>
  )
}
