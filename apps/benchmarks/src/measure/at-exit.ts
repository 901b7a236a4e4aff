/** Does something when this process ends, also when it is told to. It is to be done at once: nothing is waited for. */
export function atExit(tidy: () => void): void {
  process.once("exit", tidy);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    // Whoever listens already, such as what stops PostgreSQL, ends the process when it is done.
    if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(1));
  }
}
