/** An access key, which requests are signed with. */
export interface AccessKey {
  /** The access key ID (AK). */
  accessKey: string;
  /** The secret access key (SK). It is never sent. */
  secretKey: string;
  /** The security token of a temporary access key. */
  securityToken?: string | undefined;
}

/** A token of IAM, whose scope must be the project. It lives 24 hours. */
export interface Token {
  /** What IAM gave in the header `X-Subject-Token`, without a line break. */
  token: string;
}

/** What requests are authenticated with. */
export type Credentials = AccessKey | Token;
