import { describe, expect, it } from "vitest";
import type { Operation } from "@/workflows/graph/operation";
import { smallGraph } from "../testing/graph";
import { adoptStale } from "./adopt-stale";
import { createEditorStore } from "./editor-store";
import { rebase } from "./rebase";
import type { StaleDraft } from "./state";

const rename = (id: string, title: string): Operation => ({ op: "node.title", id, title });

/** The state of an editor that sent `inFlight` at revision 1, and the refusal after others' changes. */
function refused(inFlight: Operation[], pending: Operation[], theirs: Operation[][], lacking = 0) {
  const document = smallGraph();
  const { getState, setState } = createEditorStore({ agentId: "a", document, revision: 1, readOnly: false });
  setState({ inFlight, pending, document: rebase(document, [...inFlight, ...pending]).document });
  const stale: StaleDraft = {
    revision: 1 + theirs.length + lacking,
    draft: rebase(document, theirs.flat()).document,
    changes: theirs.map((operations, index) => ({ revision: 2 + index, by: "Ben", at: "", operations })),
  };
  return adoptStale(getState(), stale);
}

const titles = (adopted: ReturnType<typeof adoptStale>) =>
  adopted?.document && Object.values(adopted.document.nodes).map(({ title }) => title);

describe("adoptStale", () => {
  it("keeps both where others changed other things", () => {
    const adopted = refused([rename("ask", "Mine")], [], [[rename("end", "Theirs")]]);
    expect(titles(adopted)).toEqual(["Start", "Mine", "Theirs"]);
    expect(adopted).toMatchObject({ revision: 2, pending: [rename("ask", "Mine")], inFlight: [] });
  });

  it("takes what it sent itself for saved, and sends only what came after", () => {
    const sent = rename("ask", "Sent");
    const later = rename("ask", "Sent and more");
    const adopted = refused([sent], [later], [[sent], [rename("end", "Theirs")]]);
    expect(titles(adopted)).toEqual(["Start", "Sent and more", "Theirs"]);
    expect(adopted).toMatchObject({ revision: 3, pending: [later], save: { kind: "waiting" } });
  });

  it("is saved where nothing came after", () => {
    const sent = rename("ask", "Sent");
    expect(refused([sent], [], [[sent]])).toMatchObject({
      revision: 2,
      pending: [],
      save: { kind: "saved" },
    });
  });

  it("does not ask where both changed the same thing alike", () => {
    const theirs = [rename("ask", "Same"), rename("end", "Theirs")];
    const adopted = refused([rename("ask", "Same"), rename("start", "Mine")], [], [theirs]);
    expect(titles(adopted)).toEqual(["Mine", "Same", "Theirs"]);
    expect(adopted?.pending).toHaveLength(1);
  });

  it("leaves to a person what both changed, and what it was not told in full", () => {
    expect(refused([rename("ask", "Mine")], [], [[rename("ask", "Theirs")]])).toBeNull();
    expect(refused([rename("ask", "Mine")], [], [[rename("end", "Theirs")]], 1)).toBeNull();
  });
});
