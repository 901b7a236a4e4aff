/** A time as the service writes it: 14 digits in UTC, as a number. */
export function timestamp(milliseconds: number): number {
  return Number(new Date(milliseconds).toISOString().replace(/\D/g, "").slice(0, 14));
}
