import { badArgument } from "./bad-argument.ts";
import { cacheCredentials } from "./credentials-cache.ts";
import type { Credentials, Token } from "./credentials.ts";
import { issuer } from "./generated/wire.ts";
import { unexpected } from "./receive.ts";
import { createTransport } from "./transport.ts";

/** Which IAM to ask. */
type Target =
  | {
      /** The region whose IAM is asked, such as `cn-north-4`. */
      region: string;
      endpoint?: never;
    }
  | {
      /** An origin, such as `https://iam.myhuaweicloud.com`. */
      endpoint: string;
      region?: never;
    };

/** Who asks IAM for a token, and what for. */
export type IamTokenOptions = Target & {
  /** The name of the IAM user. */
  user: string;
  /** The name of the account that the user belongs to. */
  domain: string;
  /** The password of the IAM user. No error shows it. */
  password: string;
  /** The ID of the project that the token is for: the one that the client is made with. */
  project: string;
  /** Sends the requests. The global `fetch` when absent. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
};

/**
 * Makes a function that gives tokens of IAM. It keeps a token, renews it five minutes ahead of its end or once the
 * service has rejected it, and asks once however many wait. What it throws is what a call of the client throws.
 *
 * @throws {TypeError} When an option is missing or wrong.
 */
export function iamTokenProvider(options: IamTokenOptions): (rejected?: Credentials) => Promise<Token> {
  const { domain, endpoint, fetch, password, project, region, user } = options;
  for (const [name, value] of Object.entries({ user, domain, password, project })) {
    if (typeof value !== "string" || !value) fail(name, "give a text that is not empty");
  }
  const url = locate(endpoint, region);
  const send = createTransport({ fetch, timeout: 60_000, attemptTimeout: 20_000, maxRetries: 3 }, () => ({
    authenticate: async () => [password],
    recover: async () => false,
  }));
  const auth = {
    identity: {
      methods: ["password"],
      password: { user: { name: user, password, domain: { name: domain } } },
    },
    scope: { project: { id: project } },
  };

  return cacheCredentials(async (): Promise<Token> => {
    const headers = { "Content-Type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify({ auth }) };
    const received = await send({ input: url, init }, { projectId: project });
    if (received.error) throw received.error;
    const token = received.response.headers.get(issuer.header);
    if (!token) throw unexpected(received, `has no header ${issuer.header}`);
    const { token: about } = (received.body ?? {}) as { token?: { expires_at?: string } };
    const end = Date.parse(about?.expires_at ?? "") || Date.now() + issuer.seconds * 1000;
    return { token, expiresAt: new Date(end) };
  });
}

function locate(endpoint: unknown, region: unknown): string {
  if ((endpoint === undefined) === (region === undefined)) fail("region, endpoint", "give one of the two");
  const origin = endpoint ?? issuer.url.replace("{region}", String(region));
  if (typeof origin !== "string" || !URL.canParse(origin)) {
    fail(
      "region, endpoint",
      "give a region such as cn-north-4, or a URL such as https://iam.myhuaweicloud.com",
    );
  }
  return new URL(new URL(issuer.url.replace("{region}", "any")).pathname, origin).href;
}

function fail(option: string, mend: string): never {
  badArgument("iamTokenProvider", option, mend);
}
