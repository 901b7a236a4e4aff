import { describeFinding, type Finding } from "@mpc-contract/validator";
import type { TypedRequest } from "./request.ts";

export interface Answer {
  response: Response;
  text: string;
  /** In milliseconds. */
  took: number;
  findings: Finding[];
}

/** Shows a request as it goes over the wire. */
export function showRequest(place: Element, { headers, method, text, url }: TypedRequest): void {
  const lines = [`${method} ${url}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  fill(place, ".message", lines.join("\n") + (text === undefined ? "" : `\n\n${text}`));
}

/** Shows the answer, and what of it is not as the contract says. */
export function showAnswer(place: Element, { response, text, took, findings }: Answer): void {
  const { headers, status } = response;
  const lines = [...headers].map(([name, value]) => `${name}: ${value}`);
  place.classList.remove("none");
  place.classList.toggle("bad", status >= 400);
  fill(place, ".status", String(status));
  fill(place, ".took", `${took.toFixed(took < 10 ? 1 : 0)} ms`);
  fill(place, ".message", lines.join("\n") + (text === "" ? "" : `\n\n${pretty(text)}`));
  place.querySelector<HTMLElement>(".kept")!.hidden = findings.length > 0;
  explain(place, errorCodeOf(text));
  fill(place, ".broken", findings.map(describeFinding).join("\n"));
}

/** Says that there was no answer. */
export function showSilence(place: Element, why: string): void {
  showNothing(place, why);
  place.classList.add("bad");
}

/** Takes away the answer that was shown, and says what is to come instead. */
export function showNothing(place: Element, words: string): void {
  place.classList.toggle("none", words === "");
  place.classList.remove("bad");
  for (const part of [".status", ".took", ".broken"]) fill(place, part, "");
  place.querySelector<HTMLElement>(".kept")!.hidden = true;
  explain(place);
  fill(place, ".message", words);
}

/** Links to what an error code means, and how it is mended. One that the contract does not know has no such place. */
function explain(place: Element, code = ""): void {
  const meaning = place.querySelector<HTMLElement>(".meaning")!;
  const isKnown = meaning.dataset["codes"]?.split(" ").includes(code) ?? false;
  meaning.hidden = !isKnown;
  if (!isKnown) return;
  const link = meaning.querySelector("a")!;
  link.hash = code;
  fill(link, "code", code);
}

function errorCodeOf(text: string): string | undefined {
  const body = parsed(text) as { error_code?: unknown } | undefined;
  return typeof body?.error_code === "string" ? body.error_code : undefined;
}

function fill(place: Element, selector: string, text: string): void {
  place.querySelector(selector)!.textContent = text;
}

function pretty(text: string): string {
  const value = parsed(text);
  return value === undefined ? text : JSON.stringify(value, null, 2);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
