'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ComponentProps, type KeyboardEvent, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'

/** A password: hidden until asked to be shown; says when Caps Lock is on. */
export function PasswordInput(props: Omit<ComponentProps<'input'>, 'type'>) {
  const t = useTranslations('signIn')
  const [isShown, setIsShown] = useState(false)
  const [hasCapsLock, setHasCapsLock] = useState(false)
  const watch = (event: KeyboardEvent) => setHasCapsLock(event.getModifierState('CapsLock'))
  return (
    <>
      <div className="relative">
        <Input {...props} type={isShown ? 'text' : 'password'} onKeyUp={watch} className="pr-10" />
        <IconButton
          icon={isShown ? EyeOff : Eye}
          label={t(isShown ? 'hidePassword' : 'showPassword')}
          aria-pressed={isShown}
          size="sm"
          onClick={() => setIsShown(!isShown)}
          className="absolute inset-y-0 right-1 my-auto"
        />
      </div>
      <p aria-live="polite" className="text-warning-text text-xs empty:hidden">
        {hasCapsLock ? t('capsLock') : null}
      </p>
    </>
  )
}
