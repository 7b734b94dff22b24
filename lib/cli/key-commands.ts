import { type Command, Option } from "commander";
import { writeAudit } from "@/lib/audit/audit";
import { createApiKey } from "@/lib/auth/api-keys";
import { type KeyScope, keyScopes } from "@/lib/auth/permissions";
import type { Core } from "@/lib/server/core";
import { operatorOf } from "./operator";
import { note, print } from "./output";
import { action, withCore } from "./session";

interface CreateOptions {
  name: string;
  scope: KeyScope[];
  workspace?: string;
}

export function addKeyCommands(program: Command): void {
  const key = program.command("key").description("API keys");
  key
    .command("create")
    .description("Create an API key and print it, once")
    .requiredOption("--name <name>", "what it is for")
    .addOption(new Option("--scope <scopes...>", "what it may do").choices(keyScopes).default(["run"]))
    .option("--workspace <workspace>", "id or name; the first one if left out")
    .action(action((options: CreateOptions) => withCore((core) => create(core, options))));
}

async function create({ database }: Core, { name, scope, workspace }: CreateOptions): Promise<void> {
  const actor = await operatorOf(database.db, workspace);
  const made = await createApiKey(database.db, actor, { name, scopes: scope });
  const target = { kind: "api-key", id: made.id };
  await writeAudit(database.db, { actor, action: "api-key.create", target, data: { scopes: scope } });
  note(`Key ${made.id} may ${made.scopes.join(", ")}. It is not shown again:`);
  print(made.key);
}
