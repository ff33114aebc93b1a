import { Column, Row, Section } from 'react-email'
import type { MailContext } from '../context'
import type { MailLine } from '../props'
import { COLOURS } from './colours'

/** Facts, a line each: what it is, and its value. */
export function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <Section style={{ margin: '0 0 16px', padding: '8px 14px', borderRadius: 6, backgroundColor: COLOURS.sunken }}>
      {facts.map(([term, value]) => (
        <Row key={term}>
          <Column
            style={{ width: '40%', padding: '4px 8px 4px 0', fontSize: 13, color: COLOURS.quiet, verticalAlign: 'top' }}
          >
            {term}
          </Column>
          <Column
            style={{ padding: '4px 0', fontSize: 13, fontWeight: 600, color: COLOURS.ink, wordBreak: 'break-word' }}
          >
            {value}
          </Column>
        </Row>
      ))}
    </Section>
  )
}

type Props = { context: MailContext; lines: readonly MailLine[]; codes?: readonly string[] | undefined }

/** Licences: product, plan, units and term of each, with its activation code where it has one. */
export function Licences({ context: { t, day }, lines, codes = [] }: Props) {
  return lines.map((line, index) => {
    const code = codes[index] ?? ''
    return (
      <Facts
        // biome-ignore lint/suspicious/noArrayIndexKey: a mail is rendered once
        key={index}
        facts={[
          [t('line.product'), line.product],
          ...(line.plan === '' ? [] : ([[t('line.plan'), line.plan]] as const)),
          [t('line.units'), t('line.unitsValue', { units: line.units })],
          ...(line.startsOn ? ([[t('line.startsOn'), day(line.startsOn)]] as const) : []),
          ...(line.endsOn ? ([[t('line.endsOn'), day(line.endsOn)]] as const) : []),
          ...(code === '' ? [] : ([[t('line.code'), code]] as const)),
        ]}
      />
    )
  })
}
