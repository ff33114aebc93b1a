import { open, router } from '@/server/trpc/procedures'
import { lookAtKey, redeem } from './redeem'
import { keyRedemption, keyToLook, trialRef, trialRequest } from './register-schema'
import { lookAtTrial, requestTrial } from './trial'

/** Registering with a key: anybody who holds one. Both are mutations, so that no key stands in an address of the interface. */
export const register = router({
  look: open('Whoever holds a registration key sees what it gives')
    .input(keyToLook)
    .mutation(({ ctx, input }) => lookAtKey(ctx, input)),
  redeem: open('Whoever holds a registration key registers with it')
    .input(keyRedemption)
    .mutation(({ ctx, input }) => redeem(ctx, input)),
})

/** The public forms of trial plans. */
export const trial = router({
  look: open('A public trial form shows what it offers')
    .input(trialRef)
    .query(({ input }) => lookAtTrial(input)),
  request: open('Prospects sign up for a trial')
    .input(trialRequest)
    .mutation(({ ctx, input }) => requestTrial(ctx, input)),
})
