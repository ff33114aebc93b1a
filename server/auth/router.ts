import { z } from 'zod'
import { open, router } from '@/server/trpc/procedures'
import { signInPage } from './sign-in-page'

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
})
