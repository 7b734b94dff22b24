import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path/posix";
import type { Files } from "../files";

const support = "workflows/code/support";

/** Files of the product that exported code uses as they are, beside those written for it. */
const shared = [
  "workflows/errors/worth-retrying.ts",
  "workflows/expressions/evaluate.ts",
  "workflows/expressions/template.ts",
  "workflows/http/render-url.ts",
  "workflows/http/read-answer.ts",
  "workflows/nodes/ask-structured.server.ts",
  "workflows/nodes/classify/labels.ts",
  "workflows/nodes/error-handler/handle.ts",
  "workflows/nodes/extract/extracted.server.ts",
  "workflows/nodes/extract/misfit.ts",
  "workflows/nodes/guardrail/check-text.server.ts",
  "workflows/nodes/guardrail/findings.ts",
  "workflows/nodes/map/entries.ts",
  "workflows/nodes/model-router/choose.ts",
  "workflows/nodes/model/structured.server.ts",
  "workflows/nodes/model/vote.server.ts",
  "workflows/nodes/call-agent/values.ts",
  "workflows/nodes/model-call.server.ts",
  "workflows/nodes/moderation-verdict.ts",
  "workflows/nodes/subgraph/map-values.ts",
  "workflows/nodes/shorten.server.ts",
  "workflows/nodes/switch/matching-case.ts",
  "workflows/nodes/agent/approval.server.ts",
  "workflows/nodes/agent/handoff-tools.server.ts",
  "workflows/nodes/agent/personal.server.ts",
  "workflows/nodes/agent/summaries.server.ts",
  "workflows/nodes/agent/tool-choice.server.ts",
  "workflows/nodes/aggregate/aggregated.ts",
  "workflows/nodes/date/dated.ts",
  "workflows/nodes/deduplicate/deduplicated.ts",
  "workflows/nodes/filter/filtered.ts",
  "workflows/nodes/merge/merged.ts",
  "workflows/nodes/parse/parsed.ts",
  "workflows/data/limits.ts",
  "workflows/nodes/embed/short-numbers.ts",
  "workflows/nodes/rerank/ranked.ts",
  "workflows/nodes/texts-in.ts",
  "workflows/nodes/sort/sorted.ts",
  "workflows/nodes/template/filled.ts",
  "workflows/nodes/transform/transformed.ts",
  "workflows/nodes/validate/validated.ts",
  "workflows/nodes/values-in.ts",
  "workflows/tools/calculator/arithmetic.ts",
  "workflows/tools/current-time/time-in.ts",
  "workflows/tools/date/args.ts",
  "workflows/tools/date/reckoned.ts",
  "workflows/tools/random/args.ts",
  "workflows/tools/random/drawn.ts",
  "workflows/tools/read-page/read-page.ts",
  "workflows/tools/units/converted.ts",
  "workflows/tools/web-search/search.ts",
];

const imported = /(?<=\b(?:from|import) ")(@\/|\.{1,2}\/)[^"]+(?=")/g;

/** The library as the sources have it now: every file that exported code may need, its imports made to fit. */
export function collectLibrary(): Files {
  const found = new Map<string, string>();
  const own = readdirSync(support).filter((name) => !name.endsWith(".test.ts"));
  const open = [...own.map((name) => `${support}/${name}`), ...shared];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    const source = readFileSync(path, "utf8");
    found.set(path, source);
    for (const [specifier] of source.matchAll(imported)) open.push(fileOf(path, specifier));
  }
  const entries = [...found].map(([path, source]) => [exportedPath(path), rewritten(path, source)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function fileOf(importer: string, specifier: string): string {
  return `${specifier.startsWith("@/") ? specifier.slice(2) : join(dirname(importer), specifier)}.ts`;
}

function exportedPath(path: string): string {
  return path
    .replace(`${support}/`, "")
    .replace(/^workflows\//, "")
    .replace(/\.server\.ts$/, ".ts");
}

function rewritten(path: string, source: string): string {
  const from = dirname(exportedPath(path));
  return source.replaceAll(imported, (specifier) => {
    const target = relative(from, exportedPath(fileOf(path, specifier))).replace(/\.ts$/, "");
    return target.startsWith(".") ? target : `./${target}`;
  });
}
