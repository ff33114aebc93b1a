import { env } from '@/server/env'

/** How long a session lasts, in hours, however busy it is. */
export const SESSION_HOURS = 12

/** Over https the browser sends the session back by https only, and to this host only. */
export const isHttps = (): boolean => (env.NEXTAUTH_URL ?? env.APP_URL).startsWith('https:')

export const sessionCookieName = (): string => (isHttps() ? '__Host-tierline-session' : 'tierline-session')
