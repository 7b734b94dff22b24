import { secretNames } from "@/workflows/http/secret-names";

/** Something of the workspace without which a node or tool cannot do its work, and the config field that names it. */
export type Need = { field: string } & (
  | { kind: "model"; reference: string }
  | { kind: "agent"; slug: string }
  | { kind: "secret"; name: string }
);

/** The secrets that a `{{ … }}` template asks for, placed at its config field. */
export function secretNeeds(field: string, template: string): Need[] {
  return secretNames(template).map((name) => ({ kind: "secret", field, name }));
}
