/** A point at which the vendor's documentation is silent, and what the emulator does. */
export interface Divergence {
  question: string;
  emulator: string;
}
