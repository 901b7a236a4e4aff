import { explainSignature, type SignatureStages } from "@mpc-contract/client/sign";
import { curlOf } from "./curl.ts";
import { parseDate } from "./date.ts";

/** A request and a key as they are typed: any text may stand in each. */
export interface Typed {
  method: string;
  url: string;
  /** Those that are empty are not sent. */
  headers: Record<string, string>;
  body: string;
  accessKey: string;
  secretKey: string;
  securityToken: string;
  date: string;
}

/** What is wrong with a field, in one line. */
export interface Problem {
  field: string;
  problem: string;
}

export interface Explained extends SignatureStages {
  authorization: string;
  /** The signed request for a shell. */
  curl: string;
}

/** Signs what is typed, or says what is wrong with it. */
export async function explain(typed: Typed): Promise<Explained | Problem> {
  const problem = problemOf(typed);
  if (problem !== undefined) return problem;
  const { accessKey, secretKey, securityToken, body } = typed;
  const request = requestOf(typed);
  try {
    const stages = await explainSignature(
      request,
      { accessKey, secretKey, securityToken: securityToken || undefined },
      { date: parseDate(typed.date) },
    );
    const authorization = stages.headers.get("Authorization") ?? "";
    return { ...stages, authorization, curl: curlOf(request, stages.headers, body) };
  } catch (error) {
    return refusal(error);
  }
}

function requestOf({ method, url, headers, body }: Typed): Request {
  const request = new Request(url, { method, body: body === "" ? null : body });
  // A body of text brings a content type of its own. What is not typed is not sent.
  request.headers.delete("Content-Type");
  for (const [name, value] of Object.entries(headers)) {
    if (value.trim() !== "") request.headers.set(name, value);
  }
  return request;
}

function problemOf({ method, url, headers, body, date }: Typed): Problem | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    return { field: "url", problem: "Give a whole URL: https://, a host and a path." };
  }
  if (parsed.username !== "" || parsed.password !== "") {
    return { field: "url", problem: "Leave user and password out of the URL." };
  }
  if (body !== "" && method === "GET") {
    return {
      field: "body",
      problem: "A GET request has no body. Empty this field, or choose another method.",
    };
  }
  for (const [field, value] of Object.entries(headers)) {
    if (!/^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(value)) {
      return { field, problem: "A header cannot carry one of these characters." };
    }
  }
  if (parseDate(date) === undefined) {
    return { field: "date", problem: "Give a time that exists, in UTC, as YYYYMMDDTHHMMSSZ." };
  }
  return undefined;
}

/** The client says which of its arguments is wrong, and how to mend it: `explainSignature: credentials.NAME: …`. */
function refusal(error: unknown): Problem {
  const [, field, first, rest] = /credentials\.(\w+): (.)(.*)/.exec(String(error)) ?? [];
  if (field === undefined || first === undefined) throw error;
  return { field, problem: `${first.toUpperCase()}${rest}.` };
}
