/** Something that listens on this machine. */
export interface Listening {
  url: string;
  close: () => Promise<void>;
}

/** Starts on `port`, or on the next that is free, and says which are taken. */
export async function listen<T extends Listening>(
  start: (port: number) => Promise<T>,
  port: number,
): Promise<T> {
  try {
    return await start(port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE" || port === 65_535) throw error;
    console.log(`  Port ${port} is taken; trying ${port + 1}.`);
    return listen(start, port + 1);
  }
}
