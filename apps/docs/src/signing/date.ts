/** Reads the date of a signature, such as `20191115T033655Z`; nothing when it is none. */
export function parseDate(text: string): Date | undefined {
  const date = new Date(text.trim().replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  // JavaScript takes 30 February for a day in March.
  return Number.isNaN(date.getTime()) || formatDate(date) !== text.trim() ? undefined : date;
}

/** Writes a time as the date of a signature. */
export function formatDate(date: Date): string {
  return date.toISOString().replace(/\.\d+|\W/g, "");
}
