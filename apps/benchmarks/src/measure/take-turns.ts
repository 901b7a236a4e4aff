import type { Contestant, Entry } from "../benchmark.ts";

/** One that can be measured: once, for a figure. */
export interface Measurable extends Contestant {
  measure: () => Promise<number> | number;
}

/**
 * Measures all in turn, round by round, so that what slows the machine down for a while slows all of them. Each round
 * begins with another one. A first round, which is not counted, warms up, unless there is nothing that stays warm. Who
 * fails is out, and says why.
 */
export async function takeTurns(measurables: Measurable[], rounds: number, warmUps = 1): Promise<Entry[]> {
  const figures = new Map(measurables.map((measurable) => [measurable, [] as number[]]));
  const failures = new Map<Measurable, string>();
  for (let round = -warmUps; round < rounds; round++) {
    for (let turn = 0; turn < measurables.length; turn++) {
      const measurable = measurables[(turn + round + warmUps) % measurables.length]!;
      if (failures.has(measurable)) continue;
      try {
        const figure = await measurable.measure();
        if (round >= 0) figures.get(measurable)!.push(figure);
      } catch (error) {
        failures.set(measurable, messageOf(error));
      }
    }
  }
  return measurables.map((measurable) => {
    const { measure: _, ...contestant } = measurable;
    const missing = failures.get(measurable);
    return {
      ...contestant,
      ...(missing === undefined ? { figures: figures.get(measurable)! } : { missing }),
    };
  });
}

/** The first line of what an error says. */
function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0]!;
}
