import type { StarlightUserConfig } from "@astrojs/starlight/types";
import { loopback } from "./loopback.ts";
import { en } from "../words/en.ts";

/** From where scripts may come. That all may stand within a page holds until it is known which do. */
export const scriptSources = "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'";

/**
 * What a page may load and whom it may ask, for the browser to enforce: the site itself and, for what is tried, an
 * emulator on the reader's machine. No request, image, form or script goes to another place. A link may.
 */
const securityPolicy = [
  "default-src 'self'",
  `connect-src 'self' ${loopback.map((host) => `http://${host}:*`).join(" ")}`,
  scriptSources,
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
