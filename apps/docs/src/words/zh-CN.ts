import type { Words } from "./en.ts";

/** 界面用语。契约所说的内容不在这里，其译文与契约放在一起。 */
export const zhCN: Words = {
  languages: "语言",
  overview: "概览",
  guides: "指南",
  everyCall: "所有调用",
  api: "TypeScript API",
  allPackages: "所有包",
  certainty: "可信程度",

  noSuchPage: {
    title: "页面不存在",
    text: "地址有误，或页面已移走。通过导航和搜索可以找到所有页面。",
  },

  home: {
    readReference: "阅读接口参考",
    aboutReference: "每个接口一页，列出全部参数、字段、状态码和示例。",
    callIt: "用 TypeScript 调用",
    aboutCalling: "从安装到查到一个加密任务，五分钟。",
    waysOn: "接下来",
    made: "由契约生成的内容",
    aboutContract: (version, license) => `契约本身，一份 OpenAPI 文档。版本 ${version}，许可证 ${license}。`,
    howSure: "可信程度",
  },

  endpoints: {
    title: "终端节点",
    lede: "调用发往某个区域的终端节点。参考中的所有路径都在其下。",
    suchAs: (example) => `例如 ${example}`,
  },
  authentication: {
    title: "凭证",
    lede: "每次调用都携带凭证。以下任意一组即可：",
    guide: (address) =>
      `指南 [Tokens and signatures](${address})（英文）说明如何获得每种凭证，并逐步演示签名。`,
    schemeIn: (type, place, id) =>
      `${type}${place === undefined ? "" : `（位于 ${place}）`}，在契约中名为 ${id}`,
  },
  errors: {
    title: "错误码",
    withoutStatus: "无状态码",
    cause: "原因",
    mend: "处理方法",
    message: "消息",
    when: "情形",
  },
  differences: {
    title: "文档与实际不一致之处",
    lede: "厂商文档的说法与厂商自己的示例和代码并不总是一致。这里列出每一处，以及契约的取舍。",
    mark: "与文档不一致",
    documented: "文档所述",
    observed: "实际所见",
    all: "查看全部不一致之处",
  },
  questions: {
    title: "待解问题",
    lede: "厂商的任何页面都没有回答的问题，以及在有人知道答案之前契约所作的假定。",
    mark: "待解问题",
    decision: "假定：",
    all: "查看全部问题",
    thisQuestion: "此问题",
  },

  divergences: {
    title: "模拟器与云端的不同之处",
    lede: "模拟器从未与线上服务对照过。这里列出厂商页面没有说明或模拟器有所简化的每一点，以及模拟器的做法。",
  },

  operation: {
    parameters: {
      path: "路径参数",
      query: "查询参数",
      header: "请求头参数",
      cookie: "Cookie 参数",
    },
    body: "请求体",
    authentication: "认证",
    oneOfTheseSets: "以下任意一组请求头：",
    responses: "响应",
    sentTo: (endpoints) => `发往某个${endpoints}。`,
    endpoints: "终端节点",
    evidence: "依据：",
    deprecated: "已弃用。",
    required: "必选",
    example: "示例：",
    request: "请求",
    response: "响应",
    samples: "示例",
    anyOtherStatus: "其他任何状态码",
    noBody: "无响应体。",
    statusWithoutBody: (phrase) => `${phrase}：无响应体`,
    bodyOfEach: "以上各响应的响应体",
    bodyOfOne: "响应体",
    headersOfAll: "所有响应共有的响应头",
    responseNamed: (status) => `响应 ${status}`,
  },

  value: {
    properties: (count) => `${count} 个字段`,
    eachItemIsWith: (type, properties) => `每一项为 ${type}，含 ${properties}`,
    eachItem: (type) => `每一项：${type}`,
    knownValues: (count) => `${count} 个已知取值`,
    othersMayCome: "，也可能出现其他取值",
    noOther: "，没有其他取值",
    asExpression: "正则表达式",
    shownAt: "出现于",
    linkTo: (name) => `指向 ${name} 的链接`,
  },

  rules: {
    default: "默认值",
    value: "取值",
    moreThan: "大于",
    lessThan: "小于",
    multipleOf: "倍数",
    always: "固定为",
    length: "长度",
    items: "项数",
    pattern: "格式要求",
    format: "格式",
    encoding: "编码",
    content: "内容",
    style: "序列化",
    examples: () => "示例",
  },
  eachOnce: "不重复",
  oneKeyForEach: (style) => `${style}，每项一个键`,
  atLeast: (least, unit) => `至少 ${least}${unit}`,
  atMost: (most, unit) => `至多 ${most}${unit}`,
  range: (least, most, unit) => `${least} 至 ${most}${unit}`,
  units: {
    none: () => "",
    character: () => " 个字符",
    item: () => " 项",
  },

  itself: "契约本身",
  changes: {
    title: "契约的变更",
    lede: "每个版本改变了什么：既有作者的说明，也有文档比对的结果。",
  },
  coverage: {
    title: "测试覆盖程度",
    lede: (exchanges) => `契约以 ${exchanges} 组请求与响应来检验：有的正确，有的各自故意违反一条规则。`,
  },
  benchmarks: {
    title: "性能对比",
    lede: "最近一次测得的数据。",
  },

  machines: {
    title: "供程序使用",
    lede: "契约、示例和这些页面，以程序可读的文件形式提供。",
    asMarkdown: "本页的 Markdown 版本",
  },

  samples: {
    onlyWhere: (tool) => `仅当装有 ${tool} 时，本站的测试才会运行此示例。`,
  },

  tryIt: {
    open: "试一试",
    close: "关闭",
    promise: "模拟器就在本页面中运行。输入的内容不会离开您的机器。",
    ask: "发往",
    thisPage: "本页面中的模拟器",
    thisMachine: "本机上的模拟器",
    endpoint: "终端节点",
    endpointWrong: "请填写本机地址，例如",
    start: "这样启动即可允许本页面访问：",
    operation: "接口",
    places: { path: "路径", query: "查询", header: "请求头" },
    several: "可填多个，以空格分隔",
    send: "发送",
    answer: "应答",
    noAnswerYet: "发送请求后，应答显示在这里。",
    meaning: "含义与处理方法：",
    kept: "符合契约",
    silence: "没有应答。模拟器是否在运行？启动时是否用 --cors 指定了本站点的地址？",
    tasks: "您创建的任务",
    noTasksYet: "创建一个任务，观察它的生命周期。",
    query: "查询",
    cancel: "取消",
    ending: "已结束",
  },

  search: {
    open: "搜索",
    for: "搜索内容",
    close: "关闭",
    nothing: "没有找到。",
  },
};
