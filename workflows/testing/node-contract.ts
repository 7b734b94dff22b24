import { iconNames } from "lucide-react/dynamic";
import { describe, expect, it } from "vitest";
import { toLangChainMessages } from "@/workflows/events/plain-message.server";
import { graphDocumentSchema } from "@/workflows/graph/document";
import { portNameSchema } from "@/workflows/graph/edge";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";
import { fieldValues } from "@/workflows/graph/schema-walk";
import { validate } from "@/workflows/graph/validate/validate";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import type { NodeResult } from "@/workflows/nodes/execute";
import { nodeCategories } from "@/workflows/nodes/face";
import { outPort } from "@/workflows/nodes/ports";
import { type NodeType, nodeDefinitions } from "@/workflows/nodes/registry";
import { nodeDocs } from "@/workflows/nodes/registry.docs";
import { nodePreparers } from "@/workflows/nodes/registry.server";
import { fakeContext } from "./fake-context";
import { fakeServices } from "./fake-services";
import { formFields } from "./form-fields";
import { runExample } from "./run-example";

/** What every node type owes to the palette, the inspector, the validator, the compiler and the documentation. */
export function nodeContract(type: NodeType): void {
  const definition: NodeDefinition = nodeDefinitions[type];
  const { config } = definition.sample;

  describe(`the node type ${type} keeps the contract`, () => {
    it("names and describes itself for people", () => {
      expect(definition.type).toBe(type);
      expect(definition.title).toMatch(/^[A-Z][\w ]+$/);
      expect(definition.summary).toMatch(/^[A-Z].{10,90}\.$/);
      expect(iconNames).toContain(definition.icon);
      expect(nodeCategories).toContain(definition.category);
      expect(new Set(definition.synonyms).size).toBe(definition.synonyms.length);
      expect(definition.synonyms.length).toBeGreaterThanOrEqual(3);
    });

    it("has a label on every field of its form", () => {
      const unlabelled = formFields(definition.config).filter(
        ({ path, hints }) => !hints?.label && !isInner(path),
      );
      expect(unlabelled).toEqual([]);
    });

    it("starts with settings that its form knows", () => {
      const known = formFields(definition.config).map(({ path }) => path);
      expect(known).toEqual(expect.arrayContaining(Object.keys(definition.initial)));
      expect(jsonObjectSchema.safeParse(definition.initial).success).toBe(true);
    });

    it("has a sample that is complete, plain data, and free of issues", () => {
      expect(definition.config.parse(config)).toEqual(config);
      expect(jsonObjectSchema.safeParse(JSON.parse(JSON.stringify(config))).success).toBe(true);
      expect(definition.check?.(config) ?? []).toEqual([]);
      expect(definition.describe(config)).not.toBe("");
    });

    it("has distinct ports with labels", () => {
      const ports = definition.ports(config);
      expect(new Set(ports.map((port) => port.name)).size).toBe(ports.length);
      for (const port of ports) {
        expect(portNameSchema.safeParse(port.name).success).toBe(true);
        expect(port.label).not.toBe("");
      }
    });

    it("places what it reads and writes at fields of its config", () => {
      const fields = fieldValues(definition.config, config).map(({ path }) => path);
      for (const { field } of [...definition.reads(config), ...definition.writes(config)]) {
        expect(fields).toContain(field);
      }
    });
  });

  (definition.stops ? stopContract : runContract)(type);
  documentationContract(type);
}

