import type { ParameterPlace } from "../contract/bundle.ts";

/** A piece of Markdown, such as a value as code. */
type Code = string;

/** The words of the interface. What the contract says is not here but translated beside the contract. */
export const en = {
  /** What stands between a label and what it names. */
  gap: " ",
  /** The marks of a text; `item` stands between the items of a list. */
  marks: { colon: ": ", comma: ", ", item: ", ", open: " (", close: ")" },
  languages: "Languages",
  overview: "Overview",
  guides: "Guides",
  /** The guides by the names of their files, in the order in which one comes to need them. */
  guideNames: {
    "first-task": "The first task",
    authentication: "Tokens and signatures",
    paging: "Paging and time windows",
    waiting: "Waiting",
    errors: "Errors and retries",
    emulator: "The emulator in tests",
    "contract-testing": "Contract testing",
    migrating: "From the vendor's SDK",
  },
  everyCall: "Every call",
  api: "TypeScript API",
  allPackages: "All packages",
  certainty: "What is certain",

  noSuchPage: {
    title: "No such page",
    text: "The address is wrong, or the page has moved. The navigation and the search lead to every page there is.",
  },

  home: {
    readReference: "Read the reference",
    aboutReference: "Each parameter, property, status and example, on one page for each operation.",
    callIt: "Call it from TypeScript",
    aboutCalling: "From the installation to an encryption task, in five minutes.",
    waysOn: "Ways on",
    made: "What is made from the contract",
    aboutContract: (version: string, license: string) =>
      `The contract itself, as one OpenAPI document. Version ${version}, license ${license}.`,
    howSure: "How sure it is",
  },

  endpoints: {
    title: "Endpoints",
    lede: "A call goes to the endpoint of one region. All paths of the reference stand below it.",
    suchAs: (example: Code) => `such as ${example}`,
  },
  authentication: {
    title: "Credentials",
    lede: "Every call carries a credential. Any one of these sets is enough:",
    guide: (address: string) =>
      `The guide [Tokens and signatures](${address}) shows how to come by each, and signs a request step by step.`,
    schemeIn: (type: string, place: string | undefined, id: Code) =>
      `${type} ${place === undefined ? "scheme" : `in ${place}`}, called ${id} in the contract`,
  },
  errors: {
    title: "Error codes",
    withoutStatus: "with no status",
    cause: "Cause",
    mend: "How to mend it",
    message: "Message",
    when: "Case",
  },
  differences: {
    title: "Where documentation and reality differ",
    lede: "What the vendor documents and what the vendor’s own examples and code do is not always the same. Each such place, and what the contract decides.",
    mark: "Differs from the documentation",
    documented: "Documented",
    observed: "Observed",
    all: "Among all differences",
  },
  questions: {
    title: "Open questions",
    lede: "What no page of the vendor answers. Each question, and what the contract takes to be so until somebody knows.",
    mark: "Open question",
    decision: "Taken to be so:",
    all: "Among all questions",
    thisQuestion: "this question",
  },

  divergences: {
    title: "Where the emulator differs from the cloud",
    lede: "The emulator was never compared with the live service. Each point at which the vendor’s pages are silent or the emulator does less, and what it does.",
  },

  operation: {
    parameters: {
      path: "Path parameters",
      query: "Query parameters",
      header: "Header parameters",
      cookie: "Cookie parameters",
    } satisfies Record<ParameterPlace, string>,
    body: "Request body",
    authentication: "Authentication",
    oneOfTheseSets: "One of these sets of headers:",
    responses: "Responses",
    sentTo: (endpoints: Code) => `Sent to one of the ${endpoints}.`,
    endpoints: "endpoints",
    evidence: "Evidence:",
    deprecated: "Deprecated.",
    required: "required",
    example: "Example:",
    request: "Request",
    response: "Response",
    samples: "Samples",
    anyOtherStatus: "Any other status",
    noBody: "No body.",
    statusWithoutBody: (phrase: string) => `${phrase}: no body`,
    bodyOfEach: "The body of each of these",
    bodyOfOne: "The body",
    headersOfAll: "Headers of every response",
    responseNamed: (status: string) => `response ${status}`,
  },

  value: {
    properties: (count: number) => `${count} ${count === 1 ? "property" : "properties"}`,
    eachItemIsWith: (type: string, properties: string) => `Each item is an ${type} with ${properties}`,
    eachItem: (type: string) => `Each item: ${type}`,
    knownValues: (count: number) => `${count} known ${count === 1 ? "value" : "values"}`,
    othersMayCome: ", and others may come",
    noOther: ", and no other",
    asExpression: "as an expression",
    shownAt: "Shown at",
    linkTo: (name: string) => `Link to ${name}`,
  },

  /** The names of the rules that a schema sets. */
  rules: {
    default: "Default",
    value: "Value",
    moreThan: "More than",
    lessThan: "Less than",
    multipleOf: "Multiple of",
    always: "Always",
    length: "Length",
    items: "Items",
    pattern: "Pattern",
    format: "Format",
    encoding: "Encoding",
    content: "Content",
    style: "Style",
    examples: (count: number): string => (count === 1 ? "Example" : "Examples"),
  },
  eachOnce: "each once",
  oneKeyForEach: (style: Code) => `${style}, one key for each item`,
  atLeast: (least: Code, unit: string) => `at least ${least}${unit}`,
  atMost: (most: Code, unit: string) => `at most ${most}${unit}`,
  range: (least: Code, most: Code, unit: string) => `${least} to ${most}${unit}`,
  units: {
    none: () => "",
    character: (count: number): string => (count === 1 ? " character" : " characters"),
    item: (count: number): string => (count === 1 ? " item" : " items"),
  },

  itself: "The contract itself",
  changes: {
    title: "Changes of the contract",
    lede: "What each release changed: in the words of its makers, and as a comparison of the documents shows it.",
  },
  coverage: {
    title: "How well it is tested",
    lede: (exchanges: number) =>
      `The contract is held against ${exchanges} exchanges: requests with the responses to them, some right, and some that each break one rule on purpose.`,
  },
  benchmarks: {
    title: "Benchmarks",
    lede: "The latest figures, as they were measured.",
  },

  machines: {
    title: "For machines",
    lede: "The contract, its examples and these pages, as files that programs read.",
    asMarkdown: "This page as Markdown",
  },

  samples: {
    onlyWhere: (tool: string) => `The tests of this site run this only where ${tool} is installed.`,
  },

  tryIt: {
    open: "Try it",
    close: "Close",
    promise: "The emulator runs in this page. Nothing that you type leaves your machine.",
    ask: "Ask",
    thisPage: "the emulator in this page",
    thisMachine: "an emulator on this machine",
    endpoint: "Endpoint",
    endpointWrong: "Give the address of this machine, such as",
    start: "Started so, it admits this page:",
    operation: "Operation",
    places: { path: "Path", query: "Query", header: "Headers", cookie: "Cookies" } satisfies Record<
      ParameterPlace,
      string
    >,
    several: "several, with spaces between",
    send: "Send",
    answer: "Answer",
    noAnswerYet: "Send the request, and the answer stands here.",
    meaning: "What it means, and how to mend it:",
    kept: "As the contract says",
    waiting: "Waiting for the answer …",
    silence:
      "No answer. Is the emulator running, and was it started with --cors and the address of this site?",
    tasks: "Tasks that you created",
    noTasksYet: "Create a task, and watch it go through its life.",
    query: "Query",
    cancel: "Cancel",
    ending: "ended",
  },

  search: {
    open: "Search",
    for: "Search for",
    close: "Close",
    nothing: "Nothing found.",
  },
};

export type Words = typeof en;

export type Marks = Words["marks"];

/** What is to be said: a text of the contract, or what the words of the interface make of it. */
export type Phrase = string | ((words: Words) => string);
