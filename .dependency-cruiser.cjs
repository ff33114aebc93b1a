/** Who may import whom: guide for readers in CONTRIBUTING.md. Every rule has a negative control in server/testing/import-rules.test.ts. */
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })
const TESTS = '\\.test\\.tsx?$|^server/(testing|guards)/|/testing\\.ts$|/with-[a-z-]+\\.ts$'

// A feature may call those before it in this line, never those behind.
const ORDER = [
  'companies',
  'accounts',
  'products',
  'plans',
  'licences',
  'keys',
  'attention',
  '(templates|policies|devices)',
  'transactions',
  'usage',
  'billing',
]
const inOrder = ORDER.slice(0, -1).map((feature, at) =>
  forbid(
    `features-in-order-${at + 1}`,
    { path: `^server/features/${feature}/`, pathNot: TESTS },
    { path: `^server/features/(${ORDER.slice(at + 1).join('|')})/` },
    'Features call each other in one direction.',
  ),
)

module.exports = {
  forbidden: [
    ...inOrder,
    forbid(
      'called-by-all-call-none',
      { path: '^server/features/(notifications|operations|log)/', pathNot: TESTS },
      {
        path: '^server/features/',
        pathNot: '^server/features/(notifications|operations|log)/',
        dependencyTypesNot: ['type-only'],
      },
      'What every feature may call calls none.',
    ),
    forbid(
      'system-work-has-few-doors',
      {
        path: '^(app|components|emails|server)/',
        pathNot: `^server/(auth|connector|db|jobs)/|${TESTS}|/testing/|-testing[.]ts$`,
      },
      { path: '^server/db/system' },
      'Only sign-in, jobs and the connector see every tenant.',
    ),
    forbid(
      'the-client-has-few-doors',
      { path: '^(app|components|emails|server)/', pathNot: `^server/(auth|db|jobs)/|^server/worker[.]ts$|${TESTS}` },
      { path: '^server/db/client', dependencyTypesNot: ['type-only'] },
      'Queries and commands are given their transaction: inScope opens it.',
    ),
    forbid(
      'mails-know-no-database',
      { path: '^emails/', pathNot: TESTS },
      { path: '^(server/(db|auth|trpc|jobs|features)|prisma)/' },
      'A mail is rendered from its props.',
    ),
    forbid(
      'the-worker-is-no-page',
      { path: '^server/(worker[.]ts$|jobs/|features/[^/]+/jobs)', pathNot: TESTS },
      { path: 'node_modules/(server-only|next)/' },
      'The worker runs outside of Next.',
    ),
    forbid(
      'the-database-through-the-runner',
      { path: '^(app|components|emails)/' },
      { path: 'node_modules/(pg|@prisma/client|@prisma/adapter-pg)/', dependencyTypesNot: ['type-only'] },
      'No screen opens a connection.',
    ),
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
