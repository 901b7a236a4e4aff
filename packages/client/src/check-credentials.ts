import { badArgument } from "./bad-argument.ts";

/**
 * What a header can carry. A line break at the end, as from a file, is the usual thing in the way; in a
 * secret key it would make every signature wrong, and those lock the access key.
 */
const visible = /^[\u0021-\u007e]+$/;

/** Refuses what are not credentials. They may come from where no compiler looked. */
export function checkCredentials(caller: string, credentials: unknown): void {
  const given = fieldsOf(credentials);
  const byToken = "token" in given;
  if (byToken === ("accessKey" in given || "secretKey" in given)) {
    badArgument(caller, "credentials", "give either token, or accessKey and secretKey");
  }
  if (byToken) checkVisible(caller, given, "token");
  else checkAccessKey(caller, credentials);
}

/** Refuses what is no access key. */
export function checkAccessKey(caller: string, credentials: unknown): void {
  const given = fieldsOf(credentials);
  checkVisible(caller, given, "accessKey");
  checkVisible(caller, given, "secretKey");
  if (given["securityToken"] !== undefined) checkVisible(caller, given, "securityToken");
}

function fieldsOf(credentials: unknown): Record<string, unknown> {
  return typeof credentials === "object" && credentials !== null ? { ...credentials } : {};
}

function checkVisible(caller: string, given: Record<string, unknown>, name: string): void {
  const value = given[name];
  if (typeof value === "string" && visible.test(value)) return;
  badArgument(caller, `credentials.${name}`, "give a text of visible ASCII characters, without a line break");
}
