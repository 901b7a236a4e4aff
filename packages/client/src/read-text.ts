import { UnexpectedResponseError } from "./errors/unexpected-response-error.ts";

/** How many bytes a body may have. A page of 100 tasks has some 30 kB. */
const limit = 16 * 1024 * 1024;

/** Reads a body, up to a limit, so that no response can take all memory. */
export async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const decoder = new TextDecoder();
  let text = "";
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw new UnexpectedResponseError(`the response has more than ${limit} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
