import { secretNames } from "@/workflows/http/secret-names";

/** Something of the workspace without which a node or tool cannot do its work, and the config field that names it. */
export type Need = { field: string } & (
  | { kind: "model"; reference: string }
  /** `call`: what is asked of it by name, where the node cannot do without it. */
  | { kind: "agent"; slug: string; call?: AgentCallNeed }
  | { kind: "secret"; name: string }
);

/** Names that a called agent must know. */
export interface AgentCallNeed {
  /** Absent: the live one. */
  version?: number;
  inputs: string[];
  outputs: string[];
}

/** The secrets that a `{{ … }}` template asks for, placed at its config field. */
export function secretNeeds(field: string, template: string): Need[] {
  return secretNames(template).map((name) => ({ kind: "secret", field, name }));
}
