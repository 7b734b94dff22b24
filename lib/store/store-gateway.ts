import type { Pool } from "pg";
import type { StoreGateway } from "@/workflows/runtime/ports";
import { changeOnce } from "./change";
import { listValues, readValue } from "./read";
import { addTo, putValue, removeValue } from "./write";

/** What the runs of a workspace keep by key. */
export function storeGateway(pool: Pool, workspaceId: string): StoreGateway {
  return {
    get: (place, key) => readValue(pool, workspaceId, place, key),
    list: (place, wish) => listValues(pool, workspaceId, place, wish),
    async set(call, put) {
      await changeOnce(pool, workspaceId, call, (change) => putValue(change, put));
    },
    async increment(call, add) {
      return Number(await changeOnce(pool, workspaceId, call, (change) => addTo(change, add)));
    },
    async delete(call, key) {
      return (await changeOnce(pool, workspaceId, call, (change) => removeValue(change, key))) === true;
    },
  };
}
