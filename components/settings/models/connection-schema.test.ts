import { describe, expect, it } from "vitest";
import type { Provider } from "../items";
import { connectionDefaults, connectionFormSchema, modelNames } from "./connection-schema";

const openai: Provider = {
  type: "openai",
  title: "OpenAI",
  summary: "",
  needsKey: true,
  keyHelp: null,
  needsBaseUrl: false,
  baseUrlHelp: null,
  baseUrl: null,
  settings: [],
  listsModels: true,
  defaultModels: ["one", "two"],
};
const local: Provider = { ...openai, type: "openai-compatible", needsKey: false, needsBaseUrl: true };

describe("modelNames", () => {
  it.each([
    ["one\ntwo", ["one", "two"]],
    [" one , two,,\n\n three ", ["one", "two", "three"]],
    ["one\none", ["one"]],
    ["", []],
  ])("%j", (text, names) => {
    expect(modelNames(text)).toEqual(names);
  });
});

describe("connectionFormSchema", () => {
  const typed = { provider: openai.type, name: "Ours", models: "one, two", key: "k" };

  it("turns what is typed into the body of the contract", () => {
    expect(connectionFormSchema(openai, false).parse(typed)).toEqual({
      ...typed,
      models: ["one", "two"],
      allowPrivate: false,
      settings: {},
    });
  });

  it.each([
    ["no model", openai, false, { models: " ,\n" }, "models"],
    ["no key at first", openai, false, { key: undefined }, "key"],
    ["no address where one is needed", local, true, { baseUrl: undefined }, "baseUrl"],
    ["an address of another scheme", local, true, { baseUrl: "ftp://host" }, "baseUrl"],
    ["no name", openai, false, { name: " " }, "name"],
  ])("refuses %s", (_, provider, stored, change, field) => {
    const result = connectionFormSchema(provider, stored).safeParse({ ...typed, ...change });
    expect(result.error?.issues.map((issue) => issue.path[0])).toEqual([field]);
  });

  it("asks for what the provider needs beside its key, and leaves out what was not typed", () => {
    const [region, project] = [
      { name: "region", label: "Region", required: true },
      { name: "project", label: "Project", required: false },
    ].map((each) => ({ ...each, help: null, placeholder: null, options: null }));
    const provider = { ...openai, settings: [region, project].filter((each) => each !== undefined) };
    const read = (settings: object) =>
      connectionFormSchema(provider, false).safeParse({ ...typed, settings });
    expect(read({ region: " ", project: "" }).error?.issues.map(({ path }) => path)).toEqual([
      ["settings", "region"],
    ]);
    expect(read({ region: " eu-west-1 ", project: "" }).data?.settings).toEqual({ region: "eu-west-1" });
  });

  it("leaves a stored key alone", () => {
    const { key: _, ...withoutKey } = typed;
    expect(connectionFormSchema(openai, true).parse(withoutKey).key).toBeUndefined();
  });
});

describe("connectionDefaults", () => {
  it("starts a new connection with the provider's models", () => {
    expect(connectionDefaults(openai, undefined)).toMatchObject({ name: "OpenAI", models: "one\ntwo" });
  });

  it("starts from the stored connection, without its key", () => {
    const stored = {
      id: "c1",
      provider: openai.type,
      name: "Ours",
      baseUrl: null,
      keyPreview: "…abcd",
      models: ["three"],
      allowPrivate: true,
      settings: {},
      updatedAt: "2026-11-21T12:00:00Z",
      facts: {},
      limits: {},
    };
    expect(connectionDefaults(openai, stored)).toEqual({
      provider: "openai",
      name: "Ours",
      baseUrl: undefined,
      key: undefined,
      models: "three",
      allowPrivate: true,
      settings: {},
    });
  });
});
