import { expect, it, vi } from "vitest";
import type { SourceAuth } from "@/lib/api/contract/tools";
import { credentialsOf } from "./credentials";

const secrets = { reveal: async (name: string) => `value of ${name}` };

it.each<[SourceAuth, object, unknown]>([
  [{ type: "none" }, {}, []],
  [{ type: "bearer", secret: "KEY" }, { authorization: "Bearer value of KEY" }, []],
  [{ type: "header", name: "X-API-Key", secret: "KEY" }, { "x-api-key": "value of KEY" }, []],
  [{ type: "query", name: "key", secret: "KEY" }, {}, [["key", "value of KEY"]]],
  [
    { type: "basic", username: "ada", secret: "KEY" },
    { authorization: `Basic ${Buffer.from("ada:value of KEY").toString("base64")}` },
    [],
  ],
])("%j", async (auth, headers, query) => {
  expect(await credentialsOf(auth, secrets)).toMatchObject({ headers, query });
});

it("names all that must not be told on, encoded passwords too", async () => {
  const { secrets: known } = await credentialsOf({ type: "basic", username: "ada", secret: "KEY" }, secrets);
  expect(Object.values(known)).toEqual(["value of KEY", Buffer.from("ada:value of KEY").toString("base64")]);
});

it("asks for no secret where none is needed, and fails where one is gone", async () => {
  const reveal = vi.fn(() => Promise.reject(new Error("gone")));
  await credentialsOf({ type: "none" }, { reveal });
  expect(reveal).not.toHaveBeenCalled();
  await expect(credentialsOf({ type: "bearer", secret: "KEY" }, { reveal })).rejects.toThrow("gone");
});
