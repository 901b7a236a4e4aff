/** Headers that HTTP itself gives a meaning to, and those of the connection. A contract need not name them. */
const standard =
  /^(?::.*|accept(?:-.*)?|access-control-.*|age|allow|alt-svc|authorization|cache-control|connection|content-.*|cookie|cross-origin-.*|date|dnt|etag|expect|expires|forwarded|from|host|if-.*|keep-alive|last-modified|link|location|nel|origin|pragma|priority|proxy-.*|range|referer|referrer-policy|report-to|retry-after|sec-.*|server(?:-timing)?|set-cookie|strict-transport-security|te|traceparent|tracestate|trailer|transfer-encoding|upgrade(?:-insecure-requests)?|user-agent|vary|via|warning|www-authenticate|x-content-type-options|x-forwarded-.*|x-frame-options|x-powered-by|x-xss-protection)$/;

/** Says whether a header, in lower case, is one of HTTP's own. */
export function isStandardHeader(name: string): boolean {
  return standard.test(name);
}
