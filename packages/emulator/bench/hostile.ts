// What becomes of the command under 100,000 hostile requests: which answers, how much memory, how long?
import { startCommand } from "../test/command.ts";
import { attack, createOutcome, openSockets, residentMemory } from "../test/hostile-attack.ts";
import { hostileConversations } from "../test/hostile-requests.ts";

const [total, points] = [100_000, 10];
const command = await startCommand("--limits", "off");
const pid = command.child.pid!;
const port = Number(new URL(command.url).port);
const conversations = hostileConversations(2);
const outcome = createOutcome();
const begin = performance.now();
console.log(`at the start ${residentMemory(pid).toFixed(0)} MiB, ${openSockets(pid)} sockets`);
for (let point = 0; point < points; point++) {
  await attack(port, conversations, total / points, outcome);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const memory = residentMemory(pid).toFixed(0);
  console.log(`${outcome.requests} requests  ${seconds} s  ${memory} MiB  ${openSockets(pid)} sockets`);
}
const { connections, failures, kept, requests, statuses } = outcome;
console.log(
  `${requests} requests sent over ${connections} connections, and an ordinary one at the end of most`,
);
for (const status of [...statuses.keys()].toSorted((a, b) => a - b))
  console.log(`${status}: ${statuses.get(status)}`);
const counted = Map.groupBy(failures, (failure) => failure);
for (const [failure, all] of counted) console.log(`FAILED ${failure}, ${all.length} times`);
console.log(`kept too long: ${kept.join(", ") || "none"}`);
console.log(
  `on stderr: ${JSON.stringify(command.stderr().slice(0, 1000))}, exit code ${command.child.exitCode}`,
);
await command.end("SIGTERM");
