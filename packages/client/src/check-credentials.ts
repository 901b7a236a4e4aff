import { badArgument } from "./bad-argument.ts";

type Fields = Record<string, unknown>;

/**
 * What a header can carry. A line break at the end, as from a file, is the usual thing in the way; in a
 * secret key it would make every signature wrong, and those lock the access key.
 */
const visible = /^[\u0021-\u007e]+$/;

/** Refuses what are not credentials. They may come from where no compiler looked. */
export function checkCredentials(caller: string, credentials: unknown): void {
  const { accessKey, secretKey, token } = (credentials ?? {}) as Fields;
  if ((token === undefined) === (accessKey === undefined && secretKey === undefined)) {
    badArgument(caller, "credentials", "give either token, or accessKey and secretKey");
  }
  if (token === undefined) checkAccessKey(caller, credentials);
  else checkVisible(caller, "token", token);
}

/** Refuses what is no access key. */
export function checkAccessKey(caller: string, credentials: unknown): void {
  const { accessKey, secretKey, securityToken } = (credentials ?? {}) as Fields;
  checkVisible(caller, "accessKey", accessKey);
  checkVisible(caller, "secretKey", secretKey);
  if (securityToken !== undefined) checkVisible(caller, "securityToken", securityToken);
}

function checkVisible(caller: string, name: string, value: unknown): void {
  if (typeof value === "string" && visible.test(value)) return;
  badArgument(caller, `credentials.${name}`, "give visible ASCII characters, without a line break");
}
