import type { Ability } from "@/workflows/catalogue/facts";
import { secretNames } from "@/workflows/http/secret-names";

/** Something of the workspace without which a node or tool cannot do its work, and the config field that names it. */
export type Need = { field: string } & (
  | { kind: "model"; reference: string; uses?: ModelUse }
  /** `call`: what is asked of it by name, where the node cannot do without it. */
  | { kind: "agent"; slug: string; call?: AgentCallNeed }
  | { kind: "secret"; name: string }
  | { kind: "tool"; tool: PickedTool }
);

/** What a node will ask of a model, as far as its settings say. */
export interface ModelUse {
  abilities: Ability[];
  /** Tokens that an answer may have. */
  answerTokens?: number | undefined;
}

/** A tool of a tool source as a graph names it: what counts of it before it runs stands beside its id. */
export interface PickedTool {
  id: string;
  name: string;
  repeatable: boolean;
  /** Of a tool in code; absent: always the newest. */
  version?: number | undefined;
}

/** What a called agent must take and give, and from and to which channels here. */
export interface AgentCallNeed {
  /** Absent: the live one. */
  version?: number;
  inputs: CalledChannel[];
  outputs: CalledChannel[];
}

export interface CalledChannel {
  /** The channel of the called agent. */
  there: string;
  here: string;
  /** The config field that names the one over there. */
  field: string;
}

/** The secrets that a `{{ … }}` template asks for, placed at its config field. */
export function secretNeeds(field: string, template: string): Need[] {
  return secretNames(template).map((name) => ({ kind: "secret", field, name }));
}
