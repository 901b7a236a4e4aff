import { isDeepStrictEqual } from "node:util";
import type { Calls } from "./calls.ts";
import { compile, writeProject } from "./compile.ts";
import { mistakenSourceOf } from "./source.ts";

/** How many wrong calls a compiler refuses of each client, which are all that there are. */
export async function refusedBy(compiler: string, clients: Calls[]): Promise<number> {
  const mistaken = clients.map((calls) => mistakenSourceOf(calls));
  const project = writeProject(
    `${compiler} mistaken`,
    mistaken.map(({ source }) => source),
  );
  const { wrong: refused } = await compile(compiler, project);
  for (const [index, { wrong }] of mistaken.entries()) {
    if (!isDeepStrictEqual(refused[index], wrong))
      throw new Error(
        `${clients[index]!.name}: lines ${refused[index]!.join()} are refused, and wrong are ${wrong.join()}`,
      );
  }
  return mistaken[0]!.wrong.length;
}
