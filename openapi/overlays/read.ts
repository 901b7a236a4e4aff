import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import type { Action, Overlay } from "./check.ts";

const root = new URL("../../", import.meta.url);

/** Reads the overlays that the bundle in Chinese is made with. */
export async function readOverlays(): Promise<Overlay[]> {
  const { apis } = (await readYaml("redocly.yaml")) as { apis: { "zh-CN": { overlays: string[] } } };
  return Promise.all(
    apis["zh-CN"].overlays.map(async (file) => ({
      file,
      actions: ((await readYaml(file)) as { actions: Action[] }).actions,
    })),
  );
}

async function readYaml(file: string): Promise<unknown> {
  return parse(await readFile(new URL(file, root), "utf8"));
}
