/**
 * How messages are checked, for a contract of any kind: what `@mpc-contract/testing` builds on.
 *
 * @packageDocumentation
 */
export { checkRequest, checkResponse, operationOf } from "./check-message.ts";
export { describeFinding, type Finding, type ValueFinding } from "./finding.ts";
export { checkMessage, type HttpRequest, type HttpResponse, readHeader } from "./message.ts";
export type {
  ContentTable,
  Contract,
  CredentialTable,
  OperationTable,
  PathTable,
  ResponseTable,
  Route,
} from "./operation.ts";
export { pointer } from "./origin.ts";
export { splitUrl } from "./route.ts";
export { readStrength } from "./strength.ts";
export type { CompiledError, Strength } from "./unit.ts";
export { describeExpectation, describeKind, describeValue } from "./words.ts";
