import type { GraphPlan } from "@/workflows/compile/plan-types";
import { block } from "./indent";
import { key, literal } from "./literal";

/** `src/state.ts`: the channels, and which of them go in and come out. */
export function stateFile({ channels, inputs, outputs }: GraphPlan): string {
  const table = Object.entries(channels).map(([name, channel]) => `${key(name)}: ${literal(channel)}`);
  const given = inputs.map(
    ({ channel, required }) => `${key(channel)}: "${required ? "required" : "optional"}"`,
  );
  return [
    'import type { Channels } from "./lib/graph/channel";',
    'import type { Inputs } from "./lib/state";',
    "",
    "/** The state: what each channel holds, and how it combines writes. */",
    `export const channels: Channels = ${block("{", table, "}")};`,
    "",
    "/** What a run is given. */",
    `export const inputs: Inputs = ${given.length > 0 ? `{ ${given.join(", ")} }` : "{}"};`,
    "",
    "/** What it gives back. */",
    `export const outputs: readonly string[] = ${literal(outputs)};`,
    "",
  ].join("\n");
}
