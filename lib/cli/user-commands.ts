import { randomBytes } from "node:crypto";
import { type Command, Option } from "commander";
import { createExampleAgents } from "@/lib/agents/example-agents";
import { writeAudit } from "@/lib/audit/audit";
import { hashPassword } from "@/lib/auth/password";
import { type Role, roles } from "@/lib/auth/permissions";
import { createFirstAdmin, needsSetup } from "@/lib/auth/setup";
import { createUser } from "@/lib/auth/users";
import { addMember } from "@/lib/auth/workspaces";
import type { Core } from "@/lib/server/core";
import { AppError } from "@/workflows/errors/app-error";
import { operatorOf } from "./operator";
import { note, print } from "./output";
import { action, withCore } from "./session";

interface CreateOptions {
  email: string;
  name: string;
  role: Role;
  password?: string;
  workspace?: string;
}

export function addUserCommands(program: Command): void {
  const user = program.command("user").description("People");
  user
    .command("create")
    .description("Create an account; the first one is the administrator of a new workspace")
    .requiredOption("--email <address>", "e-mail address to sign in with")
    .requiredOption("--name <name>", "name that others see")
    .addOption(new Option("--role <role>", "role in the workspace").choices(roles).default("developer"))
    .option("--password <password>", "at least 10 characters; generated and printed once if left out")
    .option("--workspace <workspace>", "id or name; for the first account the name of the new workspace")
    .action(action((options: CreateOptions) => withCore((core) => create(core, options))));
}

async function create(core: Core, options: CreateOptions): Promise<void> {
  const password = options.password ?? randomBytes(12).toString("base64url");
  if (password.length < 10) throw tooShort();
  if (await needsSetup(core.database.db)) await createAdmin(core, { ...options, password });
  else await createMember(core, { ...options, password });
  if (!options.password) print(password);
}

const tooShort = () => new AppError("invalid_input", "A password needs at least 10 characters.");

async function createAdmin({ database }: Core, options: CreateOptions & { password: string }): Promise<void> {
  const { email, name, password, workspace = "Workspace" } = options;
  await createFirstAdmin(database.db, { email, name, password, workspace }, createExampleAgents);
  note(`${email} is the administrator of the new workspace ${workspace}.`);
}

async function createMember(
  { database }: Core,
  options: CreateOptions & { password: string },
): Promise<void> {
  const { email, name, role } = options;
  const passwordHash = await hashPassword(options.password);
  await database.db.transaction(async (tx) => {
    const actor = await operatorOf(tx, options.workspace);
    const user = await createUser(tx, { email, name, passwordHash });
    await addMember(tx, { workspaceId: actor.workspaceId, userId: user.id, role });
    await writeAudit(tx, {
      actor,
      action: "member.create",
      target: { kind: "user", id: user.id },
      data: { role },
    });
  });
  note(`${email} is a member with the role ${role}.`);
}
