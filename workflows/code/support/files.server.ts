import { mkdir, readFile as read, readdir, rm, stat, writeFile as write } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { AppError } from "@/workflows/errors/app-error";
import type { Json } from "@/workflows/graph/json";
import { contentTypeOf, type FileForm, fileName, fromBytes, toBytes } from "@/workflows/nodes/file/content";

interface Place {
  scope: "run" | "thread" | "agent";
  config: LangGraphRunnableConfig;
}
type Named = Place & { name: string };

/** @throws AppError node_failed for a name that is none */
export async function writeFile({
  name,
  form,
  content,
  ...place
}: Named & { form: FileForm; content: Json }) {
  const path = join(folderOf(place), fileName(name));
  await mkdir(dirname(path), { recursive: true });
  await write(path, toBytes(content, form));
}

/** @throws AppError not_found */
export async function readFile({ name, form, ...place }: Named & { form: FileForm }): Promise<Json> {
  const bytes = await read(join(folderOf(place), fileName(name))).catch((cause: unknown) => {
    const message = `There is no file “${name}” of this ${place.scope}.`;
    throw new AppError("not_found", message, { field: "name" }, { cause });
  });
  return fromBytes(bytes, form);
}

/** Whether there was one. */
export async function deleteFile({ name, ...place }: Named): Promise<boolean> {
  const path = join(folderOf(place), fileName(name));
  const was = await stat(path).then(
    () => true,
    () => false,
  );
  await rm(path, { force: true });
  return was;
}

export async function listFiles({ prefix, ...place }: Place & { prefix: string }) {
  const folder = folderOf(place);
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((name) => name.startsWith(prefix))
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      contentType: contentTypeOf(name, "base64"),
      bytes: (await stat(join(folder, name))).size,
    })),
  );
}

function folderOf({ scope, config }: Place): string {
  const root = process.env.FILES_DIR ?? "files";
  if (scope === "agent") return join(root, "agent");
  return join(root, scope, String(config.configurable?.thread_id ?? "none"));
}
