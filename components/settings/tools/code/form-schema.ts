import { z } from "zod";
import { type ToolDefinition, toolDefinitionSchema } from "@/lib/api/contract/code-tools";
import { effects } from "@/lib/api/contract/tools";
import { type Json, jsonObjectSchema, jsonSchema } from "@/workflows/graph/json";
import { field } from "@/workflows/nodes/field";
import { toolNameSchema } from "@/workflows/tools/tool-name";
import { argumentTypes, listOf, schemaOf } from "./argument-list";

const argumentSchema = z.strictObject({
  name: field(z.string().min(1), { label: "Name", placeholder: "city" }),
  type: field(z.enum(argumentTypes).default("string"), { label: "Type" }),
  description: field(z.string().default(""), {
    label: "Description",
    placeholder: "Tells the model what to give",
  }),
  required: field(z.boolean().default(true), { label: "Required" }),
});

const testSchema = z.strictObject({
  name: field(z.string().min(1), { label: "Name", placeholder: "What it shows" }),
  args: field(jsonObjectSchema.default({}), { label: "Arguments", control: "json" }),
  expects: field(z.enum(["result", "error"]).default("result"), { label: "Expected" }),
  value: field(jsonSchema.default(null), {
    label: "Result",
    control: "json",
    showWhen: { field: "expects", in: ["result"] },
  }),
  includes: field(z.string().default(""), {
    label: "Its message holds",
    help: "Empty: any error.",
    showWhen: { field: "expects", in: ["error"] },
  }),
});

/** A tool in code as its form has it: flat, with arguments as a list or as they are. */
export const codeToolFormSchema = z.strictObject({
  description: field(z.string(), {
    label: "Purpose",
    control: "multiline",
    help: "Tells the model when to use it.",
  }),
  writtenAs: field(z.enum(["list", "schema"]).default("list"), {
    label: "Arguments written as",
    help: "A JSON schema can say more: choices, bounds, lists of objects.",
  }),
  arguments: field(z.array(argumentSchema).default([]), {
    label: "Arguments",
    showWhen: { field: "writtenAs", in: ["list"] },
  }),
  parameters: field(jsonObjectSchema.default({ type: "object", properties: {} }), {
    label: "JSON schema of the arguments",
    control: "json-schema",
    showWhen: { field: "writtenAs", in: ["schema"] },
  }),
  code: field(z.string(), {
    label: "Code",
    control: "javascript",
    help: "Body of an async function. It sees args and returns a value that is JSON.",
    placeholder: "return args.net * 1.2;",
  }),
  tests: field(z.array(testSchema).default([]), {
    label: "Tests",
    help: "They run before each save. Calls that the code makes are real.",
  }),
  network: field(z.boolean().default(false), {
    label: "May call web addresses",
    help: "Gives the code fetch, inside what the workspace may call.",
  }),
  effect: field(z.enum(effects).default("act"), {
    label: "What its calls do",
    help: "Read: change nothing. Repeatable: change nothing more when made again. Act: act each time; after a crash in the middle a person is asked.",
    showWhen: { field: "network", in: [true] },
  }),
  timeoutMs: field(z.int().default(5_000), { label: "Time limit (ms)", control: "duration", advanced: true }),
  memoryMb: field(z.int().default(64), { label: "Memory limit (MB)", control: "number", advanced: true }),
});
export type CodeToolForm = Record<string, Json>;

/** Of a new tool, which has a name to choose. */
export const nameFieldSchema = z.strictObject({
  name: field(toolNameSchema, {
    label: "Name",
    help: "By which models call it.",
    placeholder: "gross_price",
  }),
});

export function formOf({ parameters, tests, ...rest }: ToolDefinition): CodeToolForm {
  const list = listOf(parameters);
  return {
    ...rest,
    parameters,
    writtenAs: list ? "list" : "schema",
    arguments: (list ?? []).map((each) => ({ ...each })),
    tests: tests.map(({ name, args, expect }) => ({
      name,
      args,
      expects: expect.type,
      ...(expect.type === "result" ? { value: expect.value } : { includes: expect.includes }),
    })),
  };
}

export const emptyForm: CodeToolForm = {
  description: "",
  writtenAs: "list",
  arguments: [],
  code: "",
  tests: [],
};

/** The definition, or what is wrong with it, by field of the form. */
export function definitionOf(
  form: CodeToolForm,
): { definition: ToolDefinition } | { problems: { path: string; message: string }[] } {
  const read = codeToolFormSchema.safeParse(form);
  if (!read.success) return { problems: problemsOf(read.error) };
  const { writtenAs, arguments: list, parameters, tests, ...rest } = read.data;
  const whole = toolDefinitionSchema.safeParse({
    ...rest,
    parameters: writtenAs === "list" ? schemaOf(list) : parameters,
    tests: tests.map(({ name, args, expects, value, includes }) => ({
      name,
      args,
      expect: expects === "result" ? { type: "result", value } : { type: "error", includes },
    })),
  });
  return whole.success ? { definition: whole.data } : { problems: problemsOf(whole.error) };
}

/** Changes a field; between the two ways of writing arguments they are taken along. */
export function changed(form: CodeToolForm, key: string, value: Json | undefined): CodeToolForm {
  const { [key]: _, ...rest } = form;
  const next: CodeToolForm = value === undefined ? rest : { ...rest, [key]: value };
  if (key !== "writtenAs") return next;
  if (value === "schema") {
    const list = codeToolFormSchema.shape.arguments.safeParse(form.arguments ?? []);
    return list.success ? { ...next, parameters: schemaOf(list.data) } : next;
  }
  const parameters = jsonObjectSchema.safeParse(form.parameters ?? {});
  const list = parameters.success ? listOf(parameters.data) : null;
  // What a list cannot say is not thrown away.
  return list ? { ...next, arguments: list.map((each) => ({ ...each })) } : form;
}

function problemsOf({ issues }: z.ZodError): { path: string; message: string }[] {
  return issues.map(({ path, message }) => ({ path: path.join("."), message }));
}
