/** Who may import whom: guide for readers in CONTRIBUTING.md. Every rule has a negative control in server/guards/import-rules.test.ts. */
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })
const TESTS = '\\.test\\.tsx?$|^server/(testing|guards)/|/testing\\.ts$|/with-[a-z-]+\\.ts$'

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'A cycle has no beginning to read from.',
    ),
    forbid(
      'screens-know-no-database',
      { path: '^(app|components)/', pathNot: TESTS },
      { path: '^(server/db|prisma)/', pathNot: '^prisma/generated/enums', dependencyTypesNot: ['type-only'] },
      'Every byte a screen shows goes through a procedure.',
    ),
    forbid(
      'components-know-no-server',
      { path: '^components/', pathNot: TESTS },
      { path: '^server/features/[^/]+/(commands|queries|router|jobs)', dependencyTypesNot: ['type-only'] },
      'Components import schemas and rules, and types.',
    ),
    forbid(
      'features-know-no-transport',
      { path: '^server/features/[^/]+/(commands|queries|rules)', pathNot: TESTS },
      { path: 'node_modules/(@trpc|next|react)/' },
      'Commands, queries and rules know no transport.',
    ),
    forbid(
      'routers-know-no-prisma',
      { path: '^server/features/[^/]+/[^/]*router[.]ts$' },
      { path: '^prisma/', dependencyTypesNot: ['type-only'] },
      'A router only connects.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules|^prisma/generated' },
    exclude: { path: '\\.next/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
