import type { Target } from '@/server/access/decide'
import type { Privilege } from '@/server/access/privileges'
import { companyId } from '@/server/features/companies/schema'
import { may } from '@/server/trpc/procedures'
import { erasePerson, takePersonalData } from './person-commands'
import { personFigures } from './person-data'
import { accountRef } from './schema'

const person = accountRef.extend({ companyId: companyId.optional() })

/** Export and erasure of a person, for whoever manages the accounts of their company. */
export const personProcedures = (change: Privilege, companyFor: (target: Target) => { companyId: string }) => ({
  personFigures: may(change)
    .input(person)
    .query(({ ctx, input }) => personFigures(ctx.tx, { ...input, ...companyFor(ctx.target) })),
  personalData: may(change)
    .input(person)
    .mutation(({ ctx, input }) => takePersonalData(ctx.tx, ctx.actor, change, { ...input, ...companyFor(ctx.target) })),
  erase: may(change)
    .input(person)
    .mutation(({ ctx, input }) => erasePerson(ctx.tx, ctx.actor, change, { ...input, ...companyFor(ctx.target) })),
})
