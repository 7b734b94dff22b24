import { describe, expect, it } from "vitest";
import { drive } from "@/workflows/compile/testing/drive";
import { apply } from "@/workflows/graph/apply";
import { semanticHash } from "@/workflows/graph/canonical";
import { diff } from "@/workflows/graph/diff";
import { type GraphDocument, graphDocumentSchema } from "@/workflows/graph/document";
import { mapInnerGraphs } from "@/workflows/graph/inner-graphs";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { factsOf } from "@/workflows/graph/node-facts";
import { loadDocument } from "@/workflows/graph/parse-document";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { exampleServices } from "@/workflows/testing/example-services";
import { exampleTemplates, templateOf, templates } from "./registry";

/** The document and all graphs inside its nodes. */
function withInner(document: GraphDocument): GraphDocument[] {
  const found = [document];
  mapInnerGraphs(document, (graph) => {
    found.push(...withInner(graphDocumentSchema.parse(graph)));
    return graph;
  });
  return found;
}

describe("the gallery", () => {
  it("has each template once, and finds it by its id", () => {
    for (const field of ["id", "title", "summary"] as const) {
      expect(new Set(templates.map((each) => each[field])).size).toBe(templates.length);
    }
    for (const template of templates) expect(templateOf(template.id)).toBe(template);
    expect(templateOf("constructor")).toBeUndefined();
  });

  it("says of each in one sentence what it does, and never the same of two", () => {
    for (const { title, summary } of templates) {
      expect(title).toMatch(/^[A-Z][\w ,-]{3,40}$/);
      expect(summary).toMatch(/^[A-Z][^.]{20,140}\.$/);
    }
  });

  it("gives a new workspace some of its own, no two of which mean the same", () => {
    for (const example of exampleTemplates) expect(templates).toContain(example);
    const meanings = templates.map(({ document }) => semanticHash(document));
    expect(new Set(meanings).size).toBe(templates.length);
  });
});

describe.each(templates.map((template) => [template.id, template] as const))(
  "the template %s",
  (_, template) => {
    const { document, sampleInput } = template;

    it("is stored and loaded as it is", () => {
      expect(loadDocument(JSON.parse(JSON.stringify(document)), nodeDefinitions)).toEqual({
        ok: true,
        value: document,
      });
    });

    it("is made from nothing, and undone to nothing, by the operations between", () => {
      const blank = {
        ...document,
        nodes: {},
        edges: {},
        channels: {},
        layout: { nodes: {}, groups: {}, stickies: {} },
      };
      const made = apply(blank, diff(blank, document));
      expect(made).toEqual({ ok: true, value: document });
      expect(apply(document, diff(document, blank))).toEqual({ ok: true, value: blank });
    });

    it("asks for what its sample gives: no more, and no less", () => {
      const start = Object.values(document.nodes).find(({ type }) => type === "start");
      const inputs = jsonObjectSchema.array().parse(start?.config.inputs);
      expect(new Set(inputs.map(({ channel }) => channel))).toEqual(new Set(Object.keys(sampleInput)));
    });

    it("tells of every channel what it is for, and uses every one of them", () => {
      for (const each of withInner(document)) {
        const used = new Set(
          Object.values(each.nodes).flatMap((node) => {
            const facts = factsOf(node, nodeDefinitions);
            return [...facts.reads, ...facts.writes].map(({ channel }) => channel);
          }),
        );
        for (const [name, { description }] of Object.entries(each.channels)) {
          expect([name, description]).toEqual([name, expect.stringMatching(/^[A-Z].{8,120}\.$/)]);
          expect([name, used.has(name)]).toEqual([name, true]);
        }
      }
    });

    it("has distinct titles that tell its nodes apart, and notes in whole sentences", () => {
      for (const each of withInner(document)) {
        const titles = Object.values(each.nodes).map(({ title }) => title);
        expect(new Set(titles).size).toBe(titles.length);
        for (const { note } of Object.values(each.nodes))
          expect(note ?? "None.").toMatch(/^[A-Z][\s\S]*[.:]$/);
      }
    });

    it("needs no key, no secret and no other agent", () => {
      for (const each of withInner(document)) {
        for (const node of Object.values(each.nodes)) {
          const { model } = node.config;
          expect([node.title, model ?? "offline/offline"]).toEqual([node.title, "offline/offline"]);
          expect(JSON.stringify(node.config)).not.toMatch(/secrets\.|https?:/);
        }
      }
    });

    it("can be left from every node, and every loop of it has a cap or counts", () => {
      for (const each of withInner(document)) {
        const edges = Object.values(each.edges);
        const stops = Object.entries(each.nodes).filter(
          ([, { type }]) => type === "end" || type === "stop-with-error",
        );
        const leads = new Set(stops.map(([id]) => id));
        for (let size = -1; size !== leads.size; ) {
          size = leads.size;
          for (const { source, target } of edges) if (leads.has(target)) leads.add(source);
        }
        expect([...leads].sort()).toEqual(Object.keys(each.nodes).sort());
      }
    });

    it("comes to the same for the same input, twice over", async () => {
      const outcome = async () => {
        const agent = drive(document, exampleServices());
        await agent.run(sampleInput);
        return { pauses: agent.pauses().map(({ node }) => node), output: withoutMade(await agent.output()) };
      };
      expect(await outcome()).toEqual(await outcome());
    });

    it("is refused without what it cannot do without, in words", async () => {
      const names = Object.keys(sampleInput);
      const agent = drive(document, exampleServices());
      const outcome: unknown = await refused(async () => agent.run({}));
      const problem = { code: "invalid_input", message: expect.stringContaining("is missing") };
      expect(outcome).toMatchObject(names.length > 0 ? problem : {});
    });

    it("is refused what it has no input for", async () => {
      const agent = drive(document, exampleServices());
      const outcome: unknown = await refused(async () => agent.run({ ...sampleInput, stranger: 1 }));
      expect(outcome).toMatchObject({ code: "invalid_input", message: expect.stringContaining("stranger") });
    });
  },
);

/** What a run is refused with; its state where it is not. */
const refused = (run: () => Promise<unknown>) => run().catch((error: unknown) => error);

/** Without ids, which are made afresh. */
function withoutMade(output: unknown): unknown {
  return JSON.parse(JSON.stringify(output).replace(/"id":"[^"]*"/g, '"id":""'));
}
