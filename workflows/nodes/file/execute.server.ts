import { written } from "@/workflows/data/limits";
import { AppError } from "@/workflows/errors/app-error";
import { evaluate } from "@/workflows/expressions/evaluate";
import { renderTemplate } from "@/workflows/expressions/template";
import type { Json } from "@/workflows/graph/json";
import type { NodeServices } from "@/workflows/runtime/ports";
import type { NodeContext, NodeExecute, State } from "../execute";
import { contentTypeOf, fileName, fromBytes, toBytes } from "./content";
import type { FileConfig } from "./definition";

const mostListed = 1_000;

export const executeFile: NodeExecute<FileConfig> = (config, services) => async (state, context) => {
  const value = await done(config, services, state, context);
  return { update: config.action === "write" ? {} : written([[config.output, value]]) };
};

async function done(
  config: FileConfig,
  { files }: NodeServices,
  state: State,
  context: NodeContext,
): Promise<Json> {
  const { action, scope, form } = config;
  const place = { scope, runId: context.runId };
  if (action === "list") {
    const found = await files.list(place, {
      prefix: renderTemplate(config.prefix, state),
      limit: mostListed,
    });
    return found.map(({ name, contentType, bytes }) => ({ name, contentType, bytes }));
  }
  const name = fileName(renderTemplate(config.name, state));
  const call = { place, callKey: context.callKey(action) };
  if (action === "delete") return files.delete(call, name);
  if (action === "write") {
    const bytes = toBytes(evaluate(config.content, state), form);
    await files.write(call, { name, contentType: contentTypeOf(name, form), bytes });
    context.log("info", `${name}: ${bytes.byteLength} bytes written`);
    return null;
  }
  const file = await files.read(place, name);
  if (file) return fromBytes(file.bytes, form);
  throw new AppError("not_found", `There is no file “${name}” of this ${scope}.`, { field: "name" });
}
