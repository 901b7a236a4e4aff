/** The ID that comes after all that are numbers. The largest number that a double holds exactly has no next one. */
export function nextId(ids: Iterable<string>): number {
  let largest = 0;
  for (const id of ids) {
    const number = /^\d{1,16}$/.test(id) ? Number(id) : 0;
    if (number > largest && number < Number.MAX_SAFE_INTEGER) largest = number;
  }
  return largest + 1;
}
