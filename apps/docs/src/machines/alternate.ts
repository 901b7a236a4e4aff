import { defineRouteMiddleware } from "@astrojs/starlight/route-data";
import { markdownAddress } from "./address.ts";

/** Tells of every page, in its head, where it is as Markdown. */
export const onRequest = defineRouteMiddleware(({ url, locals }) => {
  const { entry, head } = locals.starlightRoute;
  if (entry.id === "404") return;
  head.push({
    tag: "link",
    attrs: { rel: "alternate", type: "text/markdown", href: markdownAddress(url.pathname) },
    content: "",
  });
});
