import { signRequest } from "@mpc-contract/client/sign";
import { splitUrl } from "@mpc-contract/validator";
import type { KnownAccessKey } from "../credentials.ts";
import { headerOf, type WireRequest } from "../message.ts";

/** Signs a request once more, over the headers that its sender signed, and compares. */
export async function hasSignature(
  request: WireRequest,
  { accessKey, secretKey }: KnownAccessKey,
  date: Date,
  names: readonly string[],
  signature: string,
): Promise<boolean> {
  const signedHeaders = names.filter((name) => name !== "host");
  const copy = copyOf(request, signedHeaders);
  if (!copy) return false;
  const again = await signRequest(copy, { accessKey, secretKey }, { date, signedHeaders });
  const right = again.headers.get("authorization")?.slice(-signature.length) ?? "";
  return isEqual(right, signature);
}

/** What was signed of a request; nothing when it is none that could be, such as one of the method TRACE. */
function copyOf(request: WireRequest, names: readonly string[]): Request | undefined {
  const { pathname, query } = splitUrl(request.url);
  try {
    return new Request(`http://${headerOf(request, "host")}${pathname}${query && `?${query}`}`, {
      method: request.method,
      headers: names.flatMap((name): [string, string][] => {
        const value = headerOf(request, name);
        return value === undefined ? [] : [[name, value]];
      }),
      ...(request.text === "" ? {} : { body: request.text }),
    });
  } catch {
    return undefined;
  }
}

/** Compares in a time that does not tell how many characters are right. */
function isEqual(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let index = 0; index < a.length; index++) difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return difference === 0;
}
