"use client";

import { useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import type { Marks, NodeMark } from "@/components/canvas/marks/marks";
import { useSetMarks } from "@/components/canvas/marks/use-marks";
import { plural } from "@/components/ui/format/count";
import { toast } from "@/components/ui/toast";
import type { GraphDocument } from "@/workflows/graph/document";
import { findText, mostMatches, type TextMatch } from "@/workflows/graph/text/find-text";
import type { TextPlace } from "@/workflows/graph/text/places";
import { replaceText } from "@/workflows/graph/text/replace-text";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { useEditor, useEditorStore } from "../store/editor-context";
import { useEditorUi, useEditorUiStore } from "../store/editor-ui";
import type { FindState } from "./find-state";
import { afterReplaced, countsByNode, stepped } from "./next-match";
import { useGoToPlace } from "./use-go-to-place";
import { useSearch } from "./use-search";

const TYPING_PAUSE_MS = 180;

export type Find = ReturnType<typeof useFind>;

/** The open bar: what is found, which match is shown, and how it is replaced. */
export function useFind() {
  const store = useEditorStore();
  const ui = useEditorUiStore();
  const find = useEditorUi((state) => state.find);
  // A key is painted before what it finds.
  const { search, problem } = useSearch(useDeferredValue(find));
  const document = useDeferredValue(useEditor((state) => state.document));
  const matches = useMemo(() => findText(document, search, nodeDefinitions), [document, search]);
  const [chosen, setChosen] = useState<{ at: number; of: typeof search } | null>(null);
  const at = chosen?.of === search && chosen.at < matches.length ? chosen.at : null;
  const goTo = useGoToPlace();
  useLit(matches);

  const show = useCallback(
    (list: readonly TextMatch[], index: number | null, focus = false) => {
      const match = index === null ? undefined : list[index];
      setChosen(index === null ? null : { at: index, of: search });
      if (match) goTo(match, focus);
    },
    [goTo, search],
  );
  const step = useCallback(
    (by: 1 | -1) => show(matches, stepped(matches.length, at, by)),
    [show, matches, at],
  );
  useEffect(() => {
    const give = (part: Partial<FindState>) => ui.setState({ find: { ...ui.getState().find, ...part } });
    give({ step });
    return () => give({ step: null });
  }, [ui, step]);

  /** The matches that are left, and the titles that would have become empty. */
  const replace = (those: readonly TextMatch[]) => {
    const { document: before, change } = store.getState();
    const refused = change(replaceText(before, those, find.replacement, nodeDefinitions));
    if (refused) toast.failed("Nothing was replaced", new Error(refused.message));
    const { document: after } = store.getState();
    const stayed = those.filter(
      ({ place, match }) => isKeptTitle(before, after, place) && match !== find.replacement,
    );
    if (stayed.length > 0) toast.failed("A title was not replaced", new Error("A node needs a name."));
    return {
      left: findText(after, search, nodeDefinitions),
      stayed: stayed.length,
      changed: before !== after,
    };
  };
  const replaceOne = () => {
    const now = findText(store.getState().document, search, nodeDefinitions);
    const match = at === null ? undefined : now[at];
    if (at === null || !match) return step(1);
    const { left, changed } = replace([match]);
    show(left, afterReplaced(left, at, match, changed ? find.replacement : match.match));
  };
  const replaceAll = () => {
    const now = findText(store.getState().document, search, nodeDefinitions);
    const { stayed, changed } = replace(now);
    if (!changed) return;
    setChosen(null);
    toast.done(`${plural(now.length - stayed, "match", "matches")} replaced`);
  };

  return {
    find,
    matches,
    full: matches.length >= mostMatches,
    at,
    problem,
    show,
    step,
    replaceOne,
    replaceAll,
  };
}

function isKeptTitle(before: GraphDocument, after: GraphDocument, place: TextPlace): boolean {
  return (
    place.part === "title" &&
    !place.at &&
    after.nodes[place.nodeId]?.title === before.nodes[place.nodeId]?.title
  );
}

/** Lights the nodes of the matches once the typing pauses: many cards are drawn anew by it. */
function useLit(matches: readonly TextMatch[]) {
  const setMarks = useSetMarks();
  useEffect(() => {
    const timer = setTimeout(() => setMarks("find", marksOf(matches)), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [setMarks, matches]);
  useEffect(() => () => setMarks("find", undefined), [setMarks]);
}

const marksByCount = new Map<number, NodeMark>();

/** The same object for the same count, so that a card whose mark stays is not drawn anew. */
function markOf(count: number): NodeMark {
  const mark = marksByCount.get(count) ?? { tint: "human", word: plural(count, "match", "matches") };
  marksByCount.set(count, mark);
  return mark;
}

function marksOf(matches: readonly TextMatch[]): Marks | undefined {
  const counts = countsByNode(matches);
  if (counts.size === 0) return undefined;
  const nodes = [...counts].map(([id, count]) => [id, markOf(count)] as const);
  return { nodes: new Map(nodes), dimOthers: false };
}
