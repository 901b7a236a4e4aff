import type { PathTable, Route } from "./operation.ts";

/** Takes the origin and the fragment off a URL, and parts the rest. Nothing is normalised, and nothing throws. */
export function splitUrl(url: string): { pathname: string; query: string } {
  const whole = url.startsWith("/") ? url : url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "");
  const end = whole.indexOf("#");
  const target = end < 0 ? whole : whole.slice(0, end);
  const mark = target.indexOf("?");
  return mark < 0
    ? { pathname: target, query: "" }
    : { pathname: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** Finds the path of a contract that a path fits. */
export function findRoute(paths: PathTable[], pathname: string): Route | undefined {
  const segments = pathname.split("/");
  for (const path of paths) {
    const parameters = fit(split(path.template), segments);
    if (parameters) return { path, parameters };
  }
  return undefined;
}

const templates = new Map<string, string[]>();

/** The segments of a template, which is split once. */
function split(template: string): string[] {
  let segments = templates.get(template);
  if (!segments) templates.set(template, (segments = template.split("/")));
  return segments;
}

function fit(template: string[], segments: string[]): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (let index = 0; index < template.length; index++) {
    const part = template[index]!;
    const segment = segments[index]!;
    if (part.startsWith("{")) parameters[part.slice(1, -1)] = decodeSegment(segment);
    else if (part !== segment) return undefined;
  }
  return parameters;
}

function decodeSegment(segment: string): string {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
