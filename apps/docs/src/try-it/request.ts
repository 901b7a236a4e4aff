import type { HttpRequest } from "@mpc-contract/validator";

type Value = string | Value[] | { [key: string]: Value };

/** A request, ready to be checked and sent. */
export interface TypedRequest extends HttpRequest {
  headers: Record<string, string>;
}

/** The request that a form describes, right or wrong. What is left empty is left out. */
export function requestOf(form: HTMLFormElement, credential: Record<string, string>): TypedRequest {
  const { method = "", path = "", contentType } = form.dataset;
  const inPath: Record<string, string> = {};
  const query = new URLSearchParams();
  const body: Value = {};
  for (const input of form.querySelectorAll<HTMLInputElement>("input[name]")) {
    const [, place, ...keys] = input.name.split("/");
    const values = "several" in input.dataset ? input.value.split(/\s+/).filter(Boolean) : [input.value];
    if (place === "path") inPath[keys.join()] = input.value;
    if (input.value.trim() === "") continue;
    if (place === "query") for (const value of values) query.append(keys.join(), value);
    if (place === "body") put(body, keys, "several" in input.dataset ? values : input.value);
  }
  const url = path.replace(/\{(.*?)\}/g, (_, name: string) => encodeURIComponent(inPath[name] ?? ""));
  return {
    method,
    url: query.size === 0 ? url : `${url}?${query}`,
    headers: { ...credential, ...(contentType !== undefined && { "Content-Type": contentType }) },
    ...(contentType !== undefined && { text: JSON.stringify(body, null, 2) }),
  };
}

function put(object: { [key: string]: Value }, [key = "", ...rest]: string[], value: Value): void {
  if (rest.length === 0) object[key] = value;
  else put((object[key] ??= {}) as { [key: string]: Value }, rest, value);
}
