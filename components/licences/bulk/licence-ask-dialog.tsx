'use client'

import type { AskProps } from './ask-dialog'
import { ASK_FORMS } from './ask-forms'

/** The question of one action. */
export function LicenceAskDialog(props: AskProps & { managerId: string }) {
  const Form = ASK_FORMS[props.action]
  return <Form {...props} />
}
