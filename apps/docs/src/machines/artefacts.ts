/** A file of the site that is made for programs. */
interface Artefact {
  /** Its path under the base path. */
  path: string;
  title: string;
  use: string;
  /** Made only where the origin of the site is known: crawlers want addresses in full. */
  forCrawlers?: true;
}

/** The files, in the order in which the site lists them. */
export const artefacts: Artefact[] = [
  {
    path: "openapi.json",
    title: "The contract as JSON",
    use: "One OpenAPI document, for generators, validators and whatever else reads OpenAPI.",
  },
  {
    path: "openapi.yaml",
    title: "The contract as YAML",
    use: "The same document, easier to read and to compare.",
  },
  {
    path: "postman.json",
    title: "Postman collection",
    use: "Every operation with its parameters and examples, to import into Postman and what reads its format 2.1.",
  },
  {
    path: "examples.har",
    title: "Examples as HAR",
    use: "The exchanges of the contract as an HTTP archive 1.2, to look at in a browser or to test a check with.",
  },
  { path: "llms.txt", title: "List of pages", use: "Every page with a line about it, for language models." },
  {
    path: "llms-full.txt",
    title: "All pages in one",
    use: "The Markdown of every page in English, one after the other.",
  },
  { path: "sitemap-index.xml", title: "Sitemap", use: "Every page, for crawlers.", forCrawlers: true },
  { path: "robots.txt", title: "Rules for crawlers", use: "All may be read.", forCrawlers: true },
];
