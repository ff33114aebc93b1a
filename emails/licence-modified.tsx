import type { MailContext, MailView } from './context'
import { Action } from './parts/action'
import { Facts, Licences } from './parts/facts'
import { Frame, Paragraph } from './parts/frame'
import type { MailProps, MailSecrets } from './props'

type View = MailView<MailProps<'licenceModified'>, MailSecrets<'licenceModified'>>
type Change = View['props']['lines'][number]['changes'][number]

const DAY = /^\d{4}-\d{2}-\d{2}$/

function written(value: string, { t, day }: MailContext): string {
  if (value === '') return t('change.none')
  return DAY.test(value) ? day(value) : value
}

const factOf = (context: MailContext, { what, before, after }: Change) =>
  [
    context.t(`change.${what}`),
    context.t('change.value', { before: written(before, context), after: written(after, context) }),
  ] as const

/** Licences that were changed: old and new of each, and how they stand now. */
export function LicenceModified({ props, context }: View) {
  const { t } = context
  const said = { company: props.companyName, by: props.managedBy, count: props.lines.length }
  return (
    <Frame context={context} heading={t('licenceModified.heading', said)} preview={t('licenceModified.preview', said)}>
      <Paragraph>{t('licenceModified.text', said)}</Paragraph>
      {props.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a mail is rendered once
        <div key={index}>
          <Licences context={context} lines={[line]} />
          {line.changes.length === 0 ? null : <Facts facts={line.changes.map((change) => factOf(context, change))} />}
        </div>
      ))}
      <Action context={context} path={`/${props.slug}/sign-in`} label={t('licencesShown')} />
    </Frame>
  )
}
