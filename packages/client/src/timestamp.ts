import { badValue } from "./bad-argument.ts";
import { timestampDescription } from "./generated/wire.ts";

/**
 * Reads a time of the service, 14 digits `yyyymmddhhmmss` in UTC.
 *
 * @throws {TypeError} When it is anything else, or a time that does not exist such as 30 February.
 */
export function parseTimestamp(timestamp: string): Date {
  return (
    readTime(timestamp) ?? badValue("parseTimestamp", "timestamp", `give ${timestampDescription}`, timestamp)
  );
}

/**
 * Writes a time as the service does, 14 digits `yyyymmddhhmmss` in UTC. What is below a second is cut off.
 *
 * @throws {TypeError} When the date is invalid, or its year has not four digits.
 */
export function formatTimestamp(date: Date): string {
  return writeTime(date) ?? badValue("formatTimestamp", "date", "give a Date of a year from 0 to 9999", date);
}

/** The time that 14 digits mean; undefined when they mean none. */
export function readTime(timestamp: unknown): Date | undefined {
  if (typeof timestamp !== "string") return undefined;
  const iso = timestamp.replace(/^(\d{4})(..)(..)(..)(..)(..)$/, "$1-$2-$3T$4:$5:$6Z");
  const date = new Date(iso);
  // A day that does not exist, and an hour 24, become another time.
  return writeTime(date) === timestamp ? date : undefined;
}

/** The 14 digits of a time; undefined when it has none. */
export function writeTime(date: unknown): string | undefined {
  // A Date of another realm is no instance of this one's.
  if (Object.prototype.toString.call(date) !== "[object Date]" || Number.isNaN(Number(date)))
    return undefined;
  const digits = (date as Date).toISOString().replace(/\.\d+|\W/g, "");
  return /^\d{8}T\d{6}Z$/.test(digits) ? digits.replace(/\D/g, "") : undefined;
}
