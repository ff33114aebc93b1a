'use client'

import { CirclePlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import { useRefusal } from '@/components/trpc/refusal'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Cell, Row, Rows } from '@/components/ui/rows'
import { Status } from '@/components/ui/status'
import { TextLink } from '@/components/ui/text-link'
import type { ProductRecord } from '@/server/features/products/queries'
import { mayRemoveComponent } from '@/server/features/products/rules'
import { AddComponentDialog, RemoveComponentDialog } from './component-dialogs'
import { useFigures } from './words'

type Component = ProductRecord['components'][number]

/** What a suite holds now and held before, and for tier 1 what changes it. */
export function ComponentsCard({ product }: { product: ProductRecord }) {
  const t = useTranslations('products')
  const can = useCan()
  const refusal = useRefusal()
  const { day } = useFigures()
  const [dialog, setDialog] = useState<'add' | Component | null>(null)
  const mayManage = can('product.manage')
  const reasonOf = (component: Component) => {
    const allowed = mayRemoveComponent(product, component.productId, product.today)
    return allowed.ok ? null : refusal.ofCode(allowed.code, allowed.params)
  }
  return (
    <Card
      flush
      title={t('components')}
      note={t('componentsNote')}
      action={
        mayManage ? (
          <Button size="sm" icon={CirclePlus} onClick={() => setDialog('add')}>
            {t('component.add')}
          </Button>
        ) : null
      }
    >
      {product.components.length === 0 ? (
        <EmptyState title={t('component.none')} hint={t('component.noneHint')} />
      ) : (
        <Rows
          label={t('components')}
          heads={[
            { key: 'product', label: t('column.name') },
            { key: 'since', label: t('component.since') },
            { key: 'state', label: t('component.state') },
            ...(mayManage ? [{ key: 'do', label: t('component.actions'), isHidden: true }] : []),
          ]}
        >
          {product.components.map((component) => (
            <Row key={component.id}>
              <Cell>
                <TextLink href={`/products/${component.productId}`}>{component.name}</TextLink>
              </Cell>
              <Cell className="whitespace-nowrap">{day(component.addedOn)}</Cell>
              <Cell>
                <ComponentState component={component} />
              </Cell>
              {mayManage ? (
                <Cell isFigure>
                  {component.removedOn === null ? (
                    <Button size="sm" variant="ghost" reason={reasonOf(component)} onClick={() => setDialog(component)}>
                      {t('component.remove')}
                    </Button>
                  ) : null}
                </Cell>
              ) : null}
            </Row>
          ))}
        </Rows>
      )}
      {dialog === 'add' ? <AddComponentDialog product={product} onClose={() => setDialog(null)} /> : null}
      {dialog !== null && dialog !== 'add' ? (
        <RemoveComponentDialog product={product} component={dialog} onClose={() => setDialog(null)} />
      ) : null}
    </Card>
  )
}

function ComponentState({ component: { isPart, removedOn } }: { component: Component }) {
  const t = useTranslations('products')
  const { day } = useFigures()
  if (removedOn === null) return <Status tone="good">{t('component.part')}</Status>
  return isPart ? (
    <Status tone="warning" shape="half">
      {t('component.leaves', { day: day(removedOn) })}
    </Status>
  ) : (
    <Status tone="neutral" shape="cross">
      {t('component.left', { day: day(removedOn) })}
    </Status>
  )
}
