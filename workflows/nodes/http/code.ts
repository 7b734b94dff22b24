import { templateCode } from "@/workflows/code/write/expression";
import { block } from "@/workflows/code/write/indent";
import { key, literal, quoted } from "@/workflows/code/write/literal";
import type { NodeScope, WriteNode } from "@/workflows/code/write/scope";
import { declareSecrets } from "@/workflows/code/write/secrets";
import { isUnsafe } from "@/workflows/http/methods";
import type { HttpConfig } from "./definition";

export const writeHttp: WriteNode<HttpConfig> = (config, scope) => {
  scope.use("./lib/request", "request");
  scope.use("./lib/http/render-url", "renderUrl");
  const texts = [config.url, ...[...config.query, ...config.headers].map((pair) => pair.value)];
  const secrets = declareSecrets(texts, scope);
  const query = config.query.map(
    (pair) => `[${quoted(pair.name)}, ${templateCode(pair.value, scope, secrets.values)}]`,
  );
  const call = [
    `method: ${quoted(config.method)}`,
    `url: renderUrl(${quoted(config.url)}, ${secrets.values})`,
    ...(query.length > 0 ? [`query: ${block("[", query, "]")}`] : []),
    ...headersCode(config, scope, secrets.values),
    ...bodyCode(config, scope),
    `timeoutMs: ${config.timeoutMs}`,
    `maxBytes: ${config.maxBytes}`,
    "signal: config.signal",
  ];
  return [
    ...secrets.lines,
    `const answer = await request(${block("{", call, "}")});`,
    ...checkCode(config, scope),
    `return { update: ${updateCode(config, scope)} };`,
  ];
};

function headersCode(config: HttpConfig, scope: NodeScope, values: string): string[] {
  const types = { none: [], json: ["application/json"], text: ["text/plain; charset=utf-8"] };
  const entries = new Map([
    ...types[config.body].map((type) => ["content-type", quoted(type)] as const),
    // LangGraph keeps a task's id over retries and resumes.
    ...(isUnsafe(config.method) ? [["idempotency-key", 'config.executionInfo?.taskId ?? ""'] as const] : []),
    ...config.headers.map(
      (pair) => [pair.name.toLowerCase(), templateCode(pair.value, scope, values)] as const,
    ),
  ]);
  const lines = [...entries].map(([name, value]) => `${key(name)}: ${value}`);
  return lines.length > 0 ? [`headers: ${block("{", lines, "}")}`] : [];
}

function bodyCode(config: HttpConfig, scope: NodeScope): string[] {
  if (config.body === "none") return [];
  const content = templateCode(config.content, scope);
  if (config.body === "text") return [`body: ${content}`];
  scope.use("./lib/request", "jsonBody");
  return [`body: jsonBody(${content})`];
}

function checkCode(config: HttpConfig, scope: NodeScope): string[] {
  if (!config.failOnStatus) return [];
  scope.use("./lib/http/read-answer", "refuseBadStatus");
  return ["refuseBadStatus(answer);"];
}

function updateCode(config: HttpConfig, scope: NodeScope): string {
  if (config.output) scope.use("./lib/http/read-answer", "readAnswer");
  const parts = [
    ...(config.output ? [`${key(config.output)}: readAnswer(answer, ${literal(config.parse)})`] : []),
    ...(config.statusChannel ? [`${key(config.statusChannel)}: answer.status`] : []),
  ];
  return parts.length > 0 ? `{ ${parts.join(", ")} }` : "{}";
}
