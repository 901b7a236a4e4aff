import { AbortError } from "./errors/abort-error.ts";
import { TimeoutError } from "./errors/timeout-error.ts";

/** The longest time that a timer can be set to; a longer one would end at once. */
const longest = 2 ** 31 - 1;

/**
 * Runs something for so many milliseconds at most, or until the signal aborts. What it gets is a signal that
 * aborts at either; it need not heed it.
 *
 * @param given The limit that the error tells of: the one that was set, of which `milliseconds` may be the rest.
 * @throws {TimeoutError} @throws {AbortError}
 */
export function withDeadline<T>(
  milliseconds: number,
  signal: AbortSignal | null | undefined,
  run: (signal: AbortSignal) => Promise<T>,
  given: number,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const controller = new AbortController();
    const timer = setTimeout(
      () => {
        end(new TimeoutError(`no answer within ${given} ms`));
      },
      Math.max(0, Math.min(milliseconds, longest)),
    );
    const abort = (): void => {
      end(new AbortError("the call was aborted", { cause: signal!.reason }));
    };
    const clear = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    const end = (error: Error): void => {
      clear();
      reject(error);
      controller.abort(error);
    };
    if (signal?.aborted) {
      abort();
      return;
    }
    signal?.addEventListener("abort", abort);
    run(controller.signal).then(
      (value) => (clear(), resolve(value)),
      (error: unknown) => (clear(), reject(error)),
    );
  });
}
