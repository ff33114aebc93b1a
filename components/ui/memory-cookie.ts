/** The cookie that keeps how the console was left: navigation, filter pane, density, what was read. */
export const MEMORY_COOKIE = 'tierline-ui'
