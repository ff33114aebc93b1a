import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./server/i18n/request.ts')

const config: NextConfig = {
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-copy-streams', 'nodemailer'],
  outputFileTracingExcludes: { '*': ['.tierline/**', 'bench/**', 'e2e/**'] },
  // Messages come parsed (server/i18n/messages.ts): the parser of ICU messages, 9 kB, stays out of the browser.
  turbopack: {
    resolveAlias: {
      'use-intl/format-message': './node_modules/use-intl/dist/esm/production/format-message/format-only.js',
    },
  },
  typescript: { ignoreBuildErrors: true }, // `npm test` checks types itself, once
}

export default withNextIntl(config)
