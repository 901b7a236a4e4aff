/**
 * Reads a contract, and holds exchanges, recordings and services against it. What the command `mpc-contract` does is made
 * of these.
 *
 * @packageDocumentation
 */
export type { Finding, HttpRequest, HttpResponse, Strength } from "@mpc-contract/validator/engine";
export { type Contract, createContract } from "./contract/contract.ts";
export { type Coverage, createCoverage, unseenItems } from "./coverage/coverage.ts";
export type { Item, ItemKind } from "./coverage/items.ts";
export { type JudgedChange, judgeRelease, type Judgement } from "./diff/gate.ts";
export { loadDocument, type OpenApiDocument } from "./document/load-document.ts";
export { DocumentError } from "./document/source-file.ts";
export { checkExamples, type WrongExample } from "./exchange/check-examples.ts";
export {
  type CheckedExchange,
  checkExchange,
  judgeExchange,
  type Surprise,
} from "./exchange/check-exchange.ts";
export type { Breach, Exchange } from "./exchange/exchange.ts";
export type { Problem } from "./exchange/problem.ts";
export { contractFetch, ContractError } from "./matcher/contract-fetch.ts";
export { matchContract, type MatchOptions, type MatchResult } from "./matcher/to-match-contract.ts";
export { mutationsOf } from "./mutation/mutations.ts";
export { suggestExchange } from "./mutation/suggest-exchange.ts";
export type { Mutation, MutationKind } from "./mutation/mutation.ts";
export { type Mutant, type Outcome, runMutations } from "./mutation/run-mutations.ts";
export { readContract } from "./read-contract.ts";
export { checkRecordings, type CheckSummary } from "./recording/check-recordings.ts";
export { record, type Recorder, type RecordOptions } from "./recording/record.ts";
export { readRecording, RecordingError } from "./recording/read-recording.ts";
export { type Fault, type Verification, verify, type VerifyOptions } from "./verify/verify.ts";
export { ExchangeError, toExchange } from "./recording/to-exchange.ts";
