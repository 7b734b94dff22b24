import { type NeverMatches, neverMatches } from "@/workflows/graph/conditions/never-matches";
import type { Issue } from "@/workflows/graph/issue";
import type { Choice } from "@/workflows/nodes/definition";
import { tryEarlierFix } from "./reorder";
import { quoted, type Rule, type SubjectNode } from "./subject";

/** Every condition that chooses a way can decide: none before it takes all its cases. */
export const branches: Rule = ({ nodes }) =>
  nodes.flatMap((node) => deadChoices(node.choices).map((dead) => issueOf(node, dead)));

const known = new WeakMap<readonly Choice[], NeverMatches[]>();

/** Kept with the choices, which a node's facts hand out as long as its settings stay. */
function deadChoices(choices: readonly Choice[]): NeverMatches[] {
  const found = known.get(choices) ?? neverMatches(choices.map(({ when }) => when));
  known.set(choices, found);
  return found;
}

function issueOf(node: SubjectNode, dead: NeverMatches): Issue {
  const choice = node.choices[dead.index];
  const before = dead.after.map((index) => node.choices[index]?.label ?? "");
  const label = choice?.label ?? "";
  const takes = before.length === 1 ? "takes" : "together take";
  const what =
    before.length === 0
      ? `“${label}” can never be true: its parts exclude each other.`
      : `“${label}” never decides: ${quoted(before)} before it ${takes} every case of it.`;
  const fix = tryEarlierFix(node, dead);
  return {
    code: "branch_never_matches",
    severity: "warning",
    path: { nodeId: node.id, ...(choice ? { port: choice.port, field: choice.field } : {}) },
    message: `“${node.node.title}”: ${what} ${fix ? "Try it first" : "Change the condition"} or remove it.`,
    ...(fix ? { fix } : {}),
  };
}
