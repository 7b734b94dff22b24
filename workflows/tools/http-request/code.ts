import { templateCode } from "@/workflows/code/write/expression";
import { block, indent } from "@/workflows/code/write/indent";
import { key, quoted } from "@/workflows/code/write/literal";
import type { WriteTool } from "@/workflows/code/write/scope";
import { declareSecrets } from "@/workflows/code/write/secrets";
import { toolCode } from "../tool-code";
import { type HttpRequestConfig, httpRequestDefinition } from "./definition";

export const writeHttpRequest: WriteTool<HttpRequestConfig> = (config, scope) => {
  scope.use("./lib/request", "request");
  scope.use("./lib/http/render-url", "renderUrl");
  scope.use("./lib/http/read-answer", "refuseBadStatus");
  scope.use("zod", "z");
  // Templates of a tool know its arguments and no channels.
  const inner = { ...scope, channels: {} };
  const secrets = declareSecrets([config.url, ...config.headers.map((pair) => pair.value)], inner, "given");
  const given = config.parameters.map(({ name }) => `${key(name)}: args.${name} ?? null`);
  const headers = new Map([
    ...(config.body === "arguments" ? [["content-type", quoted("application/json")] as const] : []),
    ...config.headers.map(
      (pair) => [pair.name.toLowerCase(), templateCode(pair.value, inner, secrets.values)] as const,
    ),
  ]);
  const call = [
    `method: ${quoted(config.method)}`,
    `url: renderUrl(${quoted(config.url)}, ${secrets.values})`,
    ...(headers.size > 0
      ? [
          `headers: ${block(
            "{",
            [...headers].map(([name, value]) => `${key(name)}: ${value}`),
            "}",
          )}`,
        ]
      : []),
    ...(config.body === "arguments" ? ["body: JSON.stringify(args)"] : []),
    `timeoutMs: ${config.timeoutMs}`,
    `maxBytes: ${config.maxBytes}`,
    "signal: config.signal",
  ];
  const body = [
    `const given = { ${given.join(", ")} };`,
    ...secrets.lines,
    `const answer = await request(${block("{", call, "}")});`,
    "refuseBadStatus(answer);",
    "return answer.body;",
  ];
  const handler = `async (args) => {\n${indent(body.join("\n"))}\n}`;
  return toolCode(httpRequestDefinition, config, scope, { handler, schema: schemaCode(config) });
};

function schemaCode({ parameters }: HttpRequestConfig): string {
  const entries = parameters.map(({ name, type, description, required }) => {
    const schema = `z.${type}().describe(${quoted(description)})`;
    return `${key(name)}: ${required ? schema : `${schema}.optional()`}`;
  });
  return `z.object(${block("{", entries, "}")})`;
}
