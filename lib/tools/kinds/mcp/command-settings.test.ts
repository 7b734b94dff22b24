import { describe, expect, it } from "vitest";
import { mcpCommandsSchema } from "./command-settings";
import { commandNamed } from "./commands";

describe("commands of the operator", () => {
  it("are read from JSON", () => {
    expect(mcpCommandsSchema.parse('{"files": {"command": "mcp-files", "env": ["TOKEN"]}}')).toEqual({
      files: { command: "mcp-files", args: [], env: ["TOKEN"] },
    });
  });

  it.each([
    ["{files}", /must be JSON/],
    ["[]", /expected record/i],
    ['{"a b": {"command": "x"}}', /a b/],
    ['{"files": {"command": ""}}', /files\.command/],
    ['{"files": {"command": "x", "shell": true}}', /shell/],
    ['{"files": {"command": "x", "env": ["A=b"]}}', /files\.env\.0/],
  ])("are refused: %s", (text, message) => {
    expect(mcpCommandsSchema.safeParse(text).error?.issues[0]?.message).toMatch(message);
  });

  it("get of our environment what is named, and what every program needs", () => {
    process.env.SIGNALBOX_TEST_TOKEN = "t0ken";
    process.env.SIGNALBOX_TEST_OTHER = "hidden";
    const commands = {
      files: { command: "mcp-files", args: ["-v"], env: ["SIGNALBOX_TEST_TOKEN", "MISSING"] },
    };
    const { env, ...started } = commandNamed(commands, "files");
    expect(started).toEqual({ command: "mcp-files", args: ["-v"], stderr: "pipe" });
    expect(env).toMatchObject({ SIGNALBOX_TEST_TOKEN: "t0ken", PATH: process.env.PATH });
    expect(env).not.toHaveProperty("SIGNALBOX_TEST_OTHER");
    expect(env).not.toHaveProperty("MISSING");
  });

  it.each(["nope", "toString"])("are there by their own names alone: %s", (name) => {
    expect(() => commandNamed({}, name)).toThrow(/named no command/);
  });
});
