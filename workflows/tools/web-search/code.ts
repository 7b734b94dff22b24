import { literal, quoted } from "@/workflows/code/write/literal";
import type { WriteTool } from "@/workflows/code/write/scope";
import { declareSecrets } from "@/workflows/code/write/secrets";
import { toolCode } from "../tool-code";
import { type WebSearchConfig, webSearchDefinition } from "./definition";

export const writeWebSearch: WriteTool<WebSearchConfig> = (config, scope) => {
  scope.use("./lib/request", "request");
  scope.use("./lib/tools/web-search/search", "searchWeb");
  scope.use("zod", "z");
  const { provider, address, count, secret, timeoutMs } = config;
  const { lines } = declareSecrets(secret ? [`{{ secrets.${secret} }}`] : [], scope);
  const key = secret ? `secrets[${quoted(secret)}]` : "undefined";
  const send = `(call) => request({ ...call, timeoutMs: ${timeoutMs}, maxBytes: 1_000_000, signal: config.signal })`;
  const handler = [
    "({ query }) => {",
    ...lines.map((line) => `  ${line}`),
    `  return searchWeb(${literal({ provider, address, count })}, query, ${key}, ${send});`,
    "}",
  ].join("\n");
  return toolCode(webSearchDefinition, config, scope, {
    handler,
    schema: 'z.object({ query: z.string().min(1).max(400).describe("What to search for, in a few words") })',
  });
};
