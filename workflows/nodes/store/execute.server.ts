import { evaluate } from "@/workflows/expressions/evaluate";
import { renderTemplate } from "@/workflows/expressions/template";
import type { Json } from "@/workflows/graph/json";
import type { NodeServices } from "@/workflows/runtime/ports";
import { durationMs } from "../duration";
import type { NodeContext, NodeExecute, State } from "../execute";
import type { StoreConfig } from "./definition";
import { amountOf, storeKey } from "./key";

export const executeStore: NodeExecute<StoreConfig> = (config, services) => async (state, context) => {
  const value = await done(config, services, state, context);
  const writes = config.output && config.action !== "set";
  return { update: writes && config.output ? { [config.output]: value } : {} };
};

async function done(
  config: StoreConfig,
  { store }: NodeServices,
  state: State,
  context: NodeContext,
): Promise<Json> {
  const { action, scope, limit, expires } = config;
  const place = { scope, runId: context.runId };
  if (action === "list") {
    const listed = await store.list(place, { prefix: renderTemplate(config.prefix, state), limit });
    return listed.map(({ key, value }) => ({ key, value }));
  }
  const key = storeKey(renderTemplate(config.key, state));
  if (action === "get") {
    const found = await store.get(place, key);
    context.log("info", `${scope} “${key}”: ${found === undefined ? "nothing there" : "found"}`);
    return found === undefined ? evaluate(config.fallback.trim() || "null", state) : found;
  }
  const call = { place, callKey: context.callKey(action) };
  const ttlMs = expires ? durationMs(config) : undefined;
  if (action === "delete") return store.delete(call, key);
  if (action === "increment") {
    return store.increment(call, { key, by: amountOf(evaluate(config.by, state)), ttlMs });
  }
  await store.set(call, { key, value: evaluate(config.value, state), ttlMs });
  context.log("info", `${scope} “${key}”: written`);
  return null;
}
