// A service with so many pages of tasks, as lean as can be, so that what is measured is the client: it answers each
// listing of tasks with the page that it asks for, without a look at its credentials. It counts what it is asked.
import { createServer } from "node:net";
import { firstId, pageSize, path, tasksOf } from "./page.ts";
import type { Asked } from "./service.ts";

const pages = Number(process.argv[2]);
const [beforeId, afterId] = JSON.stringify(tasksOf(0)[0]).split(String(firstId)) as [string, string];
const asked: Asked = { requests: 0, signed: 0, last: "" };
const listing = `GET ${path}?`;
const notFound = Buffer.from("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
let rendered = { page: -1, response: new Uint8Array() as Uint8Array };

function respond(head: string): Uint8Array {
  if (!head.startsWith(listing)) return notFound;
  const [target = ""] = /(?<= )\S+/.exec(head) ?? [];
  // No task is newer than those that there were at first.
  if (/[?&]start_time=/.test(target)) return responseOf([], false);
  const page = Number(/[?&]page=(\d+)/.exec(target)?.[1] ?? 0);
  if (page !== rendered.page) {
    const tasks = Array.from(
      { length: pageSize },
      (_, index) => `${beforeId}${firstId + page * pageSize + index}${afterId}`,
    );
    rendered = { page, response: responseOf(tasks, page + 1 < pages) };
  }
  return rendered.response;
}

function responseOf(tasks: string[], more: boolean): Uint8Array {
  const body = `{"task_array":[${tasks.join()}],"is_truncated":${Number(more)},"total":${tasks.length}}`;
  return Buffer.from(
    `HTTP/1.1 200 OK\r\nDate: ${new Date().toUTCString()}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

const server = createServer({ noDelay: true }, (socket) => {
  let unread = "";
  socket.on("data", (data) => {
    const heads = (unread + data.toString("latin1")).split("\r\n\r\n");
    unread = heads.pop()!;
    for (const head of heads) {
      asked.requests++;
      if (/\nauthorization:/i.test(head)) asked.signed++;
      asked.last = head;
      socket.write(respond(head));
    }
  });
  // A client that ends may leave its connections as they are.
  socket.on("error", () => socket.destroy());
});
process.on("message", () => process.send!(asked));
process.on("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => process.send!(server.address()));
