import { loosePorts } from "@/workflows/nodes/card";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import type { Join } from "./add-node";

/** Whether a fresh node of this type can stand where it is asked for: nothing leads into Start or out of End. */
export function canJoin(definition: NodeDefinition, join: Join | undefined): boolean {
  if (!join) return true;
  const leadsOut = loosePorts(definition, definition.initial).length > 0;
  if ("target" in join) return leadsOut;
  if (definition.role === "start") return false;
  return "source" in join || leadsOut;
}
