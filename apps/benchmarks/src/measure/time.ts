/** How many microseconds one call takes, of as many as there are in some milliseconds. */
export async function microsecondsPerCall(work: () => unknown, milliseconds: number): Promise<number> {
  const start = performance.now();
  let now = start;
  let calls = 0;
  // The clock is read once for many calls, since that takes time, too.
  for (let batch = 1; now - start < milliseconds; batch = Math.min(batch * 2, 1024)) {
    for (let call = 0; call < batch; call++) {
      const result = work();
      // To wait for what is there already would take as long as the fastest of what is measured.
      if (result instanceof Promise) await result;
    }
    calls += batch;
    now = performance.now();
  }
  return ((now - start) * 1000) / calls;
}

/** How many seconds something takes, once. */
export async function secondsOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
