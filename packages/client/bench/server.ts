// A page of 100 tasks, from a process of its own: a loopback server for the other benchmarks. `start_time` of 1970
// and later pages make an endless list: each page says that more follow, up to `?last=`.
import { createServer } from "node:http";

const place = { bucket: "obs-apitest-01", location: "cn-north-5", object: "encrypt/m3u8/index.m3u8" };
const task = {
  task_id: 31207,
  status: "SUCCEEDED",
  create_time: 20201119103952,
  end_time: 20201119104051,
  input: place,
  output: place,
  output_file_name: ["index.m3u8"],
};
const task_array = Array.from({ length: 100 }, () => task);
const pages = [0, 1].map((is_truncated) =>
  Buffer.from(JSON.stringify({ task_array, is_truncated, total: 100 })),
);
const last = Number(process.argv[2] ?? 0);

const server = createServer((request, response) => {
  const page = Number(new URL(request.url!, "http://s").searchParams.get("page") ?? 0);
  const body = pages[page < last ? 1 : 0]!;
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": body.length });
  response.end(body);
});
server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
