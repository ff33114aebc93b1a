/** Nothing to do at the start; without this file Next would take the console's. */
export function register() {}
