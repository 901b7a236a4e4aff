import { badArgument } from "./bad-argument.ts";
import { checkAccessKey } from "./check-credentials.ts";
import type { AccessKey } from "./credentials.ts";
import { environment } from "./generated/wire.ts";

/** The variables of the environment that hold an access key. */
type Variables = { readonly [Name in (typeof environment)[keyof typeof environment]]?: string | undefined };

/**
 * Reads an access key from `HUAWEICLOUD_SDK_AK`, `HUAWEICLOUD_SDK_SK` and, if it is temporary,
 * `HUAWEICLOUD_SDK_SECURITY_TOKEN`, as the vendor's SDKs do.
 *
 * @param variables The variables of the process when absent; a worker gives its own.
 * @throws {TypeError} When one is missing, or holds what no header can carry.
 */
export function credentialsFromEnv(variables: Variables = globalThis.process?.env ?? {}): AccessKey {
  const { accessKey, secretKey, securityToken } = environment;
  for (const name of [accessKey, secretKey]) {
    if (!variables[name]) badArgument("credentialsFromEnv", name, "set this environment variable");
  }
  const key = {
    accessKey: variables[accessKey]!,
    secretKey: variables[secretKey]!,
    securityToken: variables[securityToken] || undefined,
  };
  checkAccessKey("credentialsFromEnv", key);
  return key;
}
