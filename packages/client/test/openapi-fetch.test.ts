// The raw client does what an openapi-fetch client does, without loading it.
import fc from "fast-check";
import createClient, { type Middleware } from "openapi-fetch";
import { describe, expect, test } from "vitest";
import { createMpcClient, type paths } from "../src/index.ts";

const path = "/v1/{project_id}/encryptions";
const endpoint = "http://s";
const params = { path: { project_id: "p" } };

type Answer = () => Response;
type Method = "GET" | "POST" | "DELETE";
/** Middleware that notes its calls. */
type Noting = (calls: string[]) => Middleware[];

interface Outcome {
  sent: object[];
  calls: string[];
  settled: { data?: unknown; error?: unknown; status?: number; thrown?: string };
}

/** What each of the two sends, calls and gives: openapi-fetch, then ours. */
async function both(
  init: object,
  answer: Answer,
  middleware: Noting = () => [],
  method: Method = "GET",
): Promise<[Outcome, Outcome]> {
  return [await outcomeOf(false), await outcomeOf(true)];

  async function outcomeOf(ours: boolean): Promise<Outcome> {
    const sent: object[] = [];
    const calls: string[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      const { method, url } = request;
      const headers = [...request.headers].filter(([name]) => name !== "x-auth-token");
      sent.push({ method, url, headers, body: await request.text() });
      return answer();
    };
    const client = ours
      ? createMpcClient({ endpoint, projectId: "p", credentials: { token: "t" }, fetch, maxRetries: 0 })
      : createClient<paths>({ baseUrl: endpoint, fetch });
    client.use(...middleware(calls));
    const call = Reflect.get(client, method) as (
      path: string,
      init: object,
    ) => Promise<{ response: Response; data?: unknown; error?: unknown }>;
    const settled = await call(path, { params, ...init }).then(
      ({ response, ...result }) => ({ ...result, status: response.status }),
      (error: unknown) => ({ thrown: String(error) }),
    );
    return { sent, calls, settled };
  }
}

test("a query and a body go over the wire alike", async () => {
  const word = fc.string({ unit: "grapheme", maxLength: 8 });
  const query = fc.record(
    {
      task_id: fc.array(word, { maxLength: 4 }),
      status: fc.option(word),
      page: fc.integer(),
      size: fc.option(fc.integer(), { nil: undefined }),
    },
    { requiredKeys: [] },
  );
  const body = fc.option(fc.dictionary(word, word), { nil: undefined });
  await fc.assert(
    fc.asyncProperty(query, body, async (query, body) => {
      const init = { params: { ...params, query }, ...(body ? { body } : {}), headers: { "X-Trace": "1" } };
      const answer: Answer = () => Response.json({ total: 0 });
      const [theirs, ours] = await both(init, answer, undefined, body ? "POST" : "GET");
      expect(ours).toEqual(theirs);
    }),
    { seed: 31207, numRuns: 500 },
  );
});

describe("an answer is given alike:", () => {
  test.each<[string, Answer]>([
    ["JSON", () => Response.json({ total: 1 })],
    ["JSON that is no object", () => Response.json(5)],
    ["an error", () => Response.json({ error_code: "MPC.10202" }, { status: 400 })],
    ["an error that is HTML", () => new Response("<html>", { status: 502 })],
    ["an error with nothing", () => new Response(null, { status: 500, headers: { "Content-Length": "0" } })],
    ["a success with nothing", () => new Response(null, { status: 204 })],
    ["a redirect", () => new Response(null, { status: 302, headers: { "Content-Length": "0" } })],
  ])("%s", async (_, answer) => {
    for (const method of ["GET", "DELETE"] as const) {
      const [theirs, ours] = await both({}, answer, undefined, method);
      expect(ours).toEqual(theirs);
    }
  });

  test.each(["json", "text", "blob", "arrayBuffer", "stream"])("as %s", async (parseAs) => {
    const read = async ({ settled: { data } }: Outcome): Promise<unknown> => {
      const opaque = data instanceof ReadableStream || data instanceof Blob || data instanceof ArrayBuffer;
      return opaque ? new Response(data).text() : data;
    };
    const [theirs, ours] = await both({ parseAs }, () => Response.json({ total: 1 }));
    expect(Object.prototype.toString.call(ours.settled.data)).toBe(
      Object.prototype.toString.call(theirs.settled.data),
    );
    expect(await read(ours)).toEqual(await read(theirs));
  });
});

/** Middleware that notes what it is told, and marks what passes. */
const noting = (name: string, calls: string[]): Middleware => ({
  onRequest({ params, request, schemaPath }) {
    calls.push(`${name} ${schemaPath} ${JSON.stringify(params)}`);
    request.headers.set(name, "1");
  },
  onResponse({ response }) {
    calls.push(`${name} ${response.status}`);
    return new Response(response.body, { status: response.status });
  },
  onError({ error }) {
    // The client wraps what fetch throws, and says so in its own words.
    calls.push(`${name} ${(error as Error).message.includes("of it") ? String(error) : "failed"}`);
    return new Error(`${name} of it`);
  },
});

describe("middleware is called alike", () => {
  const replaced = (): Request => new Request("http://s/other?x=1", { method: "PUT", body: "b" });

  test.each<[string, Noting]>([
    ["in order, and back", (calls) => [noting("a", calls), noting("b", calls)]],
    [
      "and may replace the request",
      (calls) => [noting("a", calls), { onRequest: replaced }, noting("b", calls)],
    ],
    [
      "and may answer",
      (calls) => [noting("a", calls), { onRequest: () => Response.json({ total: 3 }) }, noting("b", calls)],
    ],
    ["and may do nothing", () => [{ onRequest: () => undefined, onResponse: () => {} }]],
  ])("%s", async (_, middleware) => {
    const [theirs, ours] = await both({}, () => Response.json({ total: 1 }), middleware);
    expect(ours).toEqual(theirs);
  });

  test("for one call", async () => {
    const calls: string[] = [];
    const init = { middleware: [noting("c", calls)] };
    const [theirs, ours] = await both(
      init,
      () => Response.json({}),
      (calls) => [noting("a", calls)],
    );
    expect(ours).toEqual(theirs);
    expect(calls).toHaveLength(4);
    expect(calls.slice(2)).toEqual(calls.slice(0, 2));
  });

  test.each<[string, Noting]>([
    ["each may change the error", (calls) => [noting("a", calls), noting("b", calls)]],
    [
      "one may answer",
      (calls) => [noting("a", calls), { onError: () => Response.json({}) }, { onError: () => {} }],
    ],
  ])("in its order when a request fails: %s", async (_, middleware) => {
    const broken = (): Response => {
      throw new TypeError("broken");
    };
    const [theirs, ours] = await both({}, broken, middleware);
    expect(ours).toEqual(theirs);
    expect(ours.calls).not.toEqual([]);
  });

  test("no more once it is ejected, and not at all if it never was there", async () => {
    const fetch = async (): Promise<Response> => Response.json({});
    const mpc = createMpcClient({ endpoint, projectId: "p", credentials: { token: "t" }, fetch });
    const calls: string[] = [];
    const first = noting("first", calls);
    mpc.use(first, noting("second", calls));
    mpc.eject(first, noting("never", calls));
    await mpc.GET(path);
    expect(calls.map((call) => call.split(" ")[0])).toEqual(["second", "second"]);
  });
});
