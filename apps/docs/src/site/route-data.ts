import { defineRouteMiddleware } from "@astrojs/starlight/route-data";

/** The page for what is nowhere is in no other language: it has all of them. */
export const onRequest = defineRouteMiddleware(({ locals, url }) => {
  if (!url.pathname.endsWith("/404/")) return;
  const { starlightRoute: route } = locals;
  route.head = route.head.filter(({ attrs }) => attrs?.["hreflang"] === undefined);
});
