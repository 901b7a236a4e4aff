// Prints the size of each entry of the client beside what it may have.
import { limits, sizeOf } from "./size.ts";

for (const [contents, limit] of Object.entries(limits)) {
  const size = await sizeOf(contents, import.meta.dirname);
  console.log(`${size.toLocaleString("en")} of ${limit.toLocaleString("en")} bytes  ${contents}`);
}
