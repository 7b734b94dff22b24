import { execFile } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { signIn } from "@/lib/auth/sign-in";
import type { DatabaseHandle } from "@/lib/db/database";
import { temporaryDataDir } from "@/lib/db/testing/temporary-data-dir";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { chatAgent } from "@/workflows/templates/chat-agent";

let handle: DatabaseHandle;
let folder = "";
/** Each command is a process of its own; a busy machine needs seconds to load one. */
const patience = 240_000;

beforeAll(async () => {
  handle = await createTestDatabase();
  folder = temporaryDataDir();
  writeFileSync(join(folder, "chat.json"), JSON.stringify(chatAgent.document));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await handle.close();
});

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command line in a process of its own, from the sources, in a folder with the files of the test. */
async function signalbox(...args: string[]): Promise<Outcome> {
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: "test" as const,
    DATABASE_URL: handle.url,
    DATA_DIR: folder,
    INIT_CWD: folder,
  };
  const command = ["--import", "tsx", "lib/cli/main.ts", ...args];
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, command, { env })) };
  } catch (error) {
    const failed = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });
    return failed.parse(error);
  }
}

test(
  "from an empty database to the output of an agent, without a browser",
  async () => {
    const early = await signalbox("key", "create", "--name", "CI");
    expect(early).toMatchObject({ code: 1, stdout: "" });
    expect(early.stderr).toContain("There is no workspace yet");

    const admin = await signalbox("user", "create", "--email", "ada@example.com", "--name", "Ada");
    const password = admin.stdout.trim();
    expect(await signIn(handle.db, { email: "ada@example.com", password })).toMatchObject({ name: "Ada" });

    const key = await signalbox("key", "create", "--name", "CI", "--scope", "run", "read");
    expect(key.stdout).toMatch(/^sb_[\w-]{43}\n$/);

    const imported = await signalbox("agent", "import", "chat.json", "--name", "My agent");
    expect(imported.stdout).toBe("my-agent\n");
    const published = await signalbox("agent", "publish", "my-agent", "--note", "first");
    expect(published.stdout).toBe("1\n");
    await signalbox("agent", "export", "my-agent", "--version", "1", "-o", "copy.json");
    expect(JSON.parse(readFileSync(join(folder, "copy.json"), "utf8"))).toEqual(chatAgent.document);

    const written = await signalbox("agent", "export", "my-agent", "--code", "project");
    expect(written.stderr).toContain("Assistant: It uses the offline model");
    writeFileSync(join(folder, "project/src/nodes/assistant.ts"), "export {};\n");
    const back = await signalbox("agent", "import", "project", "--name", "From code");
    expect(back).toMatchObject({ code: 0, stdout: "from-code\n" });
    expect(back.stderr).toContain("Assistant: src/nodes/assistant.ts was edited after the export");

    const run = await signalbox("agent", "run", "copy.json", "--input", '{"messages":"What is 12*7?"}');
    expect(run.code).toBe(0);
    expect(run.stderr).toContain("calculator");
    expect(run.stdout).toContain("84");
    expect(JSON.parse(run.stdout)).toHaveProperty("messages");

    const doctor = await signalbox("doctor");
    expect(doctor).toMatchObject({ code: 0, stderr: "" });
    expect(doctor.stdout).toContain("✓ Migrations: all applied");
  },
  patience,
);

test.each<[string, string[], string]>([
  ["a file that is not there", ["agent", "run", "missing.json"], "missing.json cannot be read"],
  ["input that is no JSON", ["agent", "run", "chat.json", "--input", "{"], "--input is not valid JSON"],
  [
    "a scope that does not exist",
    ["key", "create", "--name", "x", "--scope", "fly"],
    "Allowed choices are run",
  ],
])(
  "says what is wrong with %s",
  async (_, args, words) => {
    const outcome = await signalbox(...args);
    expect(outcome).toMatchObject({ code: 1, stdout: "" });
    expect(outcome.stderr).toContain(words);
  },
  patience,
);
