/** The names of the reader's own machine that the pages may ask. */
export const loopback = ["127.0.0.1", "localhost"];
