/**
 * What a page may load and whom it may ask, for the browser to enforce: the site itself and, for what is tried, an
 * emulator on the reader's machine. What somebody types can so be sent to nobody else, whatever a script does.
 */
export const securityPolicy = [
  "default-src 'self'",
  "connect-src 'self' http://127.0.0.1:* http://localhost:*",
  "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
