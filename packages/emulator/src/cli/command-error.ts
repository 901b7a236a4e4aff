/** What is wrong with the command or what it was given, in one line. */
export class CommandError extends Error {
  override name = "CommandError";
}
