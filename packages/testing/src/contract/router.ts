import type { PathTable, Route } from "@mpc-contract/validator/engine";
import { type JsonObject, isObject, textOf } from "../document/json.ts";

/** Finds the path of a document that a path of a request fits. The parameters are still as they were sent. */
export function createRouter(root: JsonObject, paths: PathTable[]): (pathname: string) => Route | undefined {
  const bases = basesOf(root);
  const templates = paths
    .map((path) => ({ path, ...expressionOf(path.template) }))
    .toSorted((one, other) => one.names.length - other.names.length);
  return (pathname) => {
    for (const base of bases) {
      if (!pathname.startsWith(base)) continue;
      const rest = pathname.slice(base.length);
      for (const { expression, names, path } of templates) {
        const found = expression.exec(rest);
        if (!found) continue;
        return {
          path,
          parameters: Object.fromEntries(names.map((name, index) => [name, found[index + 1]!])),
        };
      }
    }
    return undefined;
  };
}

function expressionOf(template: string): { expression: RegExp; names: string[] } {
  const names: string[] = [];
  const source = template
    .split(/(\{[^{}]*\})/)
    .map((part) => {
      if (!part.startsWith("{")) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      names.push(part.slice(1, -1));
      return "([^/]*)";
    })
    .join("");
  return { expression: new RegExp(`^${source}$`), names };
}

/** The paths that the addresses of the servers have, longest first. A service on a test machine may have none. */
function basesOf(root: JsonObject): string[] {
  const servers = Array.isArray(root["servers"]) ? root["servers"] : [];
  const bases = servers.filter(isObject).map(({ url, variables }) => {
    const known = isObject(variables) ? variables : {};
    const address = textOf(url).replace(/\{([^{}]*)\}/g, (_, name: string) => {
      const variable = known[name];
      return isObject(variable) ? textOf(variable["default"]) : "";
    });
    return URL.parse(address, "http://localhost/")?.pathname.replace(/\/$/, "") ?? "";
  });
  return [...new Set([...bases, ""])].toSorted((one, other) => other.length - one.length);
}
