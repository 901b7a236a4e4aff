/** One thing wrong with a service: the emulator answers, and what it gets or gives is changed on the way. */
export type Fault = (answer: (request?: Request) => Promise<Response>, request: Request) => Promise<Response>;

/** Changes the answer to a query that is served. */
function changed(
  change: (body: Record<string, unknown>, response: Response, request: Request) => Response | undefined,
): Fault {
  return async (answer, request) => {
    const response = await answer();
    if (request.method !== "GET" || response.status !== 200) return response;
    const body = (await response.json()) as Record<string, unknown>;
    return change(body, response, request) ?? Response.json(body, { headers: withoutType(response) });
  };
}

/** Changes the answer to a request that is refused. */
function refusal(change: (body: Record<string, unknown>, response: Response) => Response): Fault {
  return async (answer) => {
    const response = await answer();
    return response.status === 400
      ? change((await response.json()) as Record<string, unknown>, response)
      : response;
  };
}

/** Serves a request that has `from` in its address as if it had `to`. */
function accepting(from: string, to: string): Fault {
  return (answer, request) =>
    answer(request.url.includes(from) ? new Request(request.url.replace(from, to), request) : request);
}

function withoutType(response: Response): Headers {
  const headers = new Headers(response.headers);
  headers.delete("content-type");
  return headers;
}

function firstTask(body: Record<string, unknown>, change: (task: Record<string, unknown>) => void): void {
  const [task] = body["task_array"] as Record<string, unknown>[];
  if (task) change(task);
}

/** Faults that the contract can tell, and the rule by which. */
export const faults: Record<string, { fault: Fault; rule: string }> = {
  "a wrong status": {
    fault: changed((body, response) => Response.json(body, { status: 206, headers: withoutType(response) })),
    rule: "required",
  },
  "an extra field in a task": {
    fault: changed((body) => {
      firstTask(body, (task) => (task["extra"] = 1));
      return undefined;
    }),
    rule: "additionalProperties",
  },
  "an extra field on the page": {
    fault: changed((body) => void (body["next"] = null)),
    rule: "additionalProperties",
  },
  "a page without its total": { fault: changed((body) => void delete body["total"]), rule: "required" },
  "a total as text": { fault: changed((body) => void (body["total"] = String(body["total"]))), rule: "type" },
  "a status that is none": {
    fault: changed((body) => {
      firstTask(body, (task) => (task["status"] = "DONE"));
      return undefined;
    }),
    rule: "x-extensible-enum",
  },
  "a time in ISO 8601": {
    fault: changed((body) => {
      firstTask(body, (task) => (task["create_time"] = "2020-11-19T10:39:52Z"));
      return undefined;
    }),
    rule: "pattern",
  },
  "is_truncated as a boolean": {
    fault: changed((body) => void (body["is_truncated"] = body["is_truncated"] === 1)),
    rule: "type",
  },
  "null for no tasks": {
    fault: changed((body) => void ((body["task_array"] as []).length === 0 && (body["task_array"] = null))),
    rule: "type",
  },
  "a page called text": {
    fault: changed(
      (body, response) =>
        new Response(JSON.stringify(body), {
          headers: { ...Object.fromEntries(response.headers), "content-type": "text/plain" },
        }),
    ),
    rule: "content-type",
  },
  "a page cut short": {
    fault: changed(
      (body, response) => new Response(JSON.stringify(body).slice(0, -3), { headers: response.headers }),
    ),
    rule: "json",
  },
  "a header that nobody knows": {
    fault: changed((body, response) =>
      Response.json(body, { headers: { ...Object.fromEntries(withoutType(response)), "x-debug": "1" } }),
    ),
    rule: "undocumented",
  },
  "a request ID that is empty": {
    fault: changed((body) => Response.json(body, { headers: { "x-request-id": "" } })),
    rule: "minLength",
  },
  "400 as HTML": {
    fault: refusal(
      () => new Response("<html></html>", { status: 400, headers: { "content-type": "text/html" } }),
    ),
    rule: "content-type",
  },
  "an error without its code": {
    fault: refusal(({ error_msg }, response) =>
      Response.json({ error_msg }, { status: 400, headers: withoutType(response) }),
    ),
    rule: "required",
  },
  "a wrong request that is an error of the service": {
    fault: refusal((body, response) => Response.json(body, { status: 500, headers: withoutType(response) })),
    rule: "accepted pattern",
  },
  "size 101 accepted": { fault: accepting("size=101", "size=100"), rule: "accepted maximum" },
  "size 0 accepted": { fault: accepting("size=0", "size=1"), rule: "accepted minimum" },
  "page 50001 accepted": { fault: accepting("page=50001", "page=50000"), rule: "accepted maximum" },
  "size 100 refused": { fault: accepting("size=100", "size=101"), rule: "refused" },
  "no credentials accepted": {
    fault: (answer, request) => {
      const headers = new Headers(request.headers);
      if (!headers.has("x-auth-token")) headers.set("x-auth-token", "emulator-token");
      return answer(new Request(request, { headers }));
    },
    rule: "security",
  },
  "PUT served like GET": {
    fault: async (answer, request) =>
      request.method === "PUT" ? answer(new Request(request.url, { headers: request.headers })) : answer(),
    rule: "method",
  },
};
