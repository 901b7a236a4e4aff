import type { components } from "@mpc-contract/client";
import type { Fault } from "./faults/fault.ts";

/** A request that was answered, and how. Says nothing of credentials and keys. */
export interface JournalEntry {
  /** When it came, by the emulator's clock. */
  time: Date;
  /** The ID that the answer carries. */
  requestId: string;
  method: string;
  /** Path and query. */
  url: string;
  /** The `operationId`, if it is a request of the contract. */
  operation?: string;
  project?: string;
  /** What was sent with it, if the contract allows it. Key and IV are redacted. */
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

/** How many requests a journal holds. */
export const journalLength = 1000;

/** Adds an entry, and forgets the oldest when there are too many. */
export function enter(journal: JournalEntry[], entry: JournalEntry): void {
  if (journal.length >= journalLength) journal.shift();
  journal.push(entry);
}

/** The body of a request to create a task, without its secrets. */
export function redactTask(body: components["schemas"]["EncryptionTaskRequest"]): unknown {
  const { hls_encrypt, ...encryption } = body.encryption;
  const { iv, key: _, ...rest } = hls_encrypt;
  const redacted = "[redacted]";
  return {
    ...body,
    encryption: {
      ...encryption,
      hls_encrypt: { ...rest, key: redacted, ...(iv === undefined ? {} : { iv: redacted }) },
    },
  };
}
