/**
 * The end of a group that stands at the right (`data-arriving`): a page is painted while it arrives, and what is there of such a
 * group would move aside for what comes. It shows when it is whole (app/globals.css).
 */
export const GroupEnd = () => <i hidden data-end />
