// Before any schema: zod would try `new Function`, which the Content-Security-Policy forbids and reports. The setting by itself,
// without zod: only screens with a form load that.
Reflect.set(globalThis, '__zod_globalConfig', { jitless: true })
