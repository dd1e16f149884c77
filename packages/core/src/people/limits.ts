/** Keys in use one project may have: more is a program that makes keys, not people. */
export const LIVE_API_KEYS = 100;
/** Keys shown: every live one, then the last revoked ones. */
export const LISTED_API_KEYS = 300;
/** A key's last use is told to the minute, so that a busy key costs one write a minute and not one a request. */
export const LAST_USED_SECONDS = 60;
/** How long the link that makes the first staff account works. */
export const SETUP_LINK_MINUTES = 60;
