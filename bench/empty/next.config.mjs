/** The same Next as the console's, with nothing in it. */
export default { poweredByHeader: false }
