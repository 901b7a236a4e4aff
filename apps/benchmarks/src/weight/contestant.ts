import type { Contestant } from "../benchmark.ts";
import type { Program, Weighed } from "./programs.ts";

/** A program as one that is compared by what is weighed. */
export function contestantOf({ ahead, kind, name, version }: Program, weighed: Weighed): Contestant {
  const whenAhead = ahead?.[weighed];
  return {
    name,
    kind,
    ...(version === undefined ? {} : { version }),
    ...(whenAhead === undefined ? {} : { whenAhead }),
  };
}
