import type { JsonObject } from "@/workflows/graph/json";
import { literal } from "./literal";
import type { NodeScope } from "./scope";

/**
 * The body of a node whose work is one function of the library, over its settings and the state.
 * @param module where the function stands, from `workflows/`
 */
export function libraryCall(
  scope: Pick<NodeScope, "use">,
  module: string,
  name: string,
  settings: JsonObject,
): string[] {
  scope.use(`./lib/${module}`, name);
  return [`return ${name}(${literal(settings)}, state);`];
}
