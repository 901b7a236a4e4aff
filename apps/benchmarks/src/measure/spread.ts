import { binomialDistribution, quantileSorted, medianSorted } from "simple-statistics";

/** The middle of some figures, and between which most of them lie. */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

/** The median of some figures, and their quartiles. */
export function spreadOf(figures: number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b);
  return {
    median: medianSorted(sorted),
    low: quantileSorted(sorted, 0.25),
    high: quantileSorted(sorted, 0.75),
  };
}

/** Of how many rounds at least there is an interval that holds the true ratio with a probability of 95 %. */
export const roundsForInterval = 6;

/**
 * How many times the figures of one are those of another, both of the same rounds: the median of the ratios, and where
 * the true one lies with a probability of 95 %, which follows from their order alone, however they are distributed.
 * Of too few rounds it is from the least to the greatest, which is less sure.
 */
export function ratioOf(figures: number[], others: number[]): Spread {
  // What was counted once is the same each time.
  const rounds = Math.max(figures.length, others.length);
  const ratios = Array.from({ length: rounds }, (_, round) => {
    const [figure, other] = [at(figures, round), at(others, round)];
    // Also where both are nothing.
    return figure === other ? 1 : figure / other;
  }).toSorted((a, b) => a - b);
  const outside = ranksOutside(rounds);
  return { median: medianSorted(ratios), low: ratios[outside]!, high: ratios.at(-1 - outside)! };
}

function at(figures: number[], round: number): number {
  return figures.length === 1 ? figures[0]! : figures[round]!;
}

/** How many of so many sorted values lie outside of the interval at either end. */
function ranksOutside(count: number): number {
  const below = binomialDistribution(count, 0.5) ?? [];
  let probability = 0;
  let ranks = 0;
  while ((probability += below[ranks]!) <= 0.025) ranks++;
  return Math.max(0, ranks - 1);
}
