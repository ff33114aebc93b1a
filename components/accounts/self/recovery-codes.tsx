'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePerson } from '@/components/access/access-provider'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'

/** The recovery codes, this once: to read, to copy, and as a file. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('accounts.factor')
  const { loginName, companyName } = usePerson()
  const download = () => {
    const text = `${t('file', { loginName, company: companyName })}\n\n${codes.join('\n')}\n`
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
    link.download = `tierline-${loginName}.txt`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <div className="flex flex-col gap-4">
      <Banner tone="warning">{t('codesText')}</Banner>
      <ol className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-md bg-sunken p-4 font-mono text-base tabular-nums">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex items-center gap-2">
        <Button icon={Download} onClick={download}>
          {t('download')}
        </Button>
        <CopyButton text={codes.join('\n')} label={t('copy')} />
      </div>
    </div>
  )
}
