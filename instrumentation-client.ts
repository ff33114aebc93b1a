import { config } from 'zod/v4/core'

// Before any schema: zod would try `new Function`, which the Content-Security-Policy forbids and reports.
config({ jitless: true })
