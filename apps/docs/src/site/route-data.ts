import { defineRouteMiddleware } from "@astrojs/starlight/route-data";

/**
 * The page for what is nowhere has no address of its own, is in no other language (it has all of them), and is
 * not to be found by a search.
 */
export const onRequest = defineRouteMiddleware(({ locals, url }) => {
  if (!url.pathname.endsWith("/404/")) return;
  const { starlightRoute: route } = locals;
  route.head = route.head.filter(
    ({ attrs }) =>
      attrs?.["hreflang"] === undefined && attrs?.["rel"] !== "canonical" && attrs?.["property"] !== "og:url",
  );
  route.head.push({ tag: "meta", attrs: { name: "robots", content: "noindex" }, content: "" });
});
