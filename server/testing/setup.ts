import { setEnvironment } from '@/server/env'

// Secrets of the tests only; what is encrypted with them lives as long as a test.
setEnvironment({
  TIERLINE_SECRET: 'test-secret-test-secret-test-secret-0001',
  NEXTAUTH_SECRET: 'test-secret-test-secret-test-secret-0002',
  APP_URL: 'http://localhost:3000',
  MAIL_TRANSPORT: 'outbox',
  DATABASE_POOL_MAX: '5',
})
