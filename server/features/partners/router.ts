import { loginNamesTaken } from '@/server/features/accounts/queries'
import { proposeSlug, slugsTaken } from '@/server/features/companies/queries'
import { listProductOptions } from '@/server/features/customers/list-lookups'
import { holdingSearch } from '@/server/features/customers/list-schema'
import { may, router } from '@/server/trpc/procedures'
import { createPartner, setPartnerStatus, updatePartner } from './commands'
import { countPartners, listPartners } from './list'
import { newPartnerOptions } from './options-queries'
import { getPermissions, setBrandingPermission, setRemoteManagement } from './permissions'
import { getConsequences, getPartner } from './queries'
import {
  brandingPermission,
  loginNameToCheck,
  nameToPropose,
  newPartner,
  partnerCount,
  partnerId,
  partnerPage,
  partnerRef,
  partnerStatusChange,
  partnerUpdate,
  remoteManagement,
  slugToCheck,
} from './schema'

export const partners = router({
  list: may('partner.view')
    .input(partnerPage)
    .query(({ ctx, input }) => listPartners(ctx.tx, ctx.target.scope, input)),
  count: may('partner.view')
    .input(partnerCount)
    .query(({ ctx, input }) => countPartners(ctx.tx, ctx.target.scope, input)),
  productOptions: may('partner.view')
    .input(holdingSearch)
    .query(({ ctx, input }) => listProductOptions(ctx.tx, input)),
  get: may('partner.view')
    .input(partnerId)
    .query(({ ctx, input }) => getPartner(ctx.tx, input)),
  consequences: may('partner.view')
    .input(partnerId)
    .query(({ ctx, input }) => getConsequences(ctx.tx, input)),
  proposeSlug: may('partner.create')
    .input(nameToPropose)
    .query(({ ctx, input }) => proposeSlug(ctx.tx, input)),
  isSlugTaken: may('partner.create')
    .input(slugToCheck)
    .query(async ({ ctx, input }) => (await slugsTaken(ctx.tx, [input.slug.trim().toLowerCase()])).size > 0),
  isLoginNameTaken: may('partner.create')
    .input(loginNameToCheck)
    .query(async ({ ctx, input }) => (await loginNamesTaken(ctx.tx, [input.loginName.trim()])).size > 0),
  options: may('partner.create').query(({ ctx }) => newPartnerOptions(ctx.tx, ctx.actor)),
  create: may('partner.create')
    .input(newPartner)
    .mutation(({ ctx, input }) => createPartner(ctx.tx, ctx.actor, ctx.target, input)),
  update: may('partner.update')
    .input(partnerUpdate)
    .mutation(({ ctx, input }) => updatePartner(ctx.tx, ctx.actor, input)),
  setStatus: may('partner.update')
    .input(partnerStatusChange)
    .mutation(({ ctx, input }) => setPartnerStatus(ctx.tx, ctx.actor, input)),
  permissions: may('partner.view')
    .input(partnerRef)
    .query(({ ctx }) => getPermissions(ctx.tx, ctx.target)),
  setRemoteManagement: may('partner.remoteManagement')
    .input(remoteManagement)
    .mutation(({ ctx, input }) => setRemoteManagement(ctx.tx, ctx.actor, ctx.target, input)),
  setBrandingPermission: may('branding.manage')
    .input(brandingPermission)
    .mutation(({ ctx, input }) => setBrandingPermission(ctx.tx, ctx.actor, ctx.target, input)),
})
