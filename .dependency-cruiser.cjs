// Who may import whom (the picture stands in CONTRIBUTING.md). Every rule is an error.

const screens = "^(components|lib/api/client)/";
/** The parts of lib/ that a browser may load. */
const browserLib = "^lib/(api/(client|contract)/|auth/(permissions|actor)\\.ts$)";
const offlineModel = "^lib/models/providers/offline/offline-chat-model\\.ts$";
const serverFile = "\\.server\\.tsx?$";
const test = "(\\.(test|int\\.test)\\.tsx?$|/testing/)";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-unresolved",
      comment: "Every import leads somewhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "workflows-is-the-core",
      comment: "workflows/ knows no app, screens, adapters or tables.",
      severity: "error",
      from: { path: "^workflows/" },
      to: {
        path: "^(app|components|lib|drizzle|e2e|bench|scripts)/|^(server|proxy)\\.ts$",
        pathNot: offlineModel,
      },
    },
    {
      name: "examples-use-the-offline-model",
      comment: "What the documentation says is held against the model that people have without a key.",
      severity: "error",
      from: { path: "^workflows/", pathNot: "^workflows/testing/example-services\\.ts$" },
      to: { path: offlineModel },
    },
    {
      name: "documentation-on-the-server",
      comment:
        "Screens get the documentation of one node type from its page; all of it would weigh on the editor.",
      severity: "error",
      from: { path: "^components/", pathNot: test },
      to: { path: "^workflows/nodes/(registry\\.docs|[^/]+/docs)\\.ts$", reachable: true },
    },
    {
      name: "workflows-packages",
      comment:
        "workflows/ uses zod, CEL, LangChain and small pure helpers; no framework, no database, no Node.",
      severity: "error",
      // What exported code sends mail and asks databases with stands beside what it is exported with.
      from: { path: "^workflows/", pathNot: [test, "^workflows/code/support/(mail|sql)\\.server\\.ts$"] },
      to: {
        path: "^node_modules/",
        pathNot:
          "^node_modules/(zod|@marcbachmann/cel-js|@langchain/[^/]+|langchain|canonicalize|@noble/hashes|nanoid|p-limit|re2js|luxon|@types/luxon|csv-parse|fast-xml-parser|htmlparser2|hast-util-to-(mdast|text)|mdast-util-(gfm|to-markdown)|@cfworker/json-schema|convert|diff|linkedom|@mozilla/readability)/",
      },
    },
    {
      name: "workflows-node-builtins",
      severity: "error",
      from: { path: "^workflows/", pathNot: [test, serverFile] },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "langgraph-on-the-server",
      comment: "LangGraph itself only in *.server.ts.",
      severity: "error",
      from: { path: "^(workflows|components|app)/", pathNot: [serverFile, test] },
      to: { path: "^node_modules/(@langchain/langgraph|@langchain/langgraph-[^/]+|langchain)/" },
    },
    {
      name: "node-types-stand-alone",
      comment: "A node type never imports another node type.",
      severity: "error",
      from: { path: "^workflows/nodes/([^/]+)/" },
      to: { path: "^workflows/nodes/([^/]+)/", pathNot: "^workflows/nodes/$1/" },
    },
    {
      name: "lib-below-screens",
      severity: "error",
      from: { path: "^(lib|drizzle)/" },
      to: { path: "^(app|components|e2e|bench)/|^(server|proxy)\\.ts$" },
    },
    {
      name: "schema-stands-alone",
      severity: "error",
      from: { path: "^drizzle/" },
      to: { path: "^(lib|workflows)/" },
    },
    {
      name: "components-below-app",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^(app|drizzle|e2e|bench)/|^(server|proxy)\\.ts$" },
    },
    {
      name: "screens-no-server-lib",
      comment: "Screens reach the server through the typed client alone.",
      severity: "error",
      from: { path: screens, pathNot: test },
      to: { path: "^lib/", pathNot: browserLib },
    },
    {
      name: "screens-core-parts",
      severity: "error",
      from: { path: screens, pathNot: test },
      to: { path: "^workflows/(compile|runtime)/" },
    },
    {
      name: "no-server-code-in-a-browser",
      comment: "Not even through something in between.",
      severity: "error",
      from: { path: screens, pathNot: test },
      to: {
        path: `${serverFile}|^(lib/(db|auth/(?!permissions|actor)|secrets|runs|server)/)`,
        reachable: true,
      },
    },
    {
      name: "contract-is-pure",
      comment: "The API contract is read by server and browser.",
      severity: "error",
      from: { path: browserLib, pathNot: test },
      to: { path: "^lib/", pathNot: browserLib },
    },
    {
      name: "one-way-out",
      comment:
        "Calls to the outside go through lib/egress alone, which judges where they lead. (A global fetch is refused by oxlint.) The one listener of the process stands in lib/server/http.ts.",
      severity: "error",
      from: {
        path: "^(app|lib|workflows)/|^(server|proxy)\\.ts$",
        pathNot: `${test}|^lib/egress/|^lib/server/http\\.ts$`,
      },
      to: {
        path: "^(node:)?(https?|http2|net|tls|dgram|dns)(/promises)?$|^node_modules/(undici|ws|axios|got|node-fetch|cross-fetch|ky)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "app-through-services",
      comment: "Next's bundle is another module instance: it reaches services only through lib/services.ts.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^lib/", pathNot: `${browserLib}|^lib/services\\.ts$` },
    },
    {
      name: "not-to-tests",
      severity: "error",
      from: { pathNot: `${test}|^e2e/|^bench/` },
      to: { path: test },
    },
    {
      name: "no-orphans",
      comment: "A file nobody imports is dead.",
      severity: "error",
      from: { orphan: true, pathNot: [test, "\\.d\\.ts$", "^app/", "^e2e/", "^drizzle/migrations/"] },
      to: {},
    },
  ],
  options: {
    // TypeScript 7 offers no parser to dependency-cruiser; swc reads the same imports, types included.
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|dist|\\.data)/" },
    webpackConfig: { fileName: ".dependency-cruiser-resolve.cjs" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".d.ts", ".mjs", ".js", ".json"],
    },
  },
};
