import { expressionCode, templateCode } from "@/workflows/code/write/expression";
import { block } from "@/workflows/code/write/indent";
import { key, quoted } from "@/workflows/code/write/literal";
import type { NodeScope, WriteNode } from "@/workflows/code/write/scope";
import { durationMs } from "../duration";
import type { StoreConfig } from "./definition";

export const writeStore: WriteNode<StoreConfig> = (config, scope) => {
  scope.note(
    "It keeps its values in LangGraph's InMemoryStore, until the process ends: put another store into lib/store.ts to keep them for good. Whom values of a user belong to is said by `configurable.user_id`.",
  );
  const { action, output } = config;
  const functions = {
    get: "getValue",
    set: "setValue",
    increment: "addTo",
    delete: "deleteValue",
    list: "listValues",
  };
  scope.use("./lib/store", functions[action]);
  const place = [`scope: ${quoted(config.scope)}`, "config"];
  const call = `await ${functions[action]}(${block("{", [...place, ...wish(config, scope)], "}")})`;
  if (action === "set" || !output) return [`${call};`, "return {};"];
  return [`const value = ${call};`, `return { update: { ${key(output)}: value } };`];
};

function wish(config: StoreConfig, scope: NodeScope): string[] {
  const { action, prefix, limit, expires } = config;
  if (action === "list") return [`prefix: ${templateCode(prefix, scope)}`, `limit: ${limit}`];
  const named = `key: ${templateCode(config.key, scope)}`;
  const ttl = expires ? [`ttlMs: ${durationMs(config)}`] : [];
  if (action === "get")
    return [named, `fallback: ${expressionCode(config.fallback.trim() || "null", scope)}`];
  if (action === "set") return [named, `value: ${expressionCode(config.value, scope)}`, ...ttl];
  if (action === "increment") return [named, `by: ${expressionCode(config.by, scope)}`, ...ttl];
  return [named];
}
