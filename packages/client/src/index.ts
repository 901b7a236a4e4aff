/**
 * The client: `createMpcClient` makes one, {@link MpcClient} is what it can do, and {@link Encryptions} its
 * comfortable way.
 *
 * @packageDocumentation
 */
export { createMpcClient } from "./client.ts";
export { credentialsFromEnv } from "./credentials-from-env.ts";
export type { AccessKey, Credentials, CredentialsProvider, Token } from "./credentials.ts";
export type { DataPromise, WithResponse } from "./data-promise.ts";
export type {
  Encryptions,
  IdFilter,
  PageFilter,
  Progress,
  TaskFilter,
  TaskList,
  Time,
  WaitOptions,
} from "./encryptions.ts";
export { AbortError } from "./errors/abort-error.ts";
export { ApiError } from "./errors/api-error.ts";
export { AuthenticationError } from "./errors/authentication-error.ts";
export { ConnectionError } from "./errors/connection-error.ts";
export { MpcError } from "./errors/mpc-error.ts";
export { RateLimitError } from "./errors/rate-limit-error.ts";
export { TaskFailedError } from "./errors/task-failed-error.ts";
export { TaskNotFoundError } from "./errors/task-not-found-error.ts";
export { TimeoutError } from "./errors/timeout-error.ts";
export { UnexpectedResponseError } from "./errors/unexpected-response-error.ts";
export type { components, operations, paths } from "./generated/contract.ts";
export { regions } from "./generated/wire.ts";
export type { Attempt, AttemptResponse, Hooks, Retry } from "./hooks.ts";
export { type IamTokenOptions, iamTokenProvider } from "./iam-token-provider.ts";
export type { MpcClient, ProjectPaths } from "./mpc-client.ts";
export type { MpcClientOptions, Region } from "./options.ts";
export { createRateLimiter, type RateLimit, type RateLimiter } from "./rate-limiter.ts";
export type {
  EncryptionTask,
  EncryptionTaskPage,
  EncryptionTaskRequest,
  ErrorBody,
  ErrorCode,
  Task,
  TaskPage,
  TaskStatus,
  TaskStatusFilter,
} from "./task.ts";
export { formatTimestamp, parseTimestamp } from "./timestamp.ts";
export type { CallOptions } from "./transport.ts";
