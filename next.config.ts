import type { NextConfig } from 'next'
import { PHASE_PRODUCTION_BUILD } from 'next/constants'
import createNextIntlPlugin from 'next-intl/plugin'
import { placeFonts, styleSheet } from './server/style-sheet'

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

/** The style sheet as a constant of the server's code (components/shell/style-sheet.tsx), its fonts beside Next's own files. */
async function inlineStyle(): Promise<NextConfig> {
  const style = await styleSheet('app/globals.css')
  return {
    turbopack: { resolveAlias: { ...config.turbopack?.resolveAlias, '@/app/globals.css': './app/no-style.ts' } },
    compiler: {
      defineServer: { 'process.env.STYLE_SHEET': style.text, 'process.env.MAIN_FONT': style.mainFont },
      runAfterProductionCompile: async ({ distDir }) => placeFonts(style, distDir),
    },
  }
}

export default async (phase: string): Promise<NextConfig> =>
  withNextIntl({ ...config, ...(phase === PHASE_PRODUCTION_BUILD && (await inlineStyle())) })
