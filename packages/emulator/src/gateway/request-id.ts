/** An ID for a request, as the gateway writes them: 32 hexadecimal digits. */
export function createRequestId(): string {
  return crypto.randomUUID().replaceAll("-", "");
}
