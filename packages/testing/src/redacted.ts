/** What stands in the place of a secret in a recording. It keeps any rule that the secret may have. */
export const redacted = "[redacted]";
