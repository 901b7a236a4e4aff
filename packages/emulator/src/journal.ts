import type { components } from "@mpc-contract/client";
import type { Fault } from "./faults/fault.ts";
import { placeOf } from "./tasks/record.ts";

/** A request that was answered, and how. Says nothing of credentials and keys. */
export interface JournalEntry {
  /** When it came, by the emulator's clock. */
  time: Date;
  /** The ID that the answer carries. */
  requestId: string;
  /** The method of the request. */
  method: string;
  /** Path and query. */
  url: string;
  /** The `operationId`, if it is a request of the contract. */
  operation?: string;
  /** The project, if the request was let through and keeps the contract. */
  project?: string;
  /** What was sent with it, if the contract allows it and it is not very long. Key and IV are redacted. */
  body?: unknown;
  /** The status of the answer. */
  status: number;
  /** The `error_code` of the answer. */
  error?: string;
  /** What rule the request breaks, in words. */
  finding?: string;
  /** What went wrong because it was asked for. */
  fault?: Fault;
}

/** How many requests a journal holds, and how long the text of a body may be for it to be held. */
const mostEntries = 1000;
export const longestBody = 16 * 1024;

/** Adds an entry, and forgets the oldest when there are too many. */
export function enter(journal: JournalEntry[], entry: JournalEntry): void {
  if (journal.length >= mostEntries) journal.shift();
  journal.push(entry);
}

/** What a request to create a task asks for, without its secrets, and without what the contract does not know. */
export function redactTask({
  encryption: { hls_encrypt: hls },
  input,
  output,
  user_data,
}: components["schemas"]["EncryptionTaskRequest"]): unknown {
  const redacted = "[redacted]";
  return {
    input: placeOf(input),
    output: placeOf(output),
    encryption: {
      hls_encrypt: {
        key: redacted,
        url: hls.url,
        ...(hls.iv !== undefined && { iv: redacted }),
        ...(hls.algorithm !== undefined && { algorithm: hls.algorithm }),
      },
    },
    ...(user_data !== undefined && { user_data }),
  };
}
