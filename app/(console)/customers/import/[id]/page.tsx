import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readReportState } from '@/components/imports/report-state'
import { ImportScreen } from '@/components/imports/screen'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') }
}

export default async function Page({ params, searchParams }: PageProps<'/customers/import/[id]'>) {
  const operationId = (await params).id
  const report = readReportState(await searchParams)
  return (
    <WithMessages of={['imports', 'operations']}>
      <Screen
        load={[
          trpc.imports.get.queryOptions({ operationId }),
          trpc.imports.rows.queryOptions({ operationId, ...report }),
        ]}
      >
        <ImportScreen operationId={operationId} />
      </Screen>
    </WithMessages>
  )
}
