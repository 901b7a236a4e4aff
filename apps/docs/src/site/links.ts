export type Links = ReturnType<typeof linksUnder>;

/** Where each page of a language is, under the base path of the site. */
export function linksUnder(folder: string | undefined) {
  const page = (path: string) => under(folder === undefined ? path : `${folder}/${path}`);
  return {
    home: page(""),
    page,
    operation: (operationId: string) => page(`reference/${operationId}/`),
    endpoints: page("endpoints/"),
    authentication: page("authentication/"),
    errors: page("errors/"),
    guide: (name: string) => page(`guides/${name}/`),
    differences: page("differences/"),
    questions: page("questions/"),
    divergences: page("divergences/"),
    api: page("api/"),
    /** A place on the page of an entry point. */
    exported: ({ path, id }: { path: string; id: string }) => page(`api/${path}/${id && `#${id}`}`),
    changes: page("changes/"),
    coverage: page("coverage/"),
    benchmarks: page("benchmarks/"),
    feed: under("changes.xml"),
    machines: page("machines/"),
    /** A file that is not a page. */
    file: under,
    contract: under("openapi.json"),
  };
}

function under(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, "")}/${path}`;
}
