// Writes dist/exchanges.json: every exchange under valid/ and invalid/, checked for its form.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";

const folder = new URL("./", import.meta.url);
const schema = JSON.parse(await readFile(new URL("exchange.schema.json", folder), "utf8")) as object;
const hasForm = new Ajv2020({ strictTypes: false }).compile(schema);

async function readExchanges(group: "valid" | "invalid"): Promise<{ name: string }[]> {
  const files = (await readdir(new URL(`${group}/`, folder))).filter((name) => name.endsWith(".yaml"));
  return Promise.all(
    files.toSorted().map(async (file) => {
      const place = `openapi/examples/${group}/${file}`;
      const exchange = readYaml(place, await readFile(new URL(`${group}/${file}`, folder), "utf8"));
      if (!hasForm(exchange)) {
        const [error] = hasForm.errors ?? [];
        throw new Error(
          `${place}: ${error?.instancePath || "the exchange"} ${error?.message} (exchange.schema.json)`,
        );
      }
      if ("breaks" in exchange !== (group === "invalid")) {
        throw new Error(`${place}: "breaks" belongs under invalid/, and every exchange there needs it`);
      }
      return { name: file.slice(0, -".yaml".length), ...exchange };
    }),
  );
}

/** Each response has an ID of its own, so that two exchanges are the same only when one is a copy. */
function refuseCopies(exchanges: { name: string }[]): void {
  const names = new Map<string, string>();
  for (const { name, ...exchange } of exchanges) {
    const { request, response } = exchange as { request?: unknown; response?: unknown };
    const content = JSON.stringify([request, response]);
    const other = names.get(content);
    if (other !== undefined) throw new Error(`openapi/examples: ${name}.yaml is a copy of ${other}.yaml`);
    names.set(content, name);
  }
}

function readYaml(place: string, text: string): object {
  try {
    return parse(text) as object;
  } catch (error) {
    throw new Error(`${place}: ${(error as Error).message}`, { cause: error });
  }
}

try {
  const [valid, invalid] = await Promise.all([readExchanges("valid"), readExchanges("invalid")]);
  refuseCopies([...valid, ...invalid]);
  await mkdir(new URL("../dist/", folder), { recursive: true });
  await writeFile(
    new URL("../dist/exchanges.json", folder),
    `${JSON.stringify({ valid, invalid }, undefined, 1)}\n`,
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
