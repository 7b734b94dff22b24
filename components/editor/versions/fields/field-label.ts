import { type FormField, formFields } from "@/components/inspector/schema/form-fields";
import { readableName } from "@/components/ui/format/readable-name";
import { definitionOf } from "@/workflows/nodes/registry";
import type { Change } from "../changes/changes";

/** What a place is called in the forms where it is set, e.g. `Conditions › 2 › When`. */
export function fieldLabel({ part, nodeType }: Pick<Change, "part" | "nodeType">, field: string): string {
  if (part !== "node") return named[part][field] ?? path(field);
  if (!field.startsWith("config.")) return named.node[field] ?? path(field);
  const definition = definitionOf(nodeType ?? "");
  const names = field.slice("config.".length).split(".");
  return words(names, definition ? formFields(definition.config) : []).join(" › ");
}

const named: Record<Change["part"], Readonly<Record<string, string>>> = {
  settings: {
    recursionLimit: "Most steps of a run",
    timeoutMs: "Time limit of a run (ms)",
    durability: "When a run is stored",
    answers: "Kept answers",
    "answers.match": "Kept answers",
    "answers.scope": "Kept answers › For",
    "answers.seconds": "Kept answers › Given again for (s)",
    "answers.embedding": "Kept answers › Embedding model",
    "answers.likeness": "Kept answers › Least likeness",
  },
  channel: {
    type: "Type",
    reducer: "How writes are combined",
    default: "Default",
    description: "Description",
  },
  edge: { source: "From", port: "By", target: "To", cap: "At most, times a run" },
  node: {
    title: "Title",
    note: "Notes",
    disabled: "Turned off",
    type: "Type",
    typeVersion: "Version of the type",
    "policy.onError": "On an error",
    "policy.timeoutMs": "Time limit (ms)",
    "policy.retry": "Retries",
  },
};

function words(names: readonly string[], fields: readonly FormField[]): string[] {
  const [name, ...rest] = names;
  if (name === undefined) return [];
  if (/^\d+$/.test(name)) return [String(Number(name) + 1), ...words(rest, fields)];
  const field = fields.find((each) => each.name === name);
  return [field?.hints.label ?? readableName(name), ...words(rest, field?.entry ?? [])];
}

function path(field: string): string {
  return words(field.split("."), []).join(" › ");
}
