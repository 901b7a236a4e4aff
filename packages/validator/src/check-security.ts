import type { ValueFinding } from "./finding.ts";
import { type HttpRequest, readHeader } from "./message.ts";
import type { CredentialTable, OperationTable } from "./operation.ts";

/** Checks that one of the sets of credentials is there, whatever the credentials are worth. */
export function checkSecurity(request: HttpRequest, operation: OperationTable): ValueFinding[] {
  const { security, securityContract } = operation;
  const has = ({ header, scheme }: CredentialTable): boolean => {
    const value = readHeader(request.headers, header);
    return value !== undefined && (scheme === undefined || value.startsWith(`${scheme} `));
  };
  if (security.length === 0 || security.some((set) => set.every(has))) return [];
  const name = ({ header, scheme }: CredentialTable): string => (scheme ? `${header} (${scheme})` : header);
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
