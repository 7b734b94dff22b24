import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { templates } from "@/workflows/templates/registry";
import { extractFragment, type Fragment, fragmentSchema } from "./fragment";
import type { JsonObject } from "./json";
import { graphDocument } from "./testing/arbitraries";
import { testDefinitions } from "./testing/definitions";
import { withoutSecrets } from "./without-secrets";

const key = ["sk", "proj", "9fJ2kQ7xWm4TzR8vLc3NbY6h"].join("-");

function withNode(config: JsonObject, note?: string): Fragment {
  return {
    format: "signalbox.fragment/1",
    nodes: {
      n: {
        type: "http",
        typeVersion: 1,
        title: "Ask",
        config,
        policy: { onError: "fail" },
        ...(note === undefined ? {} : { note }),
      },
    },
    edges: {},
    channels: { token: { type: "string", reducer: "replace", default: "q8Zr4TnW2xVb7KdM" } },
    positions: {},
    groups: {},
    stickies: { s: { text: `Use ${key}!`, x: 0, y: 0, width: 200, height: 100, color: "red" } },
  };
}

describe("withoutSecrets", () => {
  it("cuts credentials out of settings, defaults, notes and stickies, and counts where", () => {
    const config = {
      url: "https://api.example.com",
      headers: [
        { name: "Authorization", value: `Bearer ${key}` },
        { name: "X-Api-Key", value: "q8Zr4TnW2xVb7KdM" },
        { name: "Accept", value: "application/json" },
      ],
      content: `${key} and ${key}`,
    };
    const { fragment, removed } = withoutSecrets(withNode(config, `The key is ${key}.`));
    expect(fragment.nodes.n?.config).toEqual({
      url: "https://api.example.com",
      headers: [
        { name: "Authorization", value: "Bearer " },
        { name: "X-Api-Key", value: "" },
        { name: "Accept", value: "application/json" },
      ],
      content: " and ",
    });
    expect(fragment.nodes.n?.note).toBe("The key is .");
    expect(fragment.channels.token?.default).toBe("");
    expect(fragment.stickies.s?.text).toBe("Use !");
    expect(removed).toBe(6);
  });

  it("cuts a password out of an address, also where the user is called like it", () => {
    const config = { url: "postgres://q8Zr4TnW2xVb:q8Zr4TnW2xVb@db.internal/app" };
    const { fragment } = withoutSecrets(withNode(config));
    expect(fragment.nodes.n?.config.url).toBe("postgres://q8Zr4TnW2xVb:@db.internal/app");
  });

  it("leaves references to stored secrets", () => {
    const config = { headers: [{ name: "Authorization", value: "Bearer {{ secrets.OPENAI }}" }] };
    expect(withoutSecrets(withNode(config)).fragment.nodes.n?.config).toEqual(config);
  });

  it.each(templates.map(({ id, document }) => [id, document] as const))(
    "changes nothing of the template %s",
    (_, document) => {
      const fragment = extractFragment(document, Object.keys(document.nodes), nodeDefinitions);
      expect(withoutSecrets(fragment)).toEqual({ fragment, removed: 0 });
    },
  );

  it("gives a fragment, and finds nothing in it again", () => {
    fc.assert(
      fc.property(graphDocument, (document) => {
        const all = Object.keys(document.nodes);
        const { fragment } = withoutSecrets(extractFragment(document, all, testDefinitions));
        expect(fragmentSchema.safeParse(fragment).success).toBe(true);
        expect(withoutSecrets(fragment)).toEqual({ fragment, removed: 0 });
      }),
    );
  });
});
