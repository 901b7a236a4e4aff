/** Where each page is, under the base path of the site. */
export const links = {
  home: page(""),
  operation: (operationId: string) => page(`reference/${operationId}/`),
  endpoints: page("endpoints/"),
  authentication: page("authentication/"),
  errors: page("errors/"),
  differences: page("differences/"),
  questions: page("questions/"),
  changes: page("changes/"),
  coverage: page("coverage/"),
  feed: page("changes.xml"),
  contract: page("openapi.json"),
};

function page(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, "")}/${path}`;
}
