import type { Divergence } from "../divergence.ts";
import { defaultAlgorithm, hlsMethods } from "../generated/wire.ts";

export const divergences: Divergence[] = [
  {
    question: "What is written with an algorithm that HLS has no METHOD for?",
    emulator: `Nothing: the task fails and says so. HLS carries ${Object.keys(hlsMethods).join(", ")} alone, so that a task that names no algorithm, which means ${defaultAlgorithm}, fails as well.`,
  },
  {
    question: "What is a DASH manifest encrypted to?",
    emulator: "With buckets, such a task fails: only HLS is encrypted.",
  },
  {
    question: "What are the files called that a task writes, and which of them are listed?",
    emulator:
      "As those that were read, seen from the folder of the playlist; what lies outside of it comes to a folder `outside`. `output_file_name` lists the playlists, the one that was asked for first; without buckets, that one.",
  },
  {
    question: "What becomes of files that are there already?",
    emulator:
      "Those of the same name are replaced, each at once and playlists last; others stay. A folder that is empty or new gets all files at once. One that is, holds or is in the folder of the input is refused.",
  },
  {
    question: "What of a playlist is kept?",
    emulator:
      "What its parser, hls-parser, knows of RFC 8216. Partial segments and what else serves low latency is left out, as are tags that it does not know. EXT-X-DEFINE and EXT-X-SESSION-DATA with a URI make the task fail.",
  },
  {
    question: "Where must a bucket be?",
    emulator: "`location` is not looked at: the emulator has no region.",
  },
];
