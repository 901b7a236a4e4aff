import { isReference } from "./linter.ts";
import type { Rule } from "./linter.ts";

// The gateway answers each operation with these, whatever the operation does.
const statuses = ["400", "401", "403", "429", "default"];

function isErrorBody(schema: unknown): boolean {
  return isReference(schema) && /(?:^|\/)ErrorBody(?:\.yaml)?$/.test(schema.$ref);
}

/** Every operation has its errors, and all of them one body, so that one piece of code can read them. */
export const operationErrors: Rule = () => ({
  Responses(responses, { location, report, resolve }) {
    for (const status of statuses) {
      if (status in responses) continue;
      report({
        message: `The operation has no response ${status}. Every operation can fail so: refer to the component for it.`,
        location,
      });
    }
    for (const [status, response] of Object.entries(responses)) {
      if (!/^(?:[45]..|default)$/.test(status)) continue;
      const bodies = Object.values(resolve(response).node?.content ?? {});
      if (bodies.length > 0 && bodies.every(({ schema }) => isErrorBody(schema))) continue;
      report({
        message: `The response ${status} does not have the body that every error has. Refer to the schema ErrorBody.`,
        location: location.child(status),
      });
    }
  },
});
