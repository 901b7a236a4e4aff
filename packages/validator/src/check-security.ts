import type { ValueFinding } from "./finding.ts";
import { type HttpRequest, readHeader } from "./message.ts";
import type { CredentialTable, OperationTable } from "./operation.ts";
import { splitUrl } from "./route.ts";

/** Checks that one of the sets of credentials is there, whatever the credentials are worth. */
export function checkSecurity(request: HttpRequest, operation: OperationTable): ValueFinding[] {
  const { security, securityContract } = operation;
  const has = (credential: CredentialTable): boolean => {
    const value = readCredential(request, credential);
    const start = credential.scheme === undefined ? "" : `${credential.scheme} `;
    return value?.slice(0, start.length).toLowerCase() === start.toLowerCase();
  };
  if (security.length === 0 || security.some((set) => set.every(has))) return [];
  const name = ({ in: place, name, scheme }: CredentialTable): string =>
    (scheme ?? place) === undefined ? name : `${name} (${scheme ?? place})`;
  const found = [...new Set(security.flat().filter(has).map(name))];
  return [
    {
      at: "/header",
      rule: "security",
      expected: security.map((set) => set.map(name).join(" with ")).join(", or "),
      found: found.length > 0 ? `only ${found.join(", ")}` : "none of them",
      contract: securityContract,
    },
  ];
}

function readCredential(request: HttpRequest, credential: CredentialTable): string | undefined {
  if (credential.in === undefined) return readHeader(request.headers, credential.name);
  const texts =
    credential.in === "query" ? splitUrl(request.url).query : readHeader(request.headers, "cookie");
  return new URLSearchParams(texts?.replace(/; */g, "&")).get(credential.name) ?? undefined;
}
