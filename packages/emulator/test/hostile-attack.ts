import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { connect, type Socket } from "node:net";
import type { Conversation, Manner } from "./hostile-requests.ts";

/** What came of an attack. */
export interface Outcome {
  requests: number;
  connections: number;
  /** How many answers had each status. */
  statuses: Map<number, number>;
  /** The kinds of what was answered with 5xx, each with the status. */
  failures: string[];
  /** The kinds of what the emulator should have answered or cut off, and kept. */
  kept: string[];
}

/** How many connections there are at a time. */
const lanes = 32;

/** How long, in milliseconds, the emulator may be silent: where it may wait for more, and anywhere else. */
const [patience, longest] = [150, 5000];

export function createOutcome(): Outcome {
  return { requests: 0, connections: 0, statuses: new Map(), failures: [], kept: [] };
}

/** Sends at least so many more requests, and adds to the outcome. Rejects when nobody listens any more. */
export async function attack(
  port: number,
  conversations: Iterator<Conversation, never>,
  count: number,
  outcome: Outcome,
): Promise<void> {
  const end = outcome.requests + count;
  const work = async (): Promise<void> => {
    while (outcome.requests < end) {
      const conversation = conversations.next().value;
      outcome.requests += conversation.requests;
      outcome.connections += 1;
      note(conversation, await converse(port, conversation), outcome);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
}

interface Answers {
  statuses: number[];
  kept: boolean;
}

function note({ kind, stalls }: Conversation, { kept, statuses }: Answers, outcome: Outcome): void {
  for (const status of statuses) {
    outcome.statuses.set(status, (outcome.statuses.get(status) ?? 0) + 1);
    if (status >= 500) outcome.failures.push(`${kind}: ${status}`);
  }
  if (kept && !stalls) outcome.kept.push(kind);
}

/** Says its part, and reads until the connection ends or nothing more comes. */
async function converse(port: number, { bytes, manner, stalls }: Conversation): Promise<Answers> {
  return new Promise((resolve, reject) => {
    let [text, kept] = ["", false];
    const socket = connect(port, "127.0.0.1");
    socket
      .setTimeout(stalls ? patience : longest, () => {
        kept = true;
        socket.destroy();
      })
      .on("data", (chunk) => (text += chunk.toString("latin1")))
      .on("error", ({ code }: NodeJS.ErrnoException) => {
        // A connection that is reset is one way to refuse what is sent; one that is never made is the end.
        if (code !== "ECONNRESET" && code !== "EPIPE") reject(new Error(`no connection: ${code}`));
      })
      .on("close", () => resolve({ statuses: statusesOf(text), kept }))
      .on("connect", () => manners[manner](socket, bytes));
  });
}

/** The status of each answer. None of the bodies has such a line. */
function statusesOf(text: string): number[] {
  return [...text.matchAll(/HTTP\/\d\.\d (\d{3}) /g)].map(([, status]) => Number(status));
}

const manners: Record<Manner, (socket: Socket, bytes: Buffer) => void> = {
  whole: (socket, bytes) => socket.write(bytes),
  slow: dribble,
  "half-closed": (socket, bytes) => socket.end(bytes),
  reset: (socket, bytes) => socket.write(bytes, () => setImmediate(() => socket.resetAndDestroy())),
};

/** Sends a byte at a time, never the last one. */
function dribble(socket: Socket, bytes: Buffer): void {
  let at = 0;
  const timer = setInterval(() => {
    if (at < bytes.length - 1) socket.write(bytes.subarray(at, (at += 1)));
  }, 1);
  setTimeout(() => socket.destroy(), patience);
  socket.setNoDelay().once("close", () => clearInterval(timer));
}

/** The memory of a process that is in use, in MiB. Only Linux tells. */
export function residentMemory(pid: number): number {
  const [, size] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(size) / 1024;
}

/** How many sockets a process has open. Only Linux tells. */
export function openSockets(pid: number): number {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).filter((name) => {
    try {
      return readlinkSync(`${folder}/${name}`).startsWith("socket:");
    } catch {
      // It was closed meanwhile.
      return false;
    }
  }).length;
}
