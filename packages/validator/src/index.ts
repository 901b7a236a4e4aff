/**
 * Checks requests and responses against the contract of the encryption tasks.
 *
 * @packageDocumentation
 */
export { describeFinding, type Finding } from "./finding.ts";
export type { HeaderFields, HttpRequest, HttpResponse } from "./message.ts";
export { querySchemaOf, schemaOf, type StandardResult, type StandardSchema } from "./standard-schema.ts";
export { splitUrl } from "./route.ts";
export type { Strength } from "./unit.ts";
export {
  findOperation,
  type OperationId,
  routeOf,
  validateExchange,
  type ValidateOptions,
  validateRequest,
  validateResponse,
} from "./validate.ts";
