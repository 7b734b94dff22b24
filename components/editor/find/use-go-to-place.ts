"use client";

import { useCallback } from "react";
import type { TextMatch } from "@/workflows/graph/text/find-text";
import type { TextPlace } from "@/workflows/graph/text/places";
import { useCommandContext } from "../commands/use-commands";
import { stickyKey } from "../graph/things";
import { useNarrow } from "../panels/use-narrow";
import { nothingSelected, selectGroup, selectNodes, selectSticky } from "../store/selection";

/** The field of a place, as the inspector marks it. Title and note stand beside a node's config. */
function fieldOf(place: Extract<TextPlace, { nodeId: string }>): string {
  return place.part === "config" ? place.field : `node.${place.part}`;
}

/** Shows a match: selects its node and opens its field. `focus` goes there as well, with the match selected. */
export function useGoToPlace(): (match: TextMatch, focus: boolean) => void {
  const { store, ui, view } = useCommandContext();
  const narrow = useNarrow();
  return useCallback(
    ({ place, start, match }, focus) => {
      const { document, select } = store.getState();
      // On a phone the sheet would cover the bar one is stepping with.
      const inspectorSheet = focus || !narrow;
      if ("nodeId" in place) {
        select(selectNodes([place.nodeId]));
        ui.setState({
          tab: place.part === "note" ? "notes" : "settings",
          inspectorSheet,
          focusField: {
            nodeId: place.nodeId,
            field: fieldOf(place),
            found: { start, end: start + match.length, focus },
          },
        });
        return view.fit([place.nodeId]);
      }
      if (place.part === "group") {
        const inside = document.layout.groups[place.groupId]?.nodes ?? [];
        select(selectGroup(place.groupId));
        return view.fit(inside);
      }
      if (place.part === "sticky") {
        select(selectSticky(place.stickyId));
        return view.fit([stickyKey(place.stickyId)]);
      }
      select(nothingSelected);
      ui.setState({ agentTab: "channels", openChannel: { channel: place.channel }, inspectorSheet });
    },
    [store, ui, view, narrow],
  );
}
