/** When credentials end. */
interface Expiring {
  /** Until when the service takes them. Those without are kept until they are rejected. */
  expiresAt?: Date | undefined;
}

/** An access key, which requests are signed with. */
export interface AccessKey extends Expiring {
  /** The access key ID (AK). */
  accessKey: string;
  /** The secret access key (SK). It is never sent. */
  secretKey: string;
  /** The security token of a temporary access key. */
  securityToken?: string | undefined;
}

/** A token of IAM, whose scope must be the project. It lives 24 hours. */
export interface Token extends Expiring {
  /** What IAM gave in the header `X-Subject-Token`, without a line break. */
  token: string;
}

/** What requests are authenticated with. */
export type Credentials = AccessKey | Token;

/**
 * Gives credentials. It is called for the first request, again ahead of `expiresAt`, and again after the service
 * rejected what it gave: then with those, so that it need not give them once more. However many requests wait,
 * it is called once.
 */
export type CredentialsProvider = (rejected?: Credentials) => Credentials | Promise<Credentials>;
