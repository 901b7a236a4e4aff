import type { Contestant, Entry } from "../benchmark.ts";

/** One that can be measured: once, for a figure. */
export interface Measurable extends Contestant {
  measure: () => Promise<number> | number;
}

/**
 * Measures all in turn, round by round, so that what slows the machine down for a while slows all of them, and in an
 * order in which none always follows the same one. A first round, which is not counted, warms up, unless there is nothing
 * that stays warm. Who fails is out, and says why.
 */
export async function takeTurns(measurables: Measurable[], rounds: number, warmUps = 1): Promise<Entry[]> {
  const figures = new Map(measurables.map((measurable) => [measurable, [] as number[]]));
  const failures = new Map<Measurable, string>();
  for (let round = -warmUps; round < rounds; round++) {
    for (const turn of orderOf(measurables.length, round + warmUps)) {
      const measurable = measurables[turn]!;
      if (failures.has(measurable)) continue;
      try {
        // Nobody sweeps up what another has left.
        globalThis.gc?.();
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

/**
 * In which order so many take their turns: a Williams design, in which each comes as often in each place and, of as many
 * rounds as there are of them, or twice as many where they are odd, as often after each of the others.
 */
function orderOf(count: number, round: number): number[] {
  const order = Array.from({ length: count }, (_, place) => {
    const first = place % 2 === 0 ? place / 2 : count - (place + 1) / 2;
    return (first + round) % count;
  });
  return Math.floor(round / count) % 2 === 0 ? order : order.toReversed();
}

/** The first line of what an error says. */
function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0]!;
}
