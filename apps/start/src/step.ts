import { styleText } from "node:util";

/**
 * Does one thing and says so: what, while it goes on, and how long it took. On a terminal that is one line
 * that changes, elsewhere one line before and one after.
 */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const { stdout } = process;
  const show = stdout.isTTY
    ? (line: string) => stdout.write(`\r\u001b[K${line}`)
    : (line: string) => stdout.write(`${line}\n`);
  show(`  … ${title}`);
  const ticking = stdout.isTTY ? setInterval(() => show(`  … ${title}  ${seconds()}`), 200) : undefined;
  const end = (mark: string): void => {
    clearInterval(ticking);
    show(`  ${mark} ${title}  ${styleText("dim", seconds())}`);
    if (stdout.isTTY) stdout.write("\n");
  };
  try {
    const result = await work();
    end(styleText("green", "✓"));
    return result;
  } catch (error) {
    end(styleText("red", "✗"));
    throw error;
  }
}
