/** The password of every account of the demo. The seed gives it to them; the cards on the demo's sign-in page use it. */
export const DEMO_PASSWORD = 'tierline-demo'

/** Login names of the accounts behind the cards begin so. */
export const DEMO_LOGIN_PREFIX = 'demo-'
