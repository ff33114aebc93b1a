import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./server/i18n/request.ts')

const config: NextConfig = {
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-copy-streams', 'nodemailer'],
  outputFileTracingExcludes: { '*': ['.tierline/**', 'bench/**', 'e2e/**'] },
  typescript: { ignoreBuildErrors: true }, // `npm test` checks types itself, once
}

export default withNextIntl(config)
