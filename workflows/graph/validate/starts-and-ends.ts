import type { Issue } from "@/workflows/graph/issue";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import { addNodeFix } from "./fixes";
import { type Rule, type Subject, titlesOf } from "./subject";

/** A run needs one place to begin and somewhere to end. */
export const startsAndEnds: Rule = (subject) => [...starts(subject), ...ends(subject)];

function starts(subject: Subject): Issue[] {
  if (subject.starts.length === 1) return [];
  if (subject.starts.length > 1) {
    const message = `A graph begins in one place, but ${titlesOf(subject, subject.starts)} are all starts. Keep one.`;
    const path = { nodeId: subject.starts[1] };
    return [{ code: "several_starts", severity: "error", path, message }];
  }
  const definition = withRole(subject, "start");
  const message = "Nothing says where a run begins. Add a Start.";
  const fix = definition && addNodeFix(subject, definition);
  return [{ code: "no_start", severity: "error", path: {}, message, ...(fix ? { fix } : {}) }];
}

function ends(subject: Subject): Issue[] {
  if (subject.ends.length > 0) return [];
  const definition = withRole(subject, "end");
  const message = "Nothing says where a run ends and what it gives back. Add an End.";
  const fix = definition && addNodeFix(subject, definition);
  return [{ code: "no_end", severity: "error", path: {}, message, ...(fix ? { fix } : {}) }];
}

function withRole(subject: Subject, role: "start" | "end"): NodeDefinition | undefined {
  return Object.values(subject.definitions).find((definition) => definition.role === role);
}
