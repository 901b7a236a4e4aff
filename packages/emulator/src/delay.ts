/** Waits so many milliseconds, or until one of the signals is aborted. */
export async function delay(
  milliseconds: number,
  ...signals: readonly (AbortSignal | undefined)[]
): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      for (const signal of signals) signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    for (const signal of signals) {
      if (signal?.aborted) end();
      else signal?.addEventListener("abort", end);
    }
  });
}
