import type { components } from "./generated/contract.ts";

export { createMpcClient } from "./client.ts";
export type { AccessKey, Credentials, Token } from "./credentials.ts";
export type { components, operations, paths } from "./generated/contract.ts";
export { regions } from "./generated/wire.ts";
export type { MpcClient } from "./mpc-client.ts";
export type { MpcClientOptions, Region } from "./options.ts";

type Schemas = components["schemas"];

/** A task, as it is on the wire. */
export type EncryptionTask = Schemas["EncryptionTask"];
/** One page of tasks. */
export type EncryptionTaskPage = Schemas["EncryptionTaskPage"];
/** A task to create. */
export type EncryptionTaskRequest = Schemas["EncryptionTaskRequest"];
/** The status of a task: one of the known words, or any other. */
export type TaskStatus = Schemas["TaskStatus"];
/** What is said of an error. */
export type ErrorBody = Schemas["ErrorBody"];
/** What went wrong: one of the known codes, or any other. */
export type ErrorCode = Schemas["ErrorCode"];
