import { createServer } from "node:net";

/** Something that listens on this machine. */
export interface Listening {
  url: string;
  close: () => Promise<void>;
}

/** Starts on `port`, or on the next that is free, and says which are taken. */
export async function listen(start: (port: number) => Promise<Listening>, port: number): Promise<Listening> {
  try {
    return await start(port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE" || port === 65_535) throw error;
    console.log(`  Port ${port} is taken; trying ${port + 1}.`);
    return listen(start, port + 1);
  }
}

/** Finds a port to listen on later: `port`, or the next that is free. */
export async function findPort(port: number): Promise<number> {
  const { url, close } = await listen(hold, port);
  await close();
  return Number(new URL(url).port);
}

async function hold(port: number): Promise<Listening> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
