import type { ReactNode } from 'react'
import { Body, Container, Head, Heading, Hr, Html, Preview, Text } from 'react-email'
import type { MailContext } from '../context'
import { COLOURS, FONT } from './colours'

type Props = { context: MailContext; heading: string; preview: string; children: ReactNode }

/** The frame of every mail: heading, greeting, what it says, and who sent it. */
export function Frame({ context: { t, locale, name, link }, heading, preview, children }: Props) {
  return (
    <Html lang={locale} dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
      </Head>
      <Body
        lang={locale}
        style={{ margin: 0, padding: '24px 12px', backgroundColor: COLOURS.ground, fontFamily: FONT }}
      >
        <Preview>{preview}</Preview>
        <Container
          style={{
            maxWidth: 560,
            padding: '28px 28px 20px',
            backgroundColor: COLOURS.surface,
            border: `1px solid ${COLOURS.line}`,
            borderRadius: 6,
          }}
        >
          <Text style={{ margin: '0 0 20px', fontSize: 14, fontWeight: 600, color: COLOURS.ink }}>{t('brand')}</Text>
          <Heading as="h1" style={{ margin: '0 0 16px', fontSize: 20, lineHeight: '28px', color: COLOURS.ink }}>
            {heading}
          </Heading>
          {name === '' ? null : <Paragraph>{t('greeting', { name })}</Paragraph>}
          {children}
          <Hr style={{ margin: '24px 0 16px', borderColor: COLOURS.line }} />
          <Text style={{ margin: 0, fontSize: 12, lineHeight: '18px', color: COLOURS.quiet }}>
            {t('footer', { origin: link('') })}
          </Text>
        </Container>
      </Body>
    </Html>
  )
}

export function Paragraph({ children, quiet = false }: { children: ReactNode; quiet?: boolean }) {
  return (
    <Text
      style={{
        margin: '0 0 14px',
        fontSize: quiet ? 13 : 14,
        lineHeight: quiet ? '20px' : '22px',
        color: quiet ? COLOURS.quiet : COLOURS.ink,
      }}
    >
      {children}
    </Text>
  )
}
