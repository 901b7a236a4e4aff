import { once } from "node:events";
import { readContract } from "../read-contract.ts";
import { record as startRecorder } from "../recording/record.ts";
import { count, plain } from "../report/terminal.ts";
import type { Command } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export const record: Command = {
  summary: "a proxy that checks what goes through it, and records it without its secrets",
  usage: `mpc-contract record [--api DOCUMENT] --target URL --out FILE [--port N]

Send to the proxy what you would send to the service at URL. FILE gets one exchange a line, after those that it has.
Ctrl+C ends it; it is a finding when an exchange was not as the contract says.`,
  takes: "nothing",
  options: { target: { type: "string" }, out: { type: "string" }, port: { type: "string" } },
  async run({ api, values }, { palette: { dim, green, red }, write }) {
    const { out, port = "0", target } = values;
    if (typeof target !== "string" || !/^https?:\/\//.test(target) || !URL.canParse(target))
      throw new UsageError("give --target URL, such as http://localhost:4010");
    if (typeof out !== "string") throw new UsageError("give --out FILE");
    if (!/^\d{1,5}$/.test(String(port)) || Number(port) > 65535)
      throw new UsageError("--port: give a number from 0 to 65535");
    const contract = await readContract(api);
    let wrong = 0;
    const recorder = await startRecorder(contract, {
      target,
      out,
      port: Number(port),
      onExchange: ({ name }, problems) => {
        if (problems.length > 0) wrong += 1;
        write(`${problems.length > 0 ? red("✗") : green("✓")} ${plain(name.split("?", 1)[0]!)}`);
        for (const { at, in: side, message, rule, source } of problems)
          write(`  ${side} ${plain(at)}: ${plain(message)}  ${dim(`${rule} ${source}`)}`);
      },
    });
    write(`${recorder.url} records what goes to ${target} into ${out}`);
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    await recorder.close();
    write(`${count(recorder.exchanges(), "exchange")} recorded, ${wrong} not as the contract says`);
    return wrong > 0 ? 1 : 0;
  },
};
