/** How long the service asks to wait, in milliseconds; `Retry-After` has seconds, or a date. */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get("Retry-After") ?? "";
  // Held against the clock of the service: that of the client may be off.
  const now = Date.parse(headers.get("Date") ?? "") || Date.now();
  const pause = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return pause >= 0 ? pause : undefined;
}
