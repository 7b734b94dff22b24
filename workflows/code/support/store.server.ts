import { type BaseStore, InMemoryStore, type LangGraphRunnableConfig } from "@langchain/langgraph";
import { z } from "zod";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { amountOf, storeKey } from "@/workflows/nodes/store/key";

/** Where values are kept: in this process. Any of LangGraph's stores takes its place. */
export const store: BaseStore = new InMemoryStore();

interface Place {
  scope: "thread" | "user" | "agent";
  config: LangGraphRunnableConfig;
}

const itemSchema = z.object({ value: jsonSchema, expiresAt: z.number().nullable() });

/** What is kept under a key. @throws AppError */
export async function getValue({
  key,
  fallback,
  ...place
}: Place & { key: string; fallback: Json }): Promise<Json> {
  const known = await liveItem(place, storeKey(key));
  return known ? known.value : fallback;
}

/** @throws AppError */
export async function setValue(put: Place & { key: string; value: Json; ttlMs?: number }): Promise<void> {
  const expiresAt = put.ttlMs === undefined ? null : Date.now() + put.ttlMs;
  await store.put(namespace(put), storeKey(put.key), { value: put.value, expiresAt });
}

/** The new number. Its time to live begins with the first. @throws AppError */
export async function addTo({ key, by, ttlMs, ...place }: Place & { key: string; by: Json; ttlMs?: number }) {
  const known = await liveItem(place, storeKey(key));
  const value = amountOf(known?.value ?? 0) + amountOf(by);
  const expiresAt = known ? known.expiresAt : ttlMs === undefined ? null : Date.now() + ttlMs;
  await store.put(namespace(place), key, { value, expiresAt });
  return value;
}

/** Whether there was something. @throws AppError */
export async function deleteValue({ key, ...place }: Place & { key: string }): Promise<boolean> {
  const known = await liveItem(place, storeKey(key));
  await store.delete(namespace(place), key);
  return known !== undefined;
}

/** Keys and values under a prefix, by key. */
export async function listValues({ prefix, limit, ...place }: Place & { prefix: string; limit: number }) {
  const items = await store.search(namespace(place), { limit: 10_000 });
  return items
    .filter(({ key, value }) => key.startsWith(prefix) && isLive(itemSchema.parse(value)))
    .map(({ key, value }) => ({ key, value: itemSchema.parse(value).value }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .slice(0, limit);
}

async function liveItem(place: Place, key: string): Promise<z.infer<typeof itemSchema> | undefined> {
  const found = await store.get(namespace(place), key);
  const item = found ? itemSchema.parse(found.value) : undefined;
  return item && isLive(item) ? item : undefined;
}

function isLive({ expiresAt }: { expiresAt: number | null }): boolean {
  return expiresAt === null || expiresAt > Date.now();
}

function namespace({ scope, config }: Place): string[] {
  const { thread_id, user_id } = config.configurable ?? {};
  if (scope === "agent") return ["agent"];
  return [scope, String(scope === "thread" ? thread_id : (user_id ?? "nobody"))];
}
