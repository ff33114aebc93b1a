/** Where the browser keeps the address name of the company that last signed in: the general page fills it in. */
export const DOOR_COOKIE = 'tierline-door'