/** What a node does that runs go through. */
function runContract(type: NodeType): void {
  const definition: NodeDefinition = nodeDefinitions[type];
  const { config, state } = definition.sample;

  describe(`a run of the node type ${type}`, () => {
    it("runs its sample: leaves by a port it has, writes what it says, and leaves the state alone", async () => {
      const before = sampleState(state);
      const result = await runSample(type, config, before);
      const ports = definition.ports(config).map((port) => port.name);
      expect([...ports, outPort.name]).toContain(result.port ?? outPort.name);
      const writes = definition.writes(config).map((write) => write.channel);
      expect(writes).toEqual(expect.arrayContaining(Object.keys({ ...result.update, ...result.overwrite })));
      expect(before).toEqual(sampleState(state));
    });

    it("reads no more of its sample's state than it says", async () => {
      const said = new Set(definition.reads(config).map((read) => read.channel));
      const visible = Object.entries(sampleState(state)).filter(([name]) => said.has(name));
      const [all, some] = [
        await runSample(type, config, sampleState(state)),
        await runSample(type, config, Object.fromEntries(visible)),
      ];
      expect(portAndKeys(some)).toEqual(portAndKeys(all));
    });
  });

  if (definition.local) localContract(type);
}

/** What a node type owes whose visits may run while the checkpoint before them is being stored. */
function localContract(type: NodeType): void {
  const definition: NodeDefinition = nodeDefinitions[type];
  const { config, state } = definition.sample;

  it(`the node type ${type} computes from the state alone`, async () => {
    await nodePreparers[type](jsonObjectSchema.parse(config), nobody)(sampleState(state), fakeContext());
    expect(definition.interrupts?.(config) ?? false).toBe(false);
    expect(definition.needs?.(config) ?? []).toEqual([]);
  });
}

/** An outside world in which nobody may be asked for anything. */
const nobody = new Proxy(fakeServices(), {
  get: (_, name) => {
    throw new Error(`It asks for ${String(name)}.`);
  },
});

/** What a node does that runs end at with a problem. */
function stopContract(type: NodeType): void {
  const definition: NodeDefinition = nodeDefinitions[type];
  const { config, state } = definition.sample;

  it(`the node type ${type} stops at its sample with a problem that says why`, async () => {
    await expect(runSample(type, config, sampleState(state))).rejects.toMatchObject({
      code: "stopped",
      message: expect.stringMatching(/\S/),
    });
    expect(definition.ports(config)).toEqual([]);
  });
}

/** What the page of a node type shows beside its definition. */
function documentationContract(type: NodeType): void {
  const { purpose, example } = nodeDocs[type];

  describe(`the documentation of the node type ${type}`, () => {
    it("says in two to five sentences what it is for", () => {
      const sentences = purpose.replace(/`[^`]*`/g, "x").match(/[.!?](?=\s|$)/g) ?? [];
      expect(sentences.length).toBeGreaterThanOrEqual(2);
      expect(sentences.length).toBeLessThanOrEqual(5);
      expect(example.title).toMatch(/^[A-Z].{5,60}[^.]$/);
      expect(example.summary).toMatch(/^[A-Z].{15,200}\.$/);
    });

    it("has an example with the node in it, free of issues", () => {
      expect(graphDocumentSchema.parse(example.document)).toEqual(example.document);
      expect(validate(example.document, nodeDefinitions)).toEqual([]);
      const shown = Object.values(example.document.nodes).filter((node) => node.type === type);
      expect(shown).not.toEqual([]);
      for (const node of shown) expect(node.typeVersion).toBe(nodeDefinitions[type].typeVersion);
    });

    it("has an example that gives back what the page says", async () => {
      expect(await runExample(example)).toEqual(example.output);
    });
  });
}

function runSample(type: NodeType, config: unknown, state: Record<string, unknown>): Promise<NodeResult> {
  const run = nodePreparers[type](jsonObjectSchema.parse(config), fakeServices());
  return run(Object.freeze(state), fakeContext());
}

/** Messages of a sample are plain data; a run holds LangChain's own. */
function sampleState(state: Record<string, unknown>): Record<string, unknown> {
  const messages = own(state, "messages");
  return messages === undefined
    ? structuredClone(state)
    : { ...structuredClone(state), messages: toLangChainMessages(messages) };
}

function portAndKeys({ port, update, overwrite }: NodeResult) {
  return { port, keys: Object.keys({ ...update, ...overwrite }).sort() };
}

/** Ids of conditions and answers are made by the form, and a tool's own entry fields are the tool picker's. */
function isInner(path: string): boolean {
  return /\.(id|type|config)$/.test(path);
}
