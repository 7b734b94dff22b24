import type { ToolDefinition } from "@/lib/api/contract/code-tools";
import type { ToolContract } from "../contract";

/** What of a tool in code agents see, and how it is run. Without network, code can only compute. */
export function contractFrom({ tests: _tests, ...tool }: ToolDefinition): ToolContract {
  const { description, parameters, effect, ...plan } = tool;
  return { description, parameters, effect: plan.network ? effect : "read", plan };
}
