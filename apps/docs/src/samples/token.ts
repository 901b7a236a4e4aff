import { issuer } from "../contract/authentication.ts";
import { operations } from "../contract/operation.ts";
import { sampleRequest } from "./request.ts";

/** How to ask for a token of the project that all samples are about, as a line for a shell. */
export function askForToken(): string {
  const [operation] = operations;
  if (operation === undefined) throw new Error("The contract has no operation");
  const { region, path } = sampleRequest(operation);
  // From a document in the shell, so that the password stands in no list of processes.
  return `curl --include "${issuer.url.replace("{region}", region)}" \\
  --header "Content-Type: application/json" \\
  --data @- <<END
{
  "auth": {
    "identity": {
      "methods": ["password"],
      "password": {
        "user": {
          "name": "ada",
          "password": "$IAM_PASSWORD",
          "domain": { "name": "my-account" }
        }
      }
    },
    "scope": { "project": { "id": ${JSON.stringify(path["project_id"])} } }
  }
}
END`;
}
