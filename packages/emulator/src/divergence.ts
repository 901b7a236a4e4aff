/** A point at which the vendor's documentation is silent, and what the emulator does. */
export interface Divergence {
  /** What the documentation does not say. */
  question: string;
  /** What the emulator does. */
  emulator: string;
}
