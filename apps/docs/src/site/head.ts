import type { StarlightUserConfig } from "@astrojs/starlight/types";
import { en } from "../words/en.ts";

/**
 * What a page may load and whom it may ask, for the browser to enforce: the site itself and, for what is tried, an
 * emulator on the reader's machine. What somebody types can so be sent to nobody else, whatever a script does.
 */
const securityPolicy = [
  "default-src 'self'",
  "connect-src 'self' http://127.0.0.1:* http://localhost:*",
  "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** What stands in the head of every page. A feed has whole addresses, so it is there when the origin is known. */
export function headOf(site: string | undefined, base: string): NonNullable<StarlightUserConfig["head"]> {
  const feed = {
    rel: "alternate",
    type: "application/rss+xml",
    title: en.changes.title,
    href: `${base.replace(/\/$/, "")}/changes.xml`,
  };
  return [
    { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: securityPolicy } },
    ...(site === undefined ? [] : [{ tag: "link" as const, attrs: feed }]),
  ];
}
