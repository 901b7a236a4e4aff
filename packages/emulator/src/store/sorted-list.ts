/** How many items a chunk has at most. A full one becomes two. */
const full = 1024;

/**
 * Items in the order of their keys, which differ, in chunks: an item is found by its key or by its rank, put in
 * and taken out in a time that hardly grows with their number. Its chunks can be shared with a copy: who changes
 * a shared one changes a copy of it.
 */
export interface SortedList<T> {
  size: () => number;
  add: (item: T) => void;
  remove: (item: T) => void;
  /** How many items have a smaller key. */
  rank: (key: string) => number;
  first: () => T | undefined;
  /** The items with the ranks from `begin` up to but not including `end`. */
  slice: (begin: number, end: number) => T[];
  copy: () => SortedList<T>;
}

/** Makes a list of items that are in order already, or of none. */
export function createSortedList<T>(keyOf: (item: T) => string, items: readonly T[] = []): SortedList<T> {
  const chunks: T[][] = [];
  for (let begin = 0; begin < items.length; begin += full / 2)
    chunks.push(items.slice(begin, begin + full / 2));
  return listOf(keyOf, chunks, items.length);
}

function listOf<T>(keyOf: (item: T) => string, chunks: T[][], count: number): SortedList<T> {
  let own = new Set<T[]>();
  let size = count;

  /** The index of the first chunk whose last item has that key or a larger one; the last chunk when none has. */
  function chunkOf(key: string): number {
    const index = search(chunks.length, (at) => keyOf(chunks[at]!.at(-1)!) < key);
    return Math.min(index, chunks.length - 1);
  }

  function within(chunk: readonly T[], key: string): number {
    return search(chunk.length, (at) => keyOf(chunk[at]!) < key);
  }

  function owned(index: number): T[] {
    const chunk = chunks[index]!;
    if (own.has(chunk)) return chunk;
    const copy = [...chunk];
    own.add(copy);
    chunks[index] = copy;
    return copy;
  }

  return {
    size: () => size,
    add(item) {
      size += 1;
      if (chunks.length === 0) {
        const chunk = [item];
        own.add(chunk);
        chunks.push(chunk);
        return;
      }
      const key = keyOf(item);
      const index = chunkOf(key);
      const chunk = owned(index);
      chunk.splice(within(chunk, key), 0, item);
      if (chunk.length <= full) return;
      const upper = chunk.splice(full / 2);
      own.add(upper);
      chunks.splice(index + 1, 0, upper);
    },
    remove(item) {
      const key = keyOf(item);
      const index = chunkOf(key);
      const at = index < 0 ? -1 : within(chunks[index]!, key);
      const found = chunks[index]?.[at];
      if (found === undefined || keyOf(found) !== key) return;
      size -= 1;
      const chunk = owned(index);
      chunk.splice(at, 1);
      if (chunk.length === 0) chunks.splice(index, 1);
    },
    rank(key) {
      if (chunks.length === 0) return 0;
      const index = chunkOf(key);
      let before = 0;
      for (let at = 0; at < index; at++) before += chunks[at]!.length;
      return before + within(chunks[index]!, key);
    },
    first: () => chunks[0]?.[0],
    slice(begin, end) {
      const found: T[] = [];
      let before = 0;
      for (let index = 0; index < chunks.length && before < end; index++) {
        const chunk = chunks[index]!;
        if (before + chunk.length > begin) {
          found.push(...chunk.slice(Math.max(begin - before, 0), end - before));
        }
        before += chunk.length;
      }
      return found;
    },
    copy() {
      // From now on nobody owns what both have.
      own = new Set();
      return listOf(keyOf, [...chunks], size);
    },
  };
}

/** The first of the numbers below `length` for which `isBefore` is not true, where none after it is. */
function search(length: number, isBefore: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
