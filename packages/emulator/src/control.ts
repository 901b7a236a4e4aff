import { splitUrl } from "@mpc-contract/validator";
import type { Emulator } from "./emulator.ts";
import { headerOf, type WireRequest, type WireResponse } from "./message.ts";

/** Where the control surface is. No path of the contract begins so. */
const controlPath = "/_emulator";

/** Says whether a request is for the control surface. */
export function isControl({ url }: WireRequest): boolean {
  const { pathname } = splitUrl(url);
  return pathname === controlPath || pathname.startsWith(`${controlPath}/`);
}

/** What there is to ask and to set, as its own answer says it. */
const routes = {
  "GET /_emulator": "this list",
  "GET /_emulator/journal": "the requests that were answered",
  "GET /_emulator/faults": "the faults",
  "PUT /_emulator/faults": "other faults, a list of them",
  "POST /_emulator/clock": 'sets the clock forward: {"advance": 60000}',
  "POST /_emulator/reset": "goes back to the seed",
  "POST /_emulator/tasks/{project}/{task_id}":
    'moves a task on by one step: {}, or {"fails": "input-missing"}',
};

/** Answers a request to the control surface. */
export async function control(emulator: Emulator, request: WireRequest): Promise<WireResponse> {
  if (!isLiteral(headerOf(request, "host") ?? "")) {
    return json(403, {
      error: "the control surface answers to addresses and to names without a dot, such as localhost",
    });
  }
  try {
    return json(200, await act(emulator, request));
  } catch (error) {
    if (error instanceof NoSuchRoute) return json(404, { error: error.message });
    const isWrong = [TypeError, SyntaxError, URIError].some((kind) => error instanceof kind);
    if (isWrong) return json(400, { error: (error as Error).message });
    throw error;
  }
}

/** A web page can have a name of its own mean this machine, but no address, and no name without a dot. */
function isLiteral(host: string): boolean {
  return /^([\w-]+|[\d.]+|\[[\da-f:.]+\])(:\d+)?$/i.test(host);
}

class NoSuchRoute extends Error {}

async function act(emulator: Emulator, request: WireRequest): Promise<unknown> {
  const { pathname: path } = splitUrl(request.url);
  const { method } = request;
  const [, , thing, ...rest] = path.split("/");
  switch (`${method} ${thing ?? ""}`) {
    case "GET ":
      return routes;
    case "GET journal":
      return emulator.journal;
    case "GET faults":
      return emulator.faults;
    case "PUT faults":
      emulator.setFaults(bodyOf(request) as never);
      return emulator.faults;
    case "POST clock": {
      const { advance } = bodyOf(request) as { advance?: number };
      emulator.clock.advance(advance as number);
      return { now: emulator.clock.now() };
    }
    case "POST reset":
      bodyOf(request);
      await emulator.reset();
      return {};
    case "POST tasks": {
      const [project = "", id = ""] = rest.map(decodeURIComponent);
      const { fails } = bodyOf(request) as { fails?: never };
      return emulator.advance(project, id, fails && { fails });
    }
    default:
      throw new NoSuchRoute(`There is no ${method} ${path}. GET ${controlPath} says what there is.`);
  }
}

/** The body, which must be called JSON: a web page of another origin cannot send that without being asked for. */
function bodyOf(request: WireRequest): object {
  if (!/^application\/json\b/i.test(headerOf(request, "content-type") ?? "")) {
    throw new TypeError("give a body, with Content-Type: application/json");
  }
  const body: unknown = JSON.parse(request.text);
  if (typeof body !== "object" || body === null) throw new TypeError("give an object or a list");
  return body;
}

function json(status: number, body: unknown): WireResponse {
  return { status, headers: { "Content-Type": "application/json" }, text: `${JSON.stringify(body)}\n` };
}
