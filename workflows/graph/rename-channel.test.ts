import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { templates } from "@/workflows/templates/registry";
import { apply, stepsOf } from "./apply";
import { emptyDocument, type GraphDocument } from "./document";
import type { JsonObject } from "./json";
import { channelPlaces, renameChannel } from "./rename-channel";
import { applied, graphDocument } from "./testing/arbitraries";
import { testDefinitions } from "./testing/definitions";
import { validate } from "./validate/validate";

function withNode(type: string, config: JsonObject): GraphDocument {
  const document = applied(emptyDocument(), {
    op: "channel.add",
    name: "old",
    channel: { type: "any", reducer: "replace", description: "kept" },
  });
  return applied(document, {
    op: "node.add",
    id: "n",
    node: { type, typeVersion: 1, title: "N", config, policy: { onError: "fail" } },
    position: { x: 0, y: 0 },
  });
}

const renamed = (document: GraphDocument) =>
  applied(document, renameChannel(document, "old", "fresh", nodeDefinitions));

describe("renameChannel", () => {
  it.each<[string, JsonObject, JsonObject]>([
    [
      "start",
      { inputs: [{ channel: "old", required: true }] },
      { inputs: [{ channel: "fresh", required: true }] },
    ],
    ["end", { outputs: ["other", "old"] }, { outputs: ["other", "fresh"] }],
    [
      "branch",
      { conditions: [{ id: "old", label: "old", when: "old > old_1" }] },
      { conditions: [{ id: "old", label: "old", when: "fresh > old_1" }] },
    ],
    [
      "set-state",
      { assignments: [{ channel: "old", value: "old + 1" }] },
      { assignments: [{ channel: "fresh", value: "fresh + 1" }] },
    ],
    [
      "model",
      { model: "old", system: "old {{ old }}", prompt: "{{ x.old }}", output: "old" },
      { model: "old", system: "old {{ fresh }}", prompt: "{{ x.old }}", output: "fresh" },
    ],
    [
      "human",
      { message: "{{ old }}", edit: ["old"], answers: [], textChannel: "old" },
      { message: "{{ fresh }}", edit: ["fresh"], answers: [], textChannel: "fresh" },
    ],
    [
      "http",
      {
        url: "https://x/{{ old }}",
        headers: [{ name: "old", value: "{{ old }}" }],
        body: "none",
        content: "{{ old }}",
      },
      {
        url: "https://x/{{ fresh }}",
        headers: [{ name: "old", value: "{{ fresh }}" }],
        body: "none",
        content: "{{ fresh }}",
      },
    ],
    [
      "code",
      {
        code: "return state.old + state?.old + state['old'] + state[ \"old\" ] + state.older + mystate.old + old;",
        output: "old",
      },
      {
        code: "return state.fresh + state?.fresh + state['fresh'] + state[ \"fresh\" ] + state.older + mystate.old + old;",
        output: "fresh",
      },
    ],
    [
      "agent",
      { model: "m", prompt: "{{ old }}", tools: [{ type: "code", config: { code: "return state.old" } }] },
      { model: "m", prompt: "{{ fresh }}", tools: [{ type: "code", config: { code: "return state.old" } }] },
    ],
    ["unheard-of", { output: "old" }, { output: "old" }],
  ])("in a node of the type %s", (type, before, after) => {
    const document = renamed(withNode(type, before));
    expect(document.nodes.n?.config).toEqual(after);
    expect(document.channels).toEqual({ fresh: { type: "any", reducer: "replace", description: "kept" } });
  });

  it("takes pins along, and is taken back as one", () => {
    const document = applied(withNode("end", { outputs: [] }), {
      op: "node.pin",
      id: "n",
      pin: { port: "out", update: { old: 1, other: 2 } },
    });
    expect(renamed(document).pins.n?.update).toEqual({ fresh: 1, other: 2 });
    expect(renameChannel(document, "old", "fresh", nodeDefinitions)).toMatchObject({ op: "batch" });
  });

  it.each<[string, string, string]>([
    ["old", "old2", "channel_exists"],
    ["nowhere", "fresh", "channel_unknown"],
  ])("is refused from %s to %s: %s", (from, to, code) => {
    const document = applied(withNode("end", {}), {
      op: "channel.add",
      name: "old2",
      channel: { type: "any", reducer: "replace" },
    });
    expect(apply(document, renameChannel(document, from, to, nodeDefinitions))).toMatchObject({
      problem: { code },
    });
  });

  it("to its own name is nothing", () => {
    expect(stepsOf(renameChannel(withNode("end", {}), "old", "old", nodeDefinitions))).toEqual([]);
  });

  it.each(
    templates.flatMap(({ id, document }) =>
      Object.keys(document.channels).map((name) => [id, name, document] as const),
    ),
  )("leaves the template %s without issues: %s", (_, name, document) => {
    const after = applied(document, renameChannel(document, name, "renamed_channel", nodeDefinitions));
    expect(Object.keys(after.channels)).toContain("renamed_channel");
    expect(validate(after, nodeDefinitions)).toEqual(validate(document, nodeDefinitions));
    expect(applied(after, renameChannel(after, "renamed_channel", name, nodeDefinitions))).toEqual(document);
  });

  it("applies to any document that has the channel and lacks the name", () => {
    fc.assert(
      fc.property(graphDocument, (document) => {
        fc.pre(Object.hasOwn(document.channels, "x"));
        const result = apply(document, renameChannel(document, "x", "fresh", testDefinitions));
        expect(result.ok && Object.keys(result.value.channels)).not.toContain("x");
      }),
    );
  });
});

describe("channelPlaces", () => {
  it("names every setting that uses the channel, by its path and its label", () => {
    const document = withNode("human", {
      message: "{{ old }} and {{ other }}",
      edit: ["other", "old"],
      answers: [],
      textChannel: "other",
    });
    expect(channelPlaces(document, "old", nodeDefinitions)).toEqual([
      { nodeId: "n", field: "message", label: "Message" },
      { nodeId: "n", field: "edit", label: "May edit" },
    ]);
    expect(channelPlaces(document, "unheard", nodeDefinitions)).toEqual([]);
  });

  it("finds places in settings that are hidden or not yet complete", () => {
    const document = withNode("branch", { conditions: [{ id: "", label: "", when: "old > 1" }] });
    expect(channelPlaces(document, "old", nodeDefinitions).map(({ field }) => field)).toEqual([
      "conditions.0.when",
    ]);
  });

  it.each(templates.map(({ id, document }) => [id, document] as const))(
    "is what renaming changes in the template %s",
    (_, document) => {
      for (const name of Object.keys(document.channels)) {
        const places = channelPlaces(document, name, nodeDefinitions);
        const touched = stepsOf(renameChannel(document, name, "renamed_channel", nodeDefinitions)).flatMap(
          (step) => (step.op === "node.configure" ? [step.id] : []),
        );
        expect([...new Set(places.map(({ nodeId }) => nodeId))]).toEqual(touched);
        const after = applied(document, renameChannel(document, name, "renamed_channel", nodeDefinitions));
        expect(channelPlaces(after, name, nodeDefinitions)).toEqual([]);
        expect(channelPlaces(after, "renamed_channel", nodeDefinitions)).toEqual(places);
      }
    },
  );
});
