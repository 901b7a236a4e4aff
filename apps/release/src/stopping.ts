/** Aborted by Ctrl-C: every command that is running ends then, and what was made for it is removed. */
export const stopping = new AbortController();
