// The least that a server can do: it sends the text that it is given, whatever it is asked.
import { createServer } from "node:http";

const [port, text] = process.argv.slice(2);
const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) };
createServer((_, response) => response.writeHead(200, headers).end(text)).listen(Number(port), "127.0.0.1");
