import { z } from 'zod'
import { newPassword } from '@/server/features/accounts/schema'
import { open, router } from '@/server/trpc/procedures'
import { askForLink } from './forgot'
import { choosePassword, LINK_PURPOSES, linkToken, lookAtLink } from './links'
import { signInPage } from './sign-in-page'
import { countStranger, forgiveStranger } from './throttle'

const link = z.object({ purpose: z.enum(LINK_PURPOSES), token: linkToken })
const shortText = z.string().trim().min(1).max(64)

/** What the sign-in page shows before anybody is signed in. Signing in itself is next-auth's (app/api/auth). */
export const signIn = router({
  page: open('The sign-in page shows whose it is, and in the demo whom one can be')
    .input(
      z.object({
        slug: z
          .string()
          .regex(/^[a-z0-9-]{2,64}$/i)
          .optional(),
      }),
    )
    .query(async ({ ctx, input }) => ({ ...(await signInPage(input)), isSignedIn: ctx.actor !== null })),
  forgot: open('Who has forgotten a password cannot sign in')
    .input(z.object({ slug: shortText.toLowerCase(), loginName: shortText }))
    .mutation(({ ctx, input }) => askForLink(input, ctx.address)),
  link: open('Who follows a link in a mail has no password yet')
    .input(link)
    .query(({ input }) => lookAtLink(input)),
  choosePassword: open('Who follows a link in a mail has no password yet')
    .input(link.extend({ password: newPassword }))
    .mutation(async ({ ctx, input }) => {
      await countStranger('link', ctx.address)
      const chosen = await choosePassword(input, { address: ctx.address })
      await forgiveStranger('link', ctx.address)
      return chosen
    }),
})
