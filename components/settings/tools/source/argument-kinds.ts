import { isJsonObject, type Json, type JsonObject, jsonSchema } from "@/workflows/graph/json";

/** One argument as a form asks for it. */
export interface ArgumentField {
  name: string;
  description: string | undefined;
  required: boolean;
  kind: "text" | "number" | "choice" | "truth" | "json";
  choices: string[];
}

/** The arguments that a tool's JSON schema names; what has a shape of its own is typed as JSON. */
export function argumentFields({ properties, required }: JsonObject): ArgumentField[] {
  if (!isJsonObject(properties)) return [];
  const needed = Array.isArray(required) ? required : [];
  const fields = Object.entries(properties).map(([name, given]): ArgumentField => {
    const schema = isJsonObject(given) ? given : {};
    const choices = Array.isArray(schema.enum) ? schema.enum.filter((each) => typeof each === "string") : [];
    return {
      name,
      description: typeof schema.description === "string" ? schema.description : undefined,
      required: needed.includes(name),
      kind: kindOf(schema, choices.length > 0),
      choices,
    };
  });
  return fields.sort((one, other) => Number(other.required) - Number(one.required));
}

function kindOf({ type }: JsonObject, hasChoices: boolean): ArgumentField["kind"] {
  if (hasChoices) return "choice";
  const types = (Array.isArray(type) ? type : [type]).filter((each) => each !== "null");
  if (types.length !== 1) return "json";
  if (types[0] === "string") return "text";
  if (types[0] === "integer" || types[0] === "number") return "number";
  return types[0] === "boolean" ? "truth" : "json";
}

/** What was typed, as a value; undefined leaves the argument out. */
export function typedValue(kind: ArgumentField["kind"], text: string): Json | undefined {
  if (text === "") return undefined;
  if (kind === "number") return Number.isFinite(Number(text)) ? Number(text) : text;
  return kind === "truth" ? text === "true" : text;
}

/** JSON as what it is, anything else as the text. */
export function readJson(text: string): Json {
  try {
    return jsonSchema.parse(JSON.parse(text));
  } catch {
    return text;
  }
}
