import { readValues } from "@/components/editor/panels/readings";
import { readStored, writeStored } from "@/components/editor/panels/stored";
import type { JsonObject } from "@/workflows/graph/json";
import { withoutSecrets } from "../input/secret-names";

interface Place {
  userId: string;
  agentId: string;
  nodeId: string;
}

const keyOf = ({ userId, agentId, nodeId }: Place) => `signalbox.tried.${userId}.${agentId}.${nodeId}`;

/** What a person last tried a node with, in this browser. */
export function triedValues(place: Place): JsonObject | undefined {
  return readStored(keyOf(place), readValues);
}

export function keepTried(place: Place, values: JsonObject): void {
  writeStored(keyOf(place), withoutSecrets(values));
}
